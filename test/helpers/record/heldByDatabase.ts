import type { Invariant } from './invariant.js'
import type { EventRow } from './readRecord.js'

import { fingerprint } from '../../../src/index.js'
import { approversOf } from './approvals.js'
import { ms, repeated } from './invariant.js'
import { publishedOf } from './readRecord.js'
import { standing } from './timelines.js'

/** What holds whoever writes, since the database itself refuses anything else. */
export const heldByDatabase = {
  'a label names one version': ({ versions }) => repeated(versions.map(({ label }) => label)),
  'every event is chained to the one before it': ({ events }) =>
    events.flatMap((event, index) =>
      event.sequence === index + 1 && event.previous_hash === (events[index - 1]?.hash ?? null)
        ? []
        : `event ${event.sequence}`,
    ),
  'every event hashes to its hash': ({ events }) =>
    events.flatMap((event) => (hashOf(event) === event.hash ? [] : `event ${event.sequence}`)),
  'no two versions take effect at the same instant': (rows) =>
    repeated(standing(rows).map(({ effective_at }) => effective_at)),
  'no version takes effect before it is published': (rows) =>
    publishedOf(rows).flatMap(({ effective_at, label, published_at }) =>
      ms(effective_at) < ms(published_at) ? `version ${label}` : [],
    ),
  'no version was withdrawn but between its publication and its effect': (rows) =>
    publishedOf(rows).flatMap(({ effective_at, label, published_at, withdrawn_at }) =>
      ms(withdrawn_at) >= ms(effective_at) || ms(withdrawn_at) < ms(published_at)
        ? `version ${label}`
        : [],
    ),
  'one publication comes after the other': (rows) =>
    repeated(publishedOf(rows).map(({ published_at }) => published_at)),
  'what is published has all of it, and what is not has nothing of it': ({ versions }) =>
    versions.flatMap(
      ({ effective_at, label, published_at, published_by, snapshot, status, withdrawn_at }) => {
        const sealed = [effective_at, published_by, snapshot]
        const isWhole =
          published_at === null
            ? !['published', 'withdrawn'].includes(status) &&
              [...sealed, withdrawn_at].every((value) => value === null)
            : status === (withdrawn_at === null ? 'published' : 'withdrawn') &&
              sealed.every((value) => value !== null)
        return isWhole ? [] : `version ${label} is ${status}`
      },
    ),
  'what is published was approved as it stands, by somebody else': (rows) =>
    publishedOf(rows).flatMap((version) =>
      approversOf({ rows, scope: 'text', version }).length > 0 ? [] : `version ${version.label}`,
    ),
  'what is published with an exception had that approved': (rows) =>
    publishedOf(rows).flatMap((version) =>
      !version.exception_reason || approversOf({ rows, scope: 'exception', version }).length > 0
        ? []
        : `version ${version.label}`,
    ),
  'what was sealed is what the fingerprint names': (rows) =>
    publishedOf(rows).flatMap(({ fingerprint: named, label, snapshot }) =>
      fingerprint(snapshot?.content) === named ? [] : `version ${label}`,
    ),
} satisfies Record<string, Invariant>

const hashOf = ({
  id,
  actor,
  at,
  data,
  policy_id,
  previous_hash,
  seals,
  sequence,
  type,
  version_id,
}: EventRow): string =>
  fingerprint({
    id,
    actor,
    at: new Date(at).toISOString(),
    data,
    policy: policy_id,
    previousHash: previous_hash,
    seals,
    sequence,
    type,
    version: version_id,
  })
