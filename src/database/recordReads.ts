import type { Anchor } from '../domain/record/anchor.js'
import type { Query, Tables } from './statement.js'

import { derivedColumns } from './derivedColumns.js'

type Id = number | string

/** A policy that something was recorded about; its row may be gone. */
export type RecordedPolicy = { id: Id | null; slug: null | string; timeZone: null | string }

/** What a policy's record is about, without its texts. */
export type RecordOutline = {
  notices: Id[]
  reviews: Id[]
  /** Those of the policy, and those that its events name. */
  versions: OutlinedVersion[]
}

export type OutlinedVersion = {
  id: Id
  /** True where anything says that it was published. */
  isPublished: boolean
  label: string
  /** Columns that are not what is derived from its snapshot. */
  misderived: string[]
  policy: Id | null
  status: string
}

type Reading = { query: Query; tables: Tables }

/** Every policy that there is, or that anything in the record refers to. */
export const readRecordedPolicies = ({ query, tables }: Reading): Promise<RecordedPolicy[]> =>
  query({
    text: `
      select coalesce(json_agg(json_build_object(
        'id', ids.id, 'slug', p.slug, 'timeZone', p.time_zone
      ) order by ids.id), '[]') as answer
      from (
        select id from ${tables.policies}
        union select policy_id from ${tables.events}
        union select v.policy_id from ${tables.versions} v where ${isPublished}
        union select policy_id from ${tables.notices}
        union select v.policy_id from ${tables.reviews} r
          left join ${tables.versions} v on v.id = r.version_id
      ) ids
      left join ${tables.policies} p on p.id = ids.id`,
    values: [],
  })

/** What belongs to a policy, or to none. */
export const readOutline = ({
  policy,
  query,
  tables,
}: Reading & { policy: Id | null }): Promise<RecordOutline> => {
  const isOf = policy === null ? 'is null' : '= $1'

  return query({
    text: `
      select json_build_object(
        'notices', (
          select coalesce(json_agg(n.id order by n.id), '[]')
          from ${tables.notices} n where n.policy_id ${isOf}
        ),
        'reviews', (
          select coalesce(json_agg(r.id order by r.id), '[]') from ${tables.reviews} r
          left join ${tables.versions} v on v.id = r.version_id where v.policy_id ${isOf}
        ),
        'versions', (
          select coalesce(json_agg(json_build_object(
            'id', v.id, 'misderived', ${misderived},
            'isPublished', ${isPublished}, 'label', v.label, 'policy', v.policy_id,
            'status', v.status::text
          ) order by v.id), '[]')
          from ${tables.versions} v
          where v.policy_id ${isOf}
            or v.id in (select version_id from ${tables.events} where policy_id ${isOf})
        )
      ) as answer`,
    values: policy === null ? [] : [policy],
  })
}

/** How far the record of every policy reaches now. */
export const readHeads = ({ query, tables }: Reading): Promise<Omit<Anchor, 'format'>> =>
  query({
    text: `
      select json_build_object(
        'at', clock_timestamp(),
        'policies', (
          select coalesce(json_agg(json_build_object(
            'id', p.id, 'slug', p.slug, 'sequence', head.sequence, 'hash', head.hash
          ) order by p.slug), '[]')
          from ${tables.policies} p
          join lateral (
            select sequence, hash from ${tables.events} where policy_id = p.id
            order by sequence desc limit 1
          ) head on true
        )
      ) as answer`,
    values: [],
  })

const misderived = `array_remove(array[${Object.values(derivedColumns)
  .map(
    ({ name, expression }) =>
      `case when v.${name} is distinct from ${expression} then '${name}' end`,
  )
  .join(', ')}], null)`

const isPublished = `(
  v.published_at is not null or v.effective_at is not null or v.withdrawn_at is not null
  or v.published_by is not null or v.snapshot is not null
  or v.status::text in ('published', 'withdrawn')
)`
