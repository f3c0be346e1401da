'use client'
import { Link } from '@payloadcms/ui'

import type { VersionCourse } from '../../domain/versionCourse.js'

import { justBefore } from '../justBefore.js'
import { stageWords, standingWord } from '../stateWords.js'
import { useWords } from '../useWords.js'
import { WideTable } from '../WideTable/index.js'

/** Everything that the picture shows, in words. */
export const TimelineTable = ({
  timeZone,
  versions,
  versionUrl,
}: {
  timeZone: string
  versions: VersionCourse[]
  versionUrl: (id: number | string) => string
}) => {
  const { word } = useWords()

  return (
    <WideTable label={word('timeline')}>
      <thead>
        <tr>
          <th scope="col">{word('version')}</th>
          <th scope="col">{word('state')}</th>
          <th scope="col">{word('timelineColumnWay')}</th>
          <th scope="col">{word('timelineColumnPublished')}</th>
          <th scope="col">{word('timelineColumnNotice')}</th>
          <th scope="col">{word('timelineColumnEarliest')}</th>
          <th scope="col">{word('timelineColumnEffect')}</th>
          <th scope="col">{word('timelineColumnUntil')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <Row
            key={version.id}
            timeZone={timeZone}
            url={versionUrl(version.id)}
            version={version}
          />
        ))}
      </tbody>
    </WideTable>
  )
}

const Row = ({
  timeZone,
  url,
  version,
}: {
  timeZone: string
  url: string
  version: VersionCourse
}) => {
  const { shortDay, word } = useWords()
  const day = (instant: null | string) => (instant ? shortDay(instant, timeZone) : '–')
  const {
    deadline,
    earliestEffectiveAt,
    isImported,
    label,
    noticeShown,
    publishedAt,
    stages,
    state,
    supersededAt,
    withdrawnAt,
  } = version

  return (
    <tr>
      <th scope="row">
        <Link href={url}>{label}</Link>
        {isImported && ` (${word('reportImported')})`}
      </th>
      <td>{word(standingWord(version))}</td>
      <td>
        {stages.length === 0 && '–'}
        {stages.map(({ from, status: stage, to }) => (
          <div key={from}>
            {word(stageWord({ day, from, to }), {
              from: day(from),
              stage: word(stageWords[stage]),
              to: day(to),
            })}
          </div>
        ))}
      </td>
      <td>
        {deadline ? word('timelinePublishBefore', { date: day(deadline) }) : day(publishedAt)}
      </td>
      <td>
        {noticeShown ? `${day(noticeShown.from)} – ${day(justBefore(noticeShown.until))}` : '–'}
      </td>
      <td>{day(earliestEffectiveAt)}</td>
      <td>
        <Effect day={day} version={version} />
        {version.exception && (
          <div>{word(state === null ? 'timelineMarkClaimed' : 'verdictExcused')}</div>
        )}
      </td>
      <td>
        {state === 'superseded' && supersededAt === null
          ? word('unknownDate')
          : withdrawnAt
            ? word('timelineWithdrawn', { date: day(withdrawnAt) })
            : day(supersededAt)}
      </td>
    </tr>
  )
}

const stageWord = ({
  day,
  from,
  to,
}: {
  day: (instant: null | string) => string
  from: string
  to: null | string
}) => {
  if (to === null) {
    return 'timelineStageNow'
  }
  return day(from) === day(to) ? 'timelineStageDay' : 'timelineStage'
}

const Effect = ({
  day,
  version: { effectiveAt, isTooEarly, state },
}: {
  day: (instant: null | string) => string
  version: VersionCourse
}) => {
  const { word } = useWords()

  if (effectiveAt === null) {
    return word('unknownDate')
  }
  if (state === null) {
    return word(isTooEarly ? 'timelineTooEarly' : 'timelinePlanned', { date: day(effectiveAt) })
  }
  return state === 'withdrawn' ? <s>{day(effectiveAt)}</s> : day(effectiveAt)
}
