'use client'
import { useTranslation } from '@payloadcms/ui'

import type { Tick } from '../../domain/timelinePicture/ticksOf.js'
import type { TimelinePicture } from '../../domain/timelinePicture/timelinePicture.js'

import { useWords } from '../useWords.js'
import { measures } from './measures.js'

const formats: Record<Tick['unit'], Intl.DateTimeFormatOptions> = {
  month: { month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
}

/** The time axis with its lines, the future as a surface of its own, and today. */
export const Axis = ({
  at,
  height,
  isMirrored,
  picture: { ticks, today, width },
  place,
  timeZone,
}: {
  at: string
  height: number
  isMirrored: boolean
  picture: TimelinePicture
  /** The x of a position. */
  place: (position: number) => number
  timeZone: string
}) => {
  const { i18n } = useTranslation()
  const { shortDay, word } = useWords()
  const x = place(today)
  const isLate = today > 0.75

  return (
    <>
      <rect
        className="policy-timeline__future"
        height={height}
        width={(1 - today) * width}
        x={isMirrored ? 0 : x}
      />
      {ticks.map(({ at: position, date, isNamed, unit }) => (
        <g key={date}>
          <path
            className="policy-timeline__tick"
            d={`M${place(position)} ${measures.axis - 20} V${height}`}
          />
          {isNamed && (
            <text
              className="policy-timeline__date"
              x={place(position) + (isMirrored ? -4 : 4)}
              y={measures.axis - 8}
            >
              {new Intl.DateTimeFormat(i18n.language, { ...formats[unit], timeZone: 'UTC' }).format(
                new Date(`${date}T00:00:00Z`),
              )}
            </text>
          )}
        </g>
      ))}
      <path className="policy-timeline__today" d={`M${x} 0 V${height}`} />
      <text
        className="policy-timeline__now"
        textAnchor={isLate ? 'end' : 'start'}
        x={x + (isLate === isMirrored ? 5 : -5)}
        y="14"
      >
        {word('timelineToday', { date: shortDay(at, timeZone) })}
      </text>
    </>
  )
}
