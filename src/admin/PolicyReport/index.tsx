'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { ReportedVersion } from '../../domain/noticeReport.js'
import type { PolicyReport as Report } from '../../operations/noticeReport.js'

import { useWords } from '../useWords.js'
import './index.css'

const verdicts = {
  breached: 'verdictBreached',
  excused: 'verdictExcused',
  kept: 'verdictKept',
  nothing_promised: 'verdictNothingPromised',
  unknown: 'verdictUnknown',
} as const

/** What a policy promised about its changes and what it gave, version by version. */
export const PolicyReport = ({ slug: collection }: { slug: string }) => {
  const { word } = useWords()
  const { data } = useDocumentInfo()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const [report, setReport] = useState<Report>()
  const slug: unknown = data?.slug

  useEffect(() => {
    if (typeof slug !== 'string') {
      return
    }
    fetch(`${serverURL}${api}/${collection}/${slug}/report`, { credentials: 'include' })
      .then(async (response) =>
        setReport(response.ok ? ((await response.json()) as Report) : undefined),
      )
      // Without an answer there is nothing to show; the rest of the document works all the same.
      .catch(() => undefined)
  }, [api, collection, serverURL, slug])

  if (!report) {
    return null
  }

  return (
    <section aria-label={word('report')} className="policy-report">
      <h2>{word('report')}</h2>
      {report.nextReviewOn !== null && (
        <p className={report.reviewIsDue ? 'policy-report__due' : ''}>
          {word(report.reviewIsDue ? 'reportReviewDue' : 'reportNextReview', {
            date: report.nextReviewOn,
          })}
        </p>
      )}
      {report.versions.length === 0 ? (
        <p>{word('reportNone')}</p>
      ) : (
        <>
          <p className={report.breaches > 0 ? 'policy-report__due' : ''}>
            {report.breaches > 0
              ? word('reportBreaches', { count: String(report.breaches) })
              : word('reportNoBreach')}
          </p>
          {/* On a phone it scrolls, with the keyboard too. */}
          <div
            aria-label={word('report')}
            className="policy-report__table"
            role="group"
            tabIndex={0}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{word('version')}</th>
                  <th scope="col">{word('reportPublished')}</th>
                  <th scope="col">{word('reportEffect')}</th>
                  <th scope="col">{word('reportPromised')}</th>
                  <th scope="col">{word('reportAchieved')}</th>
                  <th scope="col">{word('reportVerdict')}</th>
                </tr>
              </thead>
              <tbody>
                {report.versions.map((version) => (
                  <Row key={version.label} version={version} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

const Row = ({ version }: { version: ReportedVersion }) => {
  const { word } = useWords()
  const { clauses, effectiveOn, isImported, label, noticeFrom, publishedOn, verdict } = version

  return (
    <tr>
      <th scope="row">
        {label}
        {isImported && ` (${word('reportImported')})`}
      </th>
      <td>
        {publishedOn ?? word('unknownDate')}
        {noticeFrom !== publishedOn && <div>{word('reportFrom', { date: noticeFrom ?? '' })}</div>}
      </td>
      <td>{effectiveOn ?? word('unknownDate')}</td>
      <td>
        {clauses.map(({ by, promised }) => (
          <div key={by}>{`${promised} (${by})`}</div>
        ))}
      </td>
      <td>
        {clauses.map(({ achieved, by }) => (
          <div key={by}>
            {achieved === null
              ? word('unknownDate')
              : word(achieved.unit === 'business_days' ? 'unitBusinessDaysGiven' : 'unitDays', {
                  amount: String(achieved.amount),
                })}
          </div>
        ))}
      </td>
      <td className={`policy-report__verdict--${verdict}`}>{word(verdicts[verdict])}</td>
    </tr>
  )
}
