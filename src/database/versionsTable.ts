import type { DatabaseAdapter } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { jsonb, uniqueIndex } from '@payloadcms/db-postgres/drizzle/pg-core'

import { derivedColumns } from './derivedColumns.js'

/**
 * Declares what the table of versions has besides its fields: that two published versions of a policy
 * never share an effective instant, and what is derived from each snapshot. In drizzle's schema, so that
 * development's push and a host's migrations make them alike; the index without an enum in its
 * condition, which a later change of the enum would break.
 */
export const extendVersionsTable = ({
  db,
  versions,
}: {
  db: DatabaseAdapter
  /** Slug of the versions. */
  versions: string
}): void => {
  db.afterSchemaInit = [
    ...db.afterSchemaInit,
    ({ adapter, extendTable, schema }) => {
      const name = adapter.tableNameMap.get(versions.replace(/-/g, '_')) ?? ''
      const table = schema.tables[name]

      if (table) {
        extendTable({
          columns: Object.fromEntries(
            Object.values(derivedColumns).map(({ name, expression }) => [
              name,
              jsonb(name).generatedAlwaysAs(sql.raw(expression)),
            ]),
          ),
          extraConfig: (columns) => ({
            policyVersioningEffectiveInstant: uniqueIndex(`${name.slice(0, 40)}_effective_instant`)
              .on(columns.policy as never, columns.effectiveAt as never)
              .where(sql`published_at is not null and withdrawn_at is null`),
          }),
          table,
        })
      }
      return schema
    },
  ]
}
