import type { PolicyRecord, Wanted } from '../domain/delivery/source.js'
import type { Query, PublicTables } from './statement.js'

/**
 * Reads a policy's published versions in one statement, from their snapshots: drafts are not asked
 * for, and nothing that can be edited later is looked at. Their texts stay where they are.
 */
export const readPolicyRecord = ({
  query,
  slug,
  tables,
  wanted,
}: {
  query: Query
  slug: string
  tables: PublicTables
  wanted: Wanted
}): Promise<PolicyRecord & { now: string }> => {
  const {
    first = 'null',
    head = 'null',
    joins = '',
    values,
    versions,
  } = selectionOf({
    tables,
    wanted,
  })

  return query({
    text: `
      select json_build_object(
        'now', moment.now,
        'policy', case when policy.id is not null then
          json_build_object('slug', policy.slug, 'timeZone', policy.time_zone)
        end,
        'changedAt', (
          select max(greatest(v.published_at, v.withdrawn_at)) from ${tables.versions} v
          where v.policy_id = policy.id and v.published_at is not null
        ),
        'first', ${first},
        'head', ${head},
        'versions', (
          select coalesce(json_agg(${rowJson} order by v.effective_at), '[]')
          from (${versions}) wanted cross join ${unpackedVersion({ isUnpacked: 'wanted.fields', tables })}
        )
      ) as answer
      from (select clock_timestamp() as now offset 0) moment
      -- That a policy is being drafted is nobody's business before its first publication.
      left join ${tables.policies} policy on policy.slug = $1 and exists (
        select from ${tables.versions} v where v.policy_id = policy.id and v.published_at is not null
      )
      ${joins}`,
    values: [slug, ...values],
  })
}

/**
 * The version `v` that `wanted.id` names, its snapshot taken out of storage once for all that is read
 * of it, if at all: it is large, and each reference to the column would do it again.
 */
export const unpackedVersion = ({
  isUnpacked,
  tables,
}: {
  isUnpacked: string
  tables: Pick<PublicTables, 'versions'>
}): string =>
  `lateral (
            select v.*, case when ${isUnpacked} then v.snapshot || '{}' end as unpacked
            from ${tables.versions} v where v.id = wanted.id offset 0
          ) v`

/** Since when the public could know of a version; an import says so itself. */
export const knownFrom = (row: string): string =>
  `case when coalesce(${row}.imported_source, '') = '' then ${row}.published_at
    else coalesce((${row}.snapshot ->> 'knownFrom')::timestamptz, ${row}.published_at) end`

/** True for an import that nobody knows the date of. */
export const isUndated = (row: string): string =>
  `coalesce(${row}.imported_source, '') <> '' and ${row}.snapshot -> 'publication' ->> 'effectiveAt' is null`

/** A version `v` as a `PublishedRow`; of what is not unpacked its place in the timeline alone. */
export const rowJson = `json_build_object(
            'id', v.id,
            'effectiveAt', v.effective_at,
            'fingerprint', v.fingerprint,
            'isUndated', ${isUndated('v')},
            'knownFrom', ${knownFrom('v')},
            'label', v.label,
            'publishedAt', v.published_at,
            'sealed', v.unpacked - '{content,count,renditions}'::text[],
            'textLanguages', (
              select json_agg(language) from jsonb_object_keys(v.unpacked -> 'renditions') language
            ),
            'withdrawnAt', v.withdrawn_at
          )`

type Selection = {
  first?: string
  head?: string
  /** What is found once, beside the policy. */
  joins?: string
  values: unknown[]
  /** The versions by their `id`, and whether their `fields` are wanted or their place alone. */
  versions: string
}

/** Which rows are read, and of which the sealed fields: the few around what is wanted. */
const selectionOf = ({
  tables: { events, versions },
  wanted,
}: {
  tables: PublicTables
  wanted: Wanted
}): Selection => {
  const published = 'v.policy_id = policy.id and v.published_at is not null'
  // As the unique index of effective instants has it, so that it serves the search.
  const live = `${published} and v.withdrawn_at is null`

  switch (wanted.kind) {
    case 'fingerprint':
      return {
        values: [wanted.fingerprint],
        versions: `
          select v.id, true as fields from ${versions} v where v.fingerprint = $2 and ${published}`,
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
        joins: `
      cross join lateral (
        select coalesce($2::timestamptz, moment.now) as opens, coalesce($3::timestamptz, moment.now) as closes
      ) span
      left join lateral (
        select v.effective_at from ${versions} v
        where ${live} and v.effective_at <= span.opens and ${knownFrom('v')} <= span.opens
        order by v.effective_at desc limit 1
      ) earliest on true`,
        values: [wanted.opens?.toISOString() ?? null, wanted.closes?.toISOString() ?? null],
        versions: `
            select v.id, true as fields from ${versions} v
            where ${live} and v.effective_at >= coalesce(earliest.effective_at, '-infinity')
              and ${knownFrom('v')} <= span.closes
            union all
            (
              select v.id, false from ${versions} v
              where ${live} and v.effective_at < earliest.effective_at and ${knownFrom('v')} <= span.closes
              order by v.effective_at desc limit 1
            )
            union all
            -- Not withdrawn yet, at a moment in the past.
            select v.id, true from ${versions} v
            where $2::timestamptz is not null and v.policy_id = policy.id
              and v.published_at <= span.closes and v.withdrawn_at > span.opens`,
      }
    case 'labels': {
      const [first, second = first] = wanted.labels

      return {
        values: [first, second],
        versions: `
            with labelled as materialized (
              select v.id, v.effective_at from ${versions} v where v.label in ($2, $3) and ${published}
            )
            select id, true as fields from labelled
            union
            select beside.id, false from labelled cross join lateral (
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
            where beside.id not in (select id from labelled)`,
      }
    }
    case 'timeline':
      return {
        head: `(
          select json_build_object('hash', hash, 'sequence', sequence)
          from ${events} where policy_id = policy.id order by sequence desc limit 1
        )`,
        values: [],
        versions: `select v.id, true as fields from ${versions} v where ${published}`,
      }
  }
}
