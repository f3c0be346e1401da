import type { PublicTables } from '../database/statement.js'
import type { ReadTable } from './readerOptions.js'

/** The names of the tables, quoted: those that are told, the others as Payload's adapter makes them of slugs. */
export const readerTables = ({
  schemaName,
  slugs,
  tables = {},
}: {
  schemaName?: string | undefined
  slugs: Record<ReadTable, string>
  tables?: Partial<Record<ReadTable, string>> | undefined
}): PublicTables => {
  const quoted = (table: ReadTable) =>
    [...(schemaName ? [schemaName] : []), tables[table] ?? slugs[table].replaceAll('-', '_')]
      .map((part) => `"${part.replaceAll('"', '""')}"`)
      .join('.')

  return {
    events: quoted('events'),
    notices: quoted('notices'),
    policies: quoted('policies'),
    versions: quoted('versions'),
  }
}
