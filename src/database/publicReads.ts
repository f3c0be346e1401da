import type { PolicyRecord, Wanted } from '../domain/delivery/source.js'
import type { StoredText, WantedText } from '../domain/versionText.js'
import type { PublicTables, ReadRow } from './statement.js'

import { particularsOf, publicParticulars } from './particulars.js'
import { textColumns, unpackedSnapshot } from './versionText.js'

/**
 * Reads a policy's published versions in one statement, from their snapshots: drafts are not asked
 * for, and nothing that can be edited later is looked at. Their texts stay where they are, but for that
 * of the version which is most likely answered, where it is wanted.
 */
export const readPolicyRecord = async ({
  at = null,
  readRow,
  slug,
  tables,
  text: wantedText,
  wanted,
}: {
  /** The present by a simulated clock; by the database's own where there is none. */
  at?: Date | null
  readRow: ReadRow
  slug: string
  tables: PublicTables
  text?: undefined | WantedText
  wanted: Wanted
}): Promise<PolicyRecord & { now: string }> => {
  const {
    first = 'null',
    head = 'null',
    joins = '',
    shown,
    values,
    versions,
  } = selectionOf({ at, tables, wanted })
  const text = shown && wantedText
  const language = `$${values.length + 2}`

  const row = await readRow<Row>({
    text: `
      select json_build_object(
        'now', moment.now,
        'policy', case when policy.id is not null then
          json_build_object('slug', policy.slug, 'timeZone', policy.time_zone)
        end,
        'changedAt', greatest(
          (select max(v.published_at) from ${tables.versions} v where v.policy_id = policy.id),
          (select max(v.withdrawn_at) from ${tables.versions} v where v.policy_id = policy.id)
        ),
        'first', ${first},
        'head', ${head},
        'versions', (
          select coalesce(json_agg(row.value order by row.effective_at, row.published_at), '[]')
          from (${versions}) wanted
          cross join ${rowOf({ id: 'wanted.id', isWhole: 'wanted.fields', tables })}
        )
      ) as answer
        ${text ? `, shown.id as version, ${textColumns({ forms: text.forms, from: 'shown.snapshot', language })}` : ''}
      from (select clock_timestamp() as now offset 0) moment
      -- That a policy is being drafted is nobody's business before its first publication.
      left join ${tables.policies} policy on policy.slug = $1 and exists (
        select from ${tables.versions} v where v.policy_id = policy.id and v.published_at is not null
      )
      ${joins}
      ${text ? `left join lateral (${unpackedSnapshot({ forms: text.forms, id: shown, tables })}) shown on true` : ''}`,
    values: [slug, ...values, ...(text ? [text.locale] : [])],
  })
  const { answer, version, ...found } = row!
  // What has no text in that language has none in any form.
  const isThere = text && version && Object.values(found).some((form) => form !== null)

  return isThere ? { ...answer, text: { language: text.locale, text: found, version } } : answer
}

type Row = StoredText & {
  answer: PolicyRecord & { now: string }
  version?: null | number | string
}

/** Since when the public could know of a version; an import says so itself. */
export const knownFrom = (row: string): string =>
  `case when coalesce(${row}.imported_source, '') = '' then ${row}.published_at
    else coalesce((${particularsOf(row)} ->> 'knownFrom')::timestamptz, ${row}.published_at) end`

/**
 * True for what the public could know of at a moment, which is nearly all. Said so that the planner
 * takes it for that: it expects a plain comparison to leave a third, and reads and sorts a policy's
 * whole history where the end of an index would do.
 */
const isKnownAt = ({ moment, row }: { moment: string; row: string }): string =>
  `(${knownFrom(row)} > ${moment}) is not true`

