'use client'
import { Fragment } from 'react'

import type { Segment } from '../../domain/redline/redline.js'

import { useWords } from '../useWords.js'

/** Which side of a comparison is written: both in one, the old text or the new one. */
export type Side = 'after' | 'before' | 'both'

/**
 * The words of a block, with what is new and what is gone marked for eyes and for ears. What is said in the
 * panel's language has a direction of its own, so that it does not decide about that of the text.
 */
export const Words = ({
  isCosmeticShown,
  segments,
  side,
}: {
  isCosmeticShown: boolean
  segments: readonly Segment[]
  side: Side
}) => {
  const { word } = useWords()

  return segments.map((segment, index) => {
    const { op, text } = segment

    if (op === 'equal') {
      return (
        <Fragment key={index}>
          {text}
          {segment.link && (
            <span className="policy-review__link-note" dir="auto">
              {' '}
              (
              {word('redlineLinkChanged', {
                after: segment.link.after ?? '–',
                before: segment.link.before ?? '–',
              })}
              )
            </span>
          )}
        </Fragment>
      )
    }
    if ((op === 'insert' && side === 'before') || (op === 'delete' && side === 'after')) {
      return null
    }
    if (segment.kind === 'cosmetic' && !isCosmeticShown) {
      return op === 'insert' || side === 'before' ? <Fragment key={index}>{text}</Fragment> : null
    }

    const Mark = op === 'insert' ? 'ins' : 'del'

    return (
      <Mark className={`policy-review__${segment.kind}`} key={index}>
        <span className="policy-review__spoken" dir="auto">
          {' '}
          {word(op === 'insert' ? 'redlineInserted' : 'redlineDeleted')}{' '}
        </span>
        {text}
        <span className="policy-review__spoken" dir="auto">
          {' '}
          {word('redlineEnd')}{' '}
        </span>
      </Mark>
    )
  })
}
