import type { PublicTables, Query } from './statement.js'

/** The slugs of the policies of which something was published, in their order. */
export const readPublishedPolicies = ({
  query,
  tables,
}: {
  query: Query
  tables: PublicTables
}): Promise<string[]> =>
  query({
    text: `
      select coalesce(json_agg(p.slug order by p.slug), '[]') as answer from ${tables.policies} p
      where exists (
        select from ${tables.versions} v where v.policy_id = p.id and v.published_at is not null
      )`,
    values: [],
  })