/** True for an import that nobody knows the date of. */
export const isUndated = (row: string): string =>
  `coalesce(${row}.imported_source, '') <> '' and ${particularsOf(row)} -> 'publication' ->> 'effectiveAt' is null`

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
              'sealed', case when ${isWhole} then ${publicParticulars('v')} end,
              'textLanguages', case when ${isWhole} then ${particularsOf('v')} -> 'textLanguages' end,
              'withdrawnAt', v.withdrawn_at
            ) as value
            from ${tables.versions} v where v.id = ${id} offset 0
          ) row`

type Selection = {
  first?: string
  head?: string
  /** What is found once, beside the policy. */
  joins?: string
  /** The version that is most likely answered, if it is just one. */
  shown?: string
  values: unknown[]
  /** The versions by their `id`, and whether their `fields` are wanted or their place alone. */
  versions: string
}

/** Which rows are read, and of which the sealed fields: the few around what is wanted. */
const selectionOf = ({
  at,
  tables: { events, versions },
  wanted,
}: {
  at: Date | null
  tables: PublicTables
  wanted: Wanted
}): Selection => {
  const published = 'v.policy_id = policy.id and v.published_at is not null'
  // As the unique index of effective instants has it, so that it serves the search.
  const live = `${published} and v.withdrawn_at is null`

  switch (wanted.kind) {
    case 'fingerprint':
      return {
        shown: `(select v.id from ${versions} v where v.fingerprint = $2 and ${published} limit 1)`,
        values: [wanted.fingerprint],
        versions: `
          select v.id, true as fields from ${versions} v where v.fingerprint = $2 and ${published}`,
      }
    case 'in_force': {
      const { closes, opens } = wanted
      const isPast = opens !== null && closes !== null
      const span = isPast
        ? '$2::timestamptz as opens, $3::timestamptz as closes'
        : 'moment.now as opens, moment.now as closes'

      return {
        first: `(
          select json_build_object(
            'effectiveAt', case when ${isUndated('v')} then null else v.effective_at end,
            'knownFrom', ${knownFrom('v')}
          )
          from ${versions} v where ${live} order by v.effective_at limit 1
        )`,
        joins: `
      -- Of which the planner knows nothing, so that it plans once and not for each moment.
      cross join lateral (select ${span} offset 0) span
      left join lateral (
        select v.id, v.effective_at from ${versions} v
        where ${live} and v.effective_at <= span.opens and ${isKnownAt({ moment: 'span.opens', row: 'v' })}
        order by v.effective_at desc limit 1
      ) earliest on true`,
        shown: 'earliest.id',
        values: isPast ? [opens.toISOString(), closes.toISOString()] : [],
        // Between, as the planner takes what is open on one side for a third of all versions.
        versions: `
            select v.id, true as fields from ${versions} v
            where ${live}
              and v.effective_at between coalesce(earliest.effective_at, '-infinity') and 'infinity'
              and ${isKnownAt({ moment: 'span.closes', row: 'v' })}
            union all
            (
              select v.id, false from ${versions} v
              where ${live} and v.effective_at < earliest.effective_at
                and ${isKnownAt({ moment: 'span.closes', row: 'v' })}
              order by v.effective_at desc limit 1
            )
            ${
              isPast
                ? `union all
            -- Not withdrawn yet at that moment.
            select v.id, true from ${versions} v
            where v.policy_id = policy.id and v.published_at <= span.closes
              and v.withdrawn_at > span.opens and v.withdrawn_at <= 'infinity'`
                : ''
            }`,
      }
    }
    case 'labels': {
      const [first, second = first] = wanted.labels
      const now = at ? '$4::timestamptz' : 'moment.now'
      const known = `${live} and ${isKnownAt({ moment: now, row: 'v' })}`

      return {
        shown: `(select v.id from ${versions} v where v.label = $2 and ${published})`,
        values: [first, second, ...(at ? [at.toISOString()] : [])],
        versions: `
            with labelled as materialized (
              select v.id, v.effective_at from ${versions} v where v.label in ($2, $3) and ${published}
            )
            select id, true as fields from labelled
            union
            select beside.id, false from (
              select neighbour.id from labelled cross join lateral (
                (
                  select v.id from ${versions} v where ${live} and v.effective_at < labelled.effective_at
                  order by v.effective_at desc limit 1
                )
                union all
                (
                  select v.id from ${versions} v where ${live} and v.effective_at > labelled.effective_at
                  order by v.effective_at limit 1
                )
              ) neighbour
              union all
              -- What the clock changed last and changes next, whichever version is asked for.
              (
                select v.id from ${versions} v where ${known} and v.effective_at <= ${now}
                order by v.effective_at desc limit 1
              )
              union all
              (
                select v.id from ${versions} v where ${known} and v.effective_at > ${now}
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
