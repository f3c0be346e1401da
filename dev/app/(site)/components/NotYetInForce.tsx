import type { PolicyTimeline } from 'payload-plugin-policy-versioning'

import { historyPath } from '../addresses.js'
import { writtenDayOf } from '../dates.js'

/** Stands in for a policy whose first version is published and still to take effect. */
export const NotYetInForce = ({
  startsAt,
  timeline: { policy, versions },
}: {
  startsAt: string
  timeline: PolicyTimeline
}) => {
  const first = versions.find(
    ({ effectiveAt, state }) => state === 'upcoming' && effectiveAt === startsAt,
  )

  return (
    <div className="page">
      <h1>{policy.title}</h1>
      <div className="policy-standing policy-standing--upcoming">
        <p className="policy-standing__lead">
          Not in force yet: it starts on{' '}
          <time dateTime={startsAt}>
            {writtenDayOf({ instant: startsAt, timeZone: policy.timeZone })}
          </time>
        </p>
        <p>
          <a href={first?.url ?? historyPath(policy.slug)}>Read it beforehand</a>
        </p>
      </div>
    </div>
  )
}
