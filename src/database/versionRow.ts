import type { PublicTables } from './statement.js'

import { derived } from './derivedColumns.js'

/** Since when the public could know of a version; an import says so itself. */
export const knownFrom = (row: string): string =>
  `case when coalesce(${row}.imported_source, '') = '' then ${row}.published_at
    else coalesce((${derived('particulars', row)} ->> 'knownFrom')::timestamptz, ${row}.published_at) end`

/**
 * True for what the public could know of at a moment, which is nearly all. Said so that the planner
 * takes it for that: it expects a plain comparison to leave a third, and reads and sorts a policy's
 * whole history where the end of an index would do.
 */
export const isKnownAt = ({ moment, row }: { moment: string; row: string }): string =>
  `(${knownFrom(row)} > ${moment}) is not true`

/** True for an import that nobody knows the date of. */
export const isUndated = (row: string): string =>
  `coalesce(${row}.imported_source, '') <> '' and ${derived('particulars', row)} -> 'publication' ->> 'effectiveAt' is null`

/** The version of an id as a `PublishedRow`, and by what it is ordered; of what is not whole its place in the timeline alone. */
export const rowOf = ({
  id,
  isWhole = 'true',
  tables,
}: {
  id: string
  isWhole?: string
  tables: Pick<PublicTables, 'versions'>
}): string =>
  `lateral (
            select v.id, v.effective_at, v.published_at, json_build_object(
              'id', v.id,
              'effectiveAt', v.effective_at,
              'fingerprint', v.fingerprint,
              'isUndated', ${isUndated('v')},
              'knownFrom', ${knownFrom('v')},
              'label', v.label,
              'publishedAt', v.published_at,
              'sealed', case when ${isWhole} then ${derived('particulars', 'v')} end,
              'textLanguages', case when ${isWhole} then ${derived('languages', 'v')} end,
              'withdrawnAt', v.withdrawn_at
            ) as value
            from ${tables.versions} v where v.id = ${id} offset 0
          ) row`
