'use client'
import { Link, useDocumentInfo } from '@payloadcms/ui'

import { NewVersion } from '../NewVersion/index.js'
import { type PolicySlugs, usePolicyOverview } from '../usePolicyOverview.js'
import { useWords } from '../useWords.js'
import { Governing } from './Governing.js'
import { History } from './History.js'
import './index.css'

/** On top of a policy: what is in force, what comes, where it is read, what a change needs, how one is started, and what was. */
export const PolicyPanel = ({ slugs }: { slugs: PolicySlugs }) => {
  const { day, word } = useWords()
  const { id } = useDocumentInfo()
  const { hasFailed, overview, timelineUrl, versionUrl } = usePolicyOverview({ slugs })

  if (id === undefined) {
    return null
  }
  if (hasFailed) {
    return (
      <p className="policy-panel__failed" role="alert">
        {word('overviewFailed')}
      </p>
    )
  }
  if (!overview) {
    return <section aria-busy="true" className="policy-panel" />
  }

  const { addresses, governing, report, versions } = overview
  const { timeZone } = report.policy
  const inForce = versions.find(({ state }) => state === 'in_force')
  const upcoming = versions.filter(({ state }) => state === 'upcoming').reverse()
  const last = upcoming.at(-1)
  const { api, site } = addresses

  return (
    <>
      <section aria-label={word('overview')} className="policy-panel">
        <p className="policy-panel__now">
          {inForce ? (
            <>
              <Link href={versionUrl(inForce.id)}>
                {word('versionLabel', { label: inForce.label })}
              </Link>
              {': '}
              {inForce.effectiveAt
                ? word('statusInForce', { date: day(inForce.effectiveAt, timeZone) })
                : word('overviewInForceUndated')}
            </>
          ) : (
            word('overviewNothingInForce')
          )}
        </p>
        {upcoming.length > 0 && (
          <ul>
            {upcoming.map(({ id: version, effectiveAt, exception, label }) => (
              <li key={version}>
                <Link href={versionUrl(version)}>{word('versionLabel', { label })}</Link>
                {': '}
                {word(version === last?.id ? 'statusUpcoming' : 'statusUpcomingFollowed', {
                  date: effectiveAt ? day(effectiveAt, timeZone) : '',
                  label: last?.label ?? '',
                })}
                {exception && ` ${word('statusShortened', { explanation: exception.explanation })}`}
              </li>
            ))}
          </ul>
        )}
        <dl>
          {(
            [
              ['overviewAddress', site],
              ['overviewApi', api],
            ] as const
          ).map(
            ([name, address]) =>
              address !== null && (
                <div key={name}>
                  <dt>{word(name)}</dt>
                  <dd>
                    {inForce ? (
                      <a href={address} rel="noreferrer" target="_blank">
                        {absolute(address)}
                      </a>
                    ) : (
                      absolute(address)
                    )}
                  </dd>
                </div>
              ),
          )}
          <Governing promises={governing} timeZone={timeZone} />
        </dl>
        <p>
          <Link href={timelineUrl}>{word('overviewTimeline')}</Link>
        </p>
      </section>
      <NewVersion slugs={slugs} timeZone={timeZone} versions={versions} versionUrl={versionUrl} />
      <History report={report} versions={versions} versionUrl={versionUrl} />
    </>
  )
}

/** An address as it can be copied; without the host's `serverURL` it is one of this server. */
const absolute = (address: string): string => new URL(address, window.location.origin).href
