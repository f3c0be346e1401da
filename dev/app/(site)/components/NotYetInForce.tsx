import type { PolicyTimeline } from 'payload-plugin-policy-versioning'

import { historyPath } from '../addresses.js'
import { DayOf } from './WrittenDate.js'

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
      <div className="box box--upcoming">
        <p className="box__lead">
          Not in force yet: it starts on <DayOf instant={startsAt} timeZone={policy.timeZone} />
        </p>
        <p>
          <a href={first?.url ?? historyPath(policy.slug)}>Read it beforehand</a>
        </p>
      </div>
    </div>
  )
}
