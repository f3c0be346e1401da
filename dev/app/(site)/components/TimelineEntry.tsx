import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { StateBadge } from './StateBadge.js'
import { Day, DayOf } from './WrittenDate.js'

/** A version's place in its policy's history. */
export const TimelineEntry = ({ version }: { version: PublicVersion }) => {
  const {
    changeSummary,
    effectiveOn,
    exception,
    imported,
    label,
    locale,
    policy,
    publishedAt,
    state,
    url,
    withdrawnAt,
  } = version
  const { timeZone } = policy

  return (
    <li className={`entry entry--${state}`}>
      <h2 className="entry__title">
        <a href={url}>Version {label}</a> <StateBadge state={state} />
      </h2>
      <dl className="facts">
        <div>
          <dt>{effectWords[state]}</dt>
          <dd>
            <Day day={effectiveOn} />
          </dd>
        </div>
        <div>
          <dt>Published</dt>
          <dd>
            <DayOf instant={publishedAt} timeZone={timeZone} />
          </dd>
        </div>
        {withdrawnAt && (
          <div>
            <dt>Withdrawn</dt>
            <dd>
              <DayOf instant={withdrawnAt} timeZone={timeZone} />
            </dd>
          </div>
        )}
        <div>
          <dt>Change</dt>
          <dd>{changeWords(version)}</dd>
        </div>
        {imported && (
          <div>
            <dt>Imported</dt>
            <dd>From before this record began: {imported.source}</dd>
          </div>
        )}
        {exception && (
          <div>
            <dt>Shorter notice</dt>
            <dd>{exception.explanation}</dd>
          </div>
        )}
      </dl>
      {changeSummary && (
        <p className="entry__summary" lang={locale}>
          {changeSummary}
        </p>
      )}
    </li>
  )
}

const effectWords = {
  in_force: 'In effect since',
  superseded: 'Took effect',
  upcoming: 'Takes effect',
  withdrawn: 'Was to take effect',
}

const changeWords = ({ links, materialChange }: PublicVersion): string => {
  if (!links.predecessor) {
    return 'First version'
  }
  return materialChange ? 'Material change' : 'Not a material change'
}
