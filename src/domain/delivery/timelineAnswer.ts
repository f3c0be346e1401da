import type { PublicVersion } from '../publicVersion.js'
import type { PolicyRecord } from './source.js'

import { knownAt, publicVersions, timelineAt } from '../publicVersion.js'
import {
  type Answer,
  dateOrNull,
  noPolicy,
  policyChangedAt,
  readPolicy,
  type Reading,
  type Shown,
} from './answer.js'

export type PolicyTimeline = {
  /** The last event of the policy's record, by which others can tell that nothing was cut off. */
  head: PolicyRecord['head']
  nextChangeAt: null | string
  policy: PublicVersion['policy']
  /** Newest first, without their texts. */
  versions: PublicVersion[]
}

/** A policy's published versions, newest first. @throws PolicyError `NOT_FOUND` without such a policy. */
export const timelineAnswer = async (
  reading: Reading,
): Promise<Answer<PolicyTimeline> & Pick<Shown, 'record'>> => {
  const {
    at: now,
    latest,
    record,
  } = await readPolicy({
    ...reading,
    wanted: { kind: 'timeline' },
  })
  const versions = knownAt({ at: now, rows: record.versions })
    .map(publicVersions({ ...reading, at: now, rows: record.versions }))
    .reverse()
  const [newest] = versions

  // By a simulated clock its first publication may still be to come.
  if (!newest) {
    throw noPolicy(reading)
  }

  const { nextChangeAt } = timelineAt({ at: now, rows: record.versions })
  return {
    body: { head: record.head, nextChangeAt, policy: newest.policy, versions },
    changedAt: policyChangedAt({ now, record }),
    latest,
    now,
    record,
    until: dateOrNull(nextChangeAt),
  }
}
