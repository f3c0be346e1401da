import type { PublishedRow } from '../domain/publicVersion.js'
import type { Query, Tables } from './statement.js'

/** A policy and its published versions, in the order of their effect. */
export type PolicyRecord = {
  /** The hash and the number of the last event of the policy's record. */
  head: { hash: string; sequence: number } | null
  /** The database's time of the read. */
  now: string
  policy: { slug: string; timeZone: string } | null
  versions: PublishedRow[]
}

/** Which versions come with their text: those that can be in force in a span, some by name, or none. */
export type Wanted =
  | { closes: Date | null; kind: 'in_force'; opens: Date | null }
  | { fingerprint: string; kind: 'fingerprint' }
  | { kind: 'label'; label: string }
  | { kind: 'pair'; labels: readonly [string, string] }
  | { kind: 'timeline' }

/**
 * Reads a policy's published versions in one statement, from their snapshots: drafts are not asked
 * for, and nothing that can be edited later is looked at.
 */
export const readPolicyRecord = ({
  query,
  slug,
  tables,
  wanted,
}: {
  query: Query
  slug: string
  tables: Tables
  wanted: Wanted
}): Promise<PolicyRecord> => {
  const { renditions, sealed, values } = conditionsOf({ tables, wanted })

  return query({
    text: `
      with moment as materialized (select clock_timestamp() as now),
        policy as (select id, slug, time_zone from ${tables.policies} where slug = $1)
      select json_build_object(
        'now', (select now from moment),
        'policy', (select json_build_object('slug', slug, 'timeZone', time_zone) from policy),
        'head', (
          select json_build_object('hash', hash, 'sequence', sequence)
          from ${tables.events} where policy_id = (select id from policy)
          order by sequence desc limit 1
        ),
        'versions', (
          select coalesce(json_agg(json_build_object(
            'id', v.id,
            'effectiveAt', v.effective_at,
            'fingerprint', v.fingerprint,
            'isUndated', v.snapshot -> 'publication' ->> 'effectiveAt' is null,
            'knownFrom', v.snapshot ->> 'knownFrom',
            'label', v.label,
            'publishedAt', v.published_at,
            'renditions', case when ${renditions} then v.snapshot -> 'renditions' end,
            'sealed', case when ${sealed} then v.snapshot - '{content,count,renditions}'::text[] end,
            'withdrawnAt', v.withdrawn_at
          ) order by v.effective_at), '[]')
          from ${tables.versions} v
          where v.policy_id = (select id from policy) and v.published_at is not null
        )
      ) as answer`,
    values: [slug, ...values],
  })
}

/** Since when the public could know of a version; an import says so itself. */
const knownFrom = (row: string): string =>
  `coalesce((${row}.snapshot ->> 'knownFrom')::timestamptz, ${row}.published_at)`

/** The conditions under which a row of the timeline carries its text, and its sealed fields. */
const conditionsOf = ({
  tables,
  wanted,
}: {
  tables: Tables
  wanted: Wanted
}): { renditions: string; sealed: string; values: unknown[] } => {
  switch (wanted.kind) {
    case 'fingerprint':
      return {
        renditions: 'v.fingerprint = $2',
        sealed: 'v.fingerprint = $2',
        values: [wanted.fingerprint],
      }
    case 'in_force': {
      const opens = 'coalesce($2::timestamptz, (select now from moment))'
      const closes = 'coalesce($3::timestamptz, (select now from moment))'
      const isInForce = `(
        v.withdrawn_at is null and v.effective_at <= ${closes}
        and ${knownFrom('v')} <= ${closes} and not exists (
          select 1 from ${tables.versions} later
          where later.policy_id = v.policy_id and later.published_at is not null
            and later.withdrawn_at is null
            and later.effective_at > v.effective_at and later.effective_at <= ${opens}
            and ${knownFrom('later')} <= ${opens}
        )
      )`
      return {
        renditions: isInForce,
        sealed: `(v.effective_at > ${opens} or ${isInForce})`,
        values: [wanted.opens?.toISOString() ?? null, wanted.closes?.toISOString() ?? null],
      }
    }
    case 'label':
      return { renditions: 'v.label = $2', sealed: 'v.label = $2', values: [wanted.label] }
    case 'pair':
      return {
        renditions: 'v.label in ($2, $3)',
        sealed: 'v.label in ($2, $3)',
        values: [...wanted.labels],
      }
    case 'timeline':
      return { renditions: 'false', sealed: 'true', values: [] }
  }
}
