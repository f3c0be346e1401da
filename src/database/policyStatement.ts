import type { Wanted } from '../domain/delivery/source.js'
import type { TextForm } from '../domain/versionText.js'
import type { PublicTables } from './statement.js'

import { isKnownAt, rowOf } from './versionRow.js'
import { textColumns, unpackedSnapshot } from './versionText.js'

/** What a statement that reads a policy looks like; the values that it is run with are not in it. */
export type PolicyRead = {
  /** In which forms the text of the version comes along that is most likely answered. */
  forms: readonly TextForm[]
  /** True where the present is a parameter of its own, $4, beside two labels. */
  isDated: boolean
  /** True for what was in force between $2 and $3, false for what is now. */
  isSpan: boolean
  kind: Wanted['kind']
  /** The number of the parameter that names the language of the text: the last. */
  language: number
  tables: PublicTables
}

/**
 * A statement that reads the policy whose slug is $1. Each is written once: a new text would be hashed
 * and compared with what is prepared each time that it is run.
 */
export const policyStatement = (read: PolicyRead): string => {
  const { forms, isDated, isSpan, kind, language, tables } = read
  const known = written.get(tables) ?? new Map<string, string>()
  const key = [kind, isDated, isSpan, language, ...forms].join()
  const text = known.get(key) ?? write(read)

  written.set(tables, known.set(key, text))
  return text
}

const written = new WeakMap<PublicTables, Map<string, string>>()

const write = ({ forms, language, ...read }: PolicyRead): string => {
  const { tables } = read
  const { head = 'null', joins = '', shown, versions } = selectionOf(read)
  const hasText = shown !== undefined && forms.length > 0

  return `
      select json_build_object(
        'now', moment.now,
        'policy', case when policy.id is not null then
          json_build_object('slug', policy.slug, 'timeZone', policy.time_zone)
        end,
        'changedAt', greatest(
          (select max(v.published_at) from ${tables.versions} v where v.policy_id = policy.id),
          (select max(v.withdrawn_at) from ${tables.versions} v where v.policy_id = policy.id)
        ),
        'head', ${head},
        'versions', (
          select coalesce(json_agg(row.value order by row.effective_at, row.published_at), '[]')
          from (${versions}) wanted
          cross join ${rowOf({ id: 'wanted.id', isWhole: 'wanted.fields', tables })}
        )
      ) as answer
        ${hasText ? `, shown.id as version, ${textColumns({ forms, from: 'shown.snapshot', language: `$${language}` })}` : ''}
      from (select clock_timestamp() as now offset 0) moment
      -- That a policy is being drafted is nobody's business before its first publication.
      left join ${tables.policies} policy on policy.slug = $1 and exists (
        select from ${tables.versions} v where v.policy_id = policy.id and v.published_at is not null
      )
      ${joins}
      ${hasText ? `left join lateral (${unpackedSnapshot({ forms, id: shown, tables })}) shown on true` : ''}`
}

type Selection = {
  head?: string
  /** What is found once, beside the policy. */
  joins?: string
  /** The version that is most likely answered, if it is just one. */
  shown?: string
  /** The versions by their `id`, and whether their `fields` are wanted or their place alone. */
  versions: string
}

/** Which rows are read, and of which the sealed fields: the few around what is wanted. */
const selectionOf = ({
  isDated,
  isSpan,
  kind,
  tables: { events, versions },
}: Omit<PolicyRead, 'forms' | 'language'>): Selection => {
  const published = 'v.policy_id = policy.id and v.published_at is not null'
  // As the unique index of effective instants has it, so that it serves the search.
  const live = `${published} and v.withdrawn_at is null`

  switch (kind) {
    case 'fingerprint':
      return {
        shown: `(select v.id from ${versions} v where v.fingerprint = $2 and ${published} limit 1)`,
        versions: `
          select v.id, true as fields from ${versions} v where v.fingerprint = $2 and ${published}`,
      }
    case 'first':
      return {
        versions: `
          select v.id, false as fields from ${versions} v where ${live} order by v.effective_at limit 1`,
      }
    case 'in_force': {
      const [opening, closing] = isSpan
        ? ['span.opens', 'span.closes']
        : ['moment.now', 'moment.now']

      return {
        joins: `
      ${
        isSpan
          ? `-- Of which the planner knows nothing, so that it plans once and not for each moment.
      cross join (select $2::timestamptz as opens, $3::timestamptz as closes offset 0) span`
          : ''
      }
      left join lateral (
        select v.id, v.effective_at from ${versions} v
        where ${live} and v.effective_at <= ${opening} and ${isKnownAt({ moment: opening, row: 'v' })}
        order by v.effective_at desc limit 1
      ) earliest on true`,
        shown: 'earliest.id',
        // Between, as the planner takes what is open on one side for a third of all versions.
        versions: `
            select v.id, true as fields from ${versions} v
            where ${live}
              and v.effective_at between coalesce(earliest.effective_at, '-infinity') and 'infinity'
              and ${isKnownAt({ moment: closing, row: 'v' })}
            union all
            (
              select v.id, false from ${versions} v
              where ${live} and v.effective_at < earliest.effective_at
                and ${isKnownAt({ moment: closing, row: 'v' })}
              order by v.effective_at desc limit 1
            )
            ${
              isSpan
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
      const now = isDated ? '$4::timestamptz' : 'moment.now'
      const known = `${live} and ${isKnownAt({ moment: now, row: 'v' })}`

      return {
        shown: `(select v.id from ${versions} v where v.label = $2 and ${published})`,
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
        versions: `select v.id, true as fields from ${versions} v where ${published}`,
      }
  }
}
