import type { Query, Tables } from './statement.js'

/** A version that was approved and is not published, and since when it waits. ISO 8601. */
export type WaitingVersion = { label: string; policy: null | string; since: null | string }

/** The versions that wait for their publication, longest first. */
export const readWaitingVersions = ({
  query,
  tables,
}: {
  query: Query
  tables: Tables
}): Promise<WaitingVersion[]> =>
  query({
    text: `
      select coalesce(json_agg(json_build_object(
        'label', waiting.label, 'policy', waiting.slug, 'since', waiting.since
      ) order by waiting.since), '[]') as answer
      from (
        select v.label, p.slug, (
          select max(e.at) from ${tables.events} e where e.version_id = v.id and e.type = 'approved'
        ) as since
        from ${tables.versions} v left join ${tables.policies} p on p.id = v.policy_id
        where v.status::text = 'approved'
      ) waiting`,
    values: [],
  })

/** The database's present instant, ISO 8601. */
export const readDatabaseTime = (query: Query): Promise<string> =>
  query({ text: 'select to_json(clock_timestamp()) as answer', values: [] })
