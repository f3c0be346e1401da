'use client'
import { useId } from 'react'

import type { BarKind, Lane } from '../../domain/timelinePicture/lanesOf.js'

import { useWords } from '../useWords.js'
import { Bar, Patterns } from './Shapes.js'

const words = {
  draft: 'timelineBarDraft',
  in_review: 'timelineBarInReview',
  changes_requested: 'timelineBarChangesRequested',
  approved: 'timelineBarApproved',
  notice: 'timelineBarNotice',
  planned: 'timelineBarPlanned',
  minimum: 'timelineBarMinimum',
  shown: 'timelineBarShown',
  in_force: 'timelineBarInForce',
  will_apply: 'timelineBarWillApply',
  was_in_force: 'timelineBarWasInForce',
  cancelled: 'timelineBarCancelled',
} as const satisfies Record<BarKind, string>

/** Those that are drawn above or below the others stand in the middle here. */
const tops: Partial<Record<BarKind, number>> = { minimum: 18, shown: -4 }

/** What the bars of the picture mean, as far as it has them. */
export const Legend = ({ lanes }: { lanes: Lane[] }) => {
  const { word } = useWords()
  const id = useId().replaceAll(':', '')
  const drawn = new Set(lanes.flatMap(({ bars }) => bars.map(({ kind }) => kind)))

  return (
    <ul aria-label={word('timelineLegend')} className="policy-timeline__legend">
      {(Object.keys(words) as BarKind[])
        .filter((kind) => drawn.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg aria-hidden="true" height="30" width="34">
              <Patterns id={`${id}-${kind}`} />
              <Bar id={`${id}-${kind}`} kind={kind} width={32} x={1} y={tops[kind] ?? 8} />
            </svg>
            {word(words[kind])}
          </li>
        ))}
    </ul>
  )
}
