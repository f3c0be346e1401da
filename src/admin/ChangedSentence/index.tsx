'use client'
import type { MaterialitySign } from '../../domain/materiality/materialitySigns.js'

import { languageTag } from '../../domain/languageTag.js'
import { useWords } from '../useWords.js'
import './index.css'

/** A sentence as it stood and as it stands, each in its own direction, marked for eyes and for ears. */
export const ChangedSentence = ({
  locale,
  sentence: { after, before },
}: {
  /** Of the text. */
  locale: string | undefined
  sentence: MaterialitySign['sentence']
}) => {
  const { word } = useWords()
  const lang = locale && languageTag(locale)
  const spoken = (key: 'redlineDeleted' | 'redlineInserted') => (
    <span className="policy-sentence__spoken">{word(key)} </span>
  )

  return (
    <>
      {before !== null && (
        <>
          {spoken('redlineDeleted')}
          <del className="policy-sentence" dir="auto" lang={lang}>
            {before}
          </del>
        </>
      )}{' '}
      {after !== null && (
        <>
          {spoken('redlineInserted')}
          <ins className="policy-sentence" dir="auto" lang={lang}>
            {after}
          </ins>
        </>
      )}
    </>
  )
}
