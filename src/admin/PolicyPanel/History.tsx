'use client'
import { Link } from '@payloadcms/ui'

import type { ReportedVersion } from '../../domain/noticeReport.js'
import type { VersionCourse } from '../../domain/versionCourse.js'
import type { PolicyReport } from '../../operations/noticeReport.js'
import type { Say } from '../say.js'

import { isNoPeriod } from '../../domain/noticePeriod.js'
import { standingWord } from '../stateWords.js'
import { useTermsWords } from '../useTermsWords.js'
import { useWords } from '../useWords.js'
import { WideTable } from '../WideTable/index.js'

const verdicts = {
  breached: 'verdictBreached',
  excused: 'verdictExcused',
  kept: 'verdictKept',
  nothing_promised: 'verdictNothingPromised',
  unknown: 'verdictUnknown',
} as const

/** What was published, and what was promised and given for it, version by version. */
export const History = ({
  report,
  versions,
  versionUrl,
}: {
  report: PolicyReport
  versions: VersionCourse[]
  versionUrl: (id: number | string) => string
}) => {
  const { date, word } = useWords()

  return (
    <section aria-label={word('report')} className="policy-report">
      <h2>{word('report')}</h2>
      {report.nextReviewOn !== null && (
        <p className={report.reviewIsDue ? 'policy-report__due' : ''}>
          {word(report.reviewIsDue ? 'reportReviewDue' : 'reportNextReview', {
            date: date(report.nextReviewOn),
          })}
        </p>
      )}
      {report.versions.length === 0 ? (
        <p>{word('reportNone')}</p>
      ) : (
        <>
          <p className={report.breaches > 0 ? 'policy-report__due' : ''}>
            {summaryOf({ report, word })}
          </p>
          <WideTable label={word('report')}>
            <thead>
              <tr>
                <th scope="col">{word('version')}</th>
                <th scope="col">{word('state')}</th>
                <th scope="col">{word('reportPublished')}</th>
                <th scope="col">{word('reportEffect')}</th>
                <th scope="col">{word('reportPromised')}</th>
                <th scope="col">{word('reportAchieved')}</th>
                <th scope="col">{word('reportVerdict')}</th>
              </tr>
            </thead>
            <tbody>
              {report.versions.map((version) => (
                <Row
                  course={versions.find(({ label }) => label === version.label)}
                  key={version.label}
                  version={version}
                  versionUrl={versionUrl}
                />
              ))}
            </tbody>
          </WideTable>
        </>
      )}
    </section>
  )
}

const summaryOf = ({
  report: { breaches, versions },
  word,
}: {
  report: PolicyReport
  word: Say['word']
}): string => {
  const excused = versions.filter(
    ({ verdict, withdrawnOn }) => verdict === 'excused' && withdrawnOn === null,
  ).length

  if (excused > 0) {
    return word('reportExcused', { count: String(excused), others: String(breaches) })
  }
  return breaches > 0 ? word('reportBreaches', { count: String(breaches) }) : word('reportNoBreach')
}

/** Of what was withdrawn nothing came, and of what is still to come the last word is not said. */
const verdictOf = ({
  course,
  version: { verdict, withdrawnOn },
  word,
}: {
  course: undefined | VersionCourse
  version: ReportedVersion
  word: Say['word']
}): string => {
  if (withdrawnOn !== null) {
    return '–'
  }
  return word(
    verdict === 'kept' && course?.state === 'upcoming' ? 'verdictKeptSoFar' : verdicts[verdict],
  )
}

const Row = ({
  course,
  version,
  versionUrl,
}: {
  course: undefined | VersionCourse
  version: ReportedVersion
  versionUrl: (id: number | string) => string
}) => {
  const { amount, shortDate, word } = useWords()
  const day = (date: null | string) => (date === null ? word('unknownDate') : shortDate(date))
  const { clauses, effectiveOn, isImported, label, noticeFrom, publishedOn, verdict, withdrawnOn } =
    version

  return (
    <tr>
      <th scope="row">
        {course ? <Link href={versionUrl(course.id)}>{label}</Link> : label}
        {isImported && ` (${word('reportImported')})`}
      </th>
      <td>
        {course && word(standingWord(course))}
        {withdrawnOn !== null && <div>{day(withdrawnOn)}</div>}
      </td>
      <td>
        {day(publishedOn)}
        {noticeFrom !== publishedOn && <div>{word('reportFrom', { date: day(noticeFrom) })}</div>}
      </td>
      <td>{withdrawnOn === null ? day(effectiveOn) : <s>{day(effectiveOn)}</s>}</td>
      <td>
        {clauses.length === 0 && '–'}
        {clauses.map((clause) => (
          <Promised clause={clause} key={clause.by} />
        ))}
      </td>
      <td>
        {clauses.length === 0 && '–'}
        {clauses.map(({ achieved, by }) => (
          <div key={by}>
            {achieved === null ? word('unknownDate') : amount(achieved.amount, achieved.unit)}
          </div>
        ))}
      </td>
      <td className={withdrawnOn === null ? `policy-report__verdict--${verdict}` : ''}>
        {verdictOf({ course, version, word })}
      </td>
    </tr>
  )
}

/** What was promised, and by whom. */
const Promised = ({
  clause: { calendar, period, preset, version },
}: {
  clause: ReportedVersion['clauses'][number]
}) => {
  const { word } = useWords()
  const { promisedWords } = useTermsWords()
  const by =
    preset === null
      ? word('versionLabel', { label: version })
      : word('reportPreset', { label: version, preset })

  return (
    <div>
      {isNoPeriod(period) ? word('unitNone') : promisedWords({ calendar, period })}
      {period.countPublicationDay && <small> {word('countPublicationDay')}</small>}
      <small> {by}</small>
    </div>
  )
}
