'use client'
import type { PicturedLane } from '../../domain/timelinePicture/timelinePicture.js'

import { useWords } from '../useWords.js'
import { markWords } from './markWords.js'
import { measures } from './measures.js'
import { Bar, Mark } from './Shapes.js'

/** One version: its labels above, below them its bars and marks. */
export const LaneShapes = ({
  id,
  isMirrored,
  lane: { bars, marks, rows },
  place,
  timeZone,
  top,
  width,
}: {
  id: string
  isMirrored: boolean
  lane: PicturedLane
  /** The x of a position. */
  place: (position: number) => number
  timeZone: string
  top: number
  width: number
}) => {
  const say = useWords()
  const y = top + measures.gap + rows * measures.row + measures.bracket

  return (
    <>
      <path className="policy-timeline__border" d={`M0 ${top} H${width}`} />
      {bars.map(({ from, kind, to }) => (
        <Bar
          id={id}
          key={`${kind}-${from}`}
          kind={kind}
          width={(to - from) * width}
          x={Math.min(place(from), place(to))}
          y={y}
        />
      ))}
      {marks.map(({ at, instant, kinds, label }) => {
        const foot = y - measures.bracket - 2
        const base = foot - 2 - label.row * measures.row
        const x = place(label.from)

        return (
          <g key={instant}>
            <path
              className="policy-timeline__leader"
              d={`M${x} ${base + 3} V${Math.min(foot, base + 3)} L${place(at)} ${y}`}
            />
            {kinds.map((kind) => (
              <Mark key={kind} kind={kind} x={place(at)} y={y} />
            ))}
            <text className="policy-timeline__label" x={x + (isMirrored ? -3 : 3)} y={base}>
              {markWords({ mark: { at: instant, kinds }, say, timeZone })}
            </text>
          </g>
        )
      })}
    </>
  )
}
