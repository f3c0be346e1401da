'use client'
import { memo } from 'react'

import type { RedlineBlock, Segment } from '../../domain/redline/redline.js'

import { languageTag } from '../../domain/languageTag.js'
import { useWords } from '../useWords.js'
import { isChange } from './rows.js'
import { Words } from './Words.js'

export type Layout = 'inline' | 'sides'

/** The id of a block in the page. */
export const blockId = ({ block, locale }: { block: number; locale: string }): string =>
  `policy-review-${locale}-${block}`

/** A heading, paragraph, item or row of a redline. */
export const Block = memo(function Block({
  block,
  isCosmeticShown,
  layout,
  locale,
}: {
  block: RedlineBlock
  isCosmeticShown: boolean
  layout: Layout
  locale: string
}) {
  const { word } = useWords()
  const { id, kind, moved, number, segments, status, type } = block
  const mark = type === 'item' ? (number === null ? '•' : `${number}.`) : null
  const isMarked = kind === 'substantial' || (isCosmeticShown && kind !== null)
  const className = [
    'policy-review__block',
    `policy-review__block--${type}`,
    isMarked ? `policy-review__block--${kind} policy-review__block--${status}` : '',
  ].join(' ')
  const words = (side: 'after' | 'before' | 'both') => (
    <>
      {mark !== null && segments.some(standsOn(side)) && (
        <span className="policy-review__mark">{mark} </span>
      )}
      <Words isCosmeticShown={isCosmeticShown} segments={segments} side={side} />
    </>
  )

  return (
    <div
      className={className}
      data-change={isChange(block) ? '' : undefined}
      id={blockId({ block: id, locale })}
      tabIndex={-1}
    >
      {moved && status === 'moved' && (
        <p className="policy-review__moved">
          ↕ {word('redlineMovedFrom', { section: moved.section ?? word('redlineNoSection') })}
        </p>
      )}
      {layout === 'sides' && isMarked ? (
        <div className="policy-review__sides">
          {(['before', 'after'] as const).map((side) => (
            <div className={`policy-review__side policy-review__side--${side}`} key={side}>
              <span className="policy-review__side-name">
                {word(side === 'before' ? 'redlineBefore' : 'redlineAfter')}
              </span>
              <p dir="auto" lang={languageTag(locale)}>
                {words(side)}
              </p>
            </div>
          ))}
        </div>
      ) : (
        <p dir="auto" lang={languageTag(locale)}>
          {words(isMarked ? 'both' : 'after')}
        </p>
      )}
    </div>
  )
})

/** Whether a stretch of text stands on a side; an item that is new has nothing on the old one, not even its mark. */
const standsOn =
  (side: 'after' | 'before' | 'both') =>
  ({ op }: Segment): boolean =>
    op !== (side === 'before' ? 'insert' : side === 'after' ? 'delete' : undefined)
