import type { NoticeTier } from '../../../src/index.js'
import type { PolicyRows, PublishedRow } from './readRecord.js'

import { upcomingAt } from '../../../src/domain/timeline.js'
import { policyAt } from '../../../src/index.js'
import { ms } from './invariant.js'
import { publishedOf } from './readRecord.js'

/** A version of a policy's record. */
export type OfRecord = { rows: PolicyRows; version: PublishedRow }

/** The versions that were published before an instant, as they stood then. */
export const timelineAt = ({ instant, rows }: { instant: number; rows: PolicyRows }) =>
  publishedOf(rows)
    .filter(({ published_at }) => ms(published_at) < instant)
    .map(({ id, effective_at, withdrawn_at }) => ({
      id,
      effectiveAt: effective_at,
      withdrawnAt: ms(withdrawn_at) <= instant ? withdrawn_at : null,
    }))

/** The version in force when another was published, and those that take effect between the two. */
export const governing = ({
  rows,
  version: { effective_at, published_at },
}: OfRecord): PublishedRow[] => {
  const at = new Date(published_at)
  const versions = timelineAt({ instant: +at, rows })
  const inForce = policyAt({ at, versions })
  const between = upcomingAt({ at, versions }).filter(
    ({ effectiveAt }) => ms(effectiveAt) < ms(effective_at),
  )

  return [...(inForce ? [inForce] : []), ...between].map(({ id }) =>
    publishedOf(rows).find((published) => published.id === id)!,
  )
}

/** What a version promised about a change of another's kind. */
export const tierOf = ({
  promising,
  version,
}: {
  promising: PublishedRow
  version: PublishedRow
}): NoticeTier => promising.notice_terms[version.material_change ? 'material' : 'other']

/** The published versions that were not withdrawn. */
export const standing = (rows: PolicyRows): PublishedRow[] =>
  publishedOf(rows).filter(({ withdrawn_at }) => withdrawn_at === null)

/** The version right before another, as the record stands now. */
export const predecessorOf = ({ rows, version }: OfRecord): PublishedRow | undefined =>
  standing(rows)
    .filter(({ effective_at }) => ms(effective_at) < ms(version.effective_at))
    .sort((one, other) => ms(one.effective_at) - ms(other.effective_at))
    .at(-1)

/** The version whose publication withdrew another. */
export const successorOf = ({ rows, version }: OfRecord): PublishedRow | undefined =>
  publishedOf(rows).find(
    ({ published_at, replaces_version_id }) =>
      replaces_version_id === version.id && ms(version.withdrawn_at) === ms(published_at),
  )
