'use client'
import { Link, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'

import type { Lane } from '../../domain/timelinePicture/lanesOf.js'
import type { VersionCourse } from '../../domain/versionCourse.js'
import type { PolicyOverview } from '../../operations/policyOverview.js'
import type { Say } from '../say.js'

import { directionOf } from '../../domain/rendering/directionOf.js'
import { timelinePicture } from '../../domain/timelinePicture/timelinePicture.js'
import { standingWord } from '../stateWords.js'
import { useWords } from '../useWords.js'
import { Axis } from './Axis.js'
import { LaneShapes } from './LaneShapes.js'
import { markWords } from './markWords.js'
import { laneHeight, measures, textWidth, useWidthOf } from './measures.js'
import { pixelsPerDay, type Scale } from './ScaleChoice.js'
import { Patterns } from './Shapes.js'

/** The picture, which scrolls within itself beside the names of its lanes. */
export const Picture = ({
  lanes,
  overview: { at, report, versions },
  scale,
  versionUrl,
}: {
  lanes: Lane[]
  overview: PolicyOverview
  scale: Scale
  versionUrl: (id: number | string) => string
}) => {
  const say = useWords()
  const { i18n } = useTranslation()
  const id = useId().replaceAll(':', '')
  const scroller = useRef<HTMLDivElement>(null)
  const available = useWidthOf(scroller)
  const { timeZone } = report.policy
  const isMirrored = directionOf(i18n.language) === 'rtl'
  const family = available > 0 ? getComputedStyle(scroller.current!).fontFamily : 'sans-serif'
  const picture = timelinePicture({
    at: new Date(at),
    labelWidth: (mark) => 3 + textWidth(markWords({ mark, say, timeZone }), family),
    lanes,
    pixelsPerDay: pixelsPerDay[scale],
    timeZone,
    width: Math.max(560, available),
  })
  const { today, width } = picture
  const heights = picture.lanes.map(({ rows }) => laneHeight(rows))
  const height = measures.axis + heights.reduce((sum, one) => sum + one, 0)
  const place = (position: number) => (isMirrored ? 1 - position : position) * width

  useEffect(() => {
    // What matters most is around today; where time runs to the left, so does the scroll.
    const beside = Math.max(0, today * width - available * 0.6)
    scroller.current?.scrollTo({ left: isMirrored ? -beside : beside })
  }, [available, isMirrored, today, width])

  return (
    <div className="policy-timeline__picture">
      <ul style={{ paddingBlockStart: measures.axis }}>
        {versions.map((version, index) => (
          <li key={version.id} style={{ blockSize: heights[index] }}>
            <Link href={versionUrl(version.id)} title={version.label}>
              {say.word('versionLabel', { label: version.label })}
            </Link>
            <small>{stateLine({ say, version })}</small>
          </li>
        ))}
      </ul>
      <div
        aria-label={say.word('timelinePicture')}
        className="policy-timeline__scroller"
        ref={scroller}
        role="group"
        tabIndex={0}
      >
        {available > 0 && (
          <svg aria-labelledby={`${id}-title`} height={height} role="img" width={width}>
            <title id={`${id}-title`}>
              {say.word('timelineDescription', {
                count: String(versions.length),
                from: say.shortDay(picture.from, timeZone),
                to: say.shortDay(picture.to, timeZone),
              })}
            </title>
            <Patterns id={id} />
            <Axis
              at={at}
              height={height}
              isMirrored={isMirrored}
              picture={picture}
              place={place}
              timeZone={timeZone}
            />
            {picture.lanes.map((lane, index) => (
              <LaneShapes
                id={id}
                isMirrored={isMirrored}
                key={lane.id}
                lane={lane}
                place={place}
                timeZone={timeZone}
                top={measures.axis + heights.slice(0, index).reduce((sum, one) => sum + one, 0)}
                width={width}
              />
            ))}
          </svg>
        )}
      </div>
    </div>
  )
}

/** Where a version stands; of one without a date that there is nothing to draw. */
const stateLine = ({ say, version }: { say: Say; version: VersionCourse }): string => {
  const state = say.word(standingWord(version))

  return version.effectiveAt === null ? say.word('timelineDateUnknown', { state }) : state
}
