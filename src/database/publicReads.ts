import type { PolicyRecord, Wanted } from '../domain/delivery/source.js'
import type { Query, PublicTables } from './statement.js'

/**
 * Reads a policy's published versions in one statement, from their snapshots: drafts are not asked
 * for, and nothing that can be edited later is looked at.
 */
export const readPolicyRecord = ({
  hasText,
  query,
  slug,
  tables,
  wanted,
}: {
  hasText: boolean
  query: Query
  slug: string
  tables: PublicTables
  wanted: Wanted
}): Promise<PolicyRecord & { now: string }> => {
  const { first = 'null', head = 'null', rows, values } = selectionOf({ tables, wanted })

  return query({
    text: `
      with moment as materialized (select clock_timestamp() as now),
        -- That a policy is being drafted is nobody's business before its first publication.
        policy as materialized (
          select p.id, p.slug, p.time_zone from ${tables.policies} p
          where p.slug = $1 and exists (
            select from ${tables.versions} v where v.policy_id = p.id and v.published_at is not null
          )
        ),
        ${rows}
      select json_build_object(
        'now', (select now from moment),
        'policy', (select json_build_object('slug', slug, 'timeZone', time_zone) from policy),
        'changedAt', (
          select max(greatest(v.published_at, v.withdrawn_at)) from ${tables.versions} v
          where v.policy_id = (select id from policy) and v.published_at is not null
        ),
        'first', ${first},
        'head', ${head},
        'versions', (
          select coalesce(json_agg(${rowJson({
            hasFields: 'wanted.fields',
            hasText: 'wanted.text and $2::boolean',
          })} order by v.effective_at), '[]')
          from wanted join ${tables.versions} v on v.id = wanted.id
        )
      ) as answer`,
    values: [slug, hasText, ...values],
  })
}

/** A version `v` as a `PublishedRow`; which of its parts are left out, SQL says. */
export const rowJson = ({ hasFields, hasText }: { hasFields: string; hasText: string }): string =>
  `json_build_object(
            'id', v.id,
            'effectiveAt', v.effective_at,
            'fingerprint', v.fingerprint,
            'isUndated', ${isUndated('v')},
            'knownFrom', ${knownFrom('v')},
            'label', v.label,
            'publishedAt', v.published_at,
            'renditions', case when ${hasText} then v.snapshot -> 'renditions' end,
            'sealed', case when ${hasFields} then v.snapshot - '{content,count,renditions}'::text[] end,
            'textLanguages', case when ${hasFields} then (
              select json_agg(language) from jsonb_object_keys(v.snapshot -> 'renditions') language
            ) end,
            'withdrawnAt', v.withdrawn_at
          )`

/** Since when the public could know of a version; an import says so itself. */
export const knownFrom = (row: string): string =>
  `case when coalesce(${row}.imported_source, '') = '' then ${row}.published_at
    else coalesce((${row}.snapshot ->> 'knownFrom')::timestamptz, ${row}.published_at) end`

/** True for an import that nobody knows the date of. */
export const isUndated = (row: string): string =>
  `coalesce(${row}.imported_source, '') <> '' and ${row}.snapshot -> 'publication' ->> 'effectiveAt' is null`

type Selection = { first?: string; head?: string; rows: string; values: unknown[] }

/** Which rows are read, and of which the text and the sealed fields: the few around what is wanted. */
const selectionOf = ({ tables, wanted }: { tables: PublicTables; wanted: Wanted }): Selection => {
  const versions = tables.versions
  // As the unique index of effective instants has it, so that it serves the search.
  const live =
    'v.policy_id = (select id from policy) and v.published_at is not null and v.withdrawn_at is null'

  switch (wanted.kind) {
    case 'fingerprint':
      return {
        rows: `wanted as (
          select v.id, true as text, true as fields from ${versions} v
          where v.fingerprint = $3 and v.policy_id = (select id from policy) and v.published_at is not null
        )`,
        values: [wanted.fingerprint],
      }
    case 'in_force':
      return {
        first: `(
          select json_build_object(
            'effectiveAt', case when ${isUndated('v')} then null else v.effective_at end,
            'knownFrom', ${knownFrom('v')}
          )
          from ${versions} v where ${live} order by v.effective_at limit 1
        )`,
        rows: `
        span as materialized (
          select coalesce($3::timestamptz, now) as opens, coalesce($4::timestamptz, now) as closes from moment
        ),
        first as materialized (
          select v.id, v.effective_at from ${versions} v
          where ${live} and v.effective_at <= (select opens from span)
            and ${knownFrom('v')} <= (select opens from span)
          order by v.effective_at desc limit 1
        ),
        wanted as (
          select v.id, v.effective_at <= (select closes from span) as text, true as fields
          from ${versions} v
          where ${live} and v.effective_at >= coalesce((select effective_at from first), '-infinity')
            and ${knownFrom('v')} <= (select closes from span)
          union all
          (
            select v.id, false, false from ${versions} v
            where ${live} and v.effective_at < (select effective_at from first)
              and ${knownFrom('v')} <= (select closes from span)
            order by v.effective_at desc limit 1
          )
          union all
          -- Not withdrawn yet, at a moment in the past.
          select v.id, false, true from ${versions} v
          where $3::timestamptz is not null
            and v.policy_id = (select id from policy) and v.published_at <= (select closes from span)
            and v.withdrawn_at > (select opens from span)
        )`,
        values: [wanted.opens?.toISOString() ?? null, wanted.closes?.toISOString() ?? null],
      }
    case 'labels': {
      const [first, second = first] = wanted.labels

      return {
        rows: `
        labelled as materialized (
          select v.id, v.effective_at from ${versions} v
          where v.label in ($3, $4) and v.policy_id = (select id from policy) and v.published_at is not null
        ),
        neighbours as (
          select beside.id from labelled cross join lateral (
            (
              select v.id from ${versions} v where ${live} and v.effective_at < labelled.effective_at
              order by v.effective_at desc limit 1
            )
            union all
            (
              select v.id from ${versions} v where ${live} and v.effective_at > labelled.effective_at
              order by v.effective_at limit 1
            )
          ) beside
        ),
        wanted as (
          select id, true as text, true as fields from labelled
          union
          select id, false, false from neighbours where id not in (select id from labelled)
        )`,
        values: [first, second],
      }
    }
    case 'timeline':
      return {
        head: `(
          select json_build_object('hash', hash, 'sequence', sequence)
          from ${tables.events} where policy_id = (select id from policy)
          order by sequence desc limit 1
        )`,
        rows: `wanted as (
          select v.id, false as text, true as fields from ${versions} v
          where v.policy_id = (select id from policy) and v.published_at is not null
        )`,
        values: [],
      }
  }
}
