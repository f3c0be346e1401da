import type { StoredRow } from '../domain/record/seal.js'
import type { Query } from './statement.js'
import type { TableTree } from './tableTree.js'

type Row = Record<string, unknown>
/** The columns of each table as they are in the database, with whether they hold instants. */
type Columns = Record<string, Record<string, boolean>>

/**
 * Reads rows as the database holds them: every column of theirs and of their child tables, whether
 * Payload knows it or not, but for those that are derived from others. One statement. The condition is about `t`.
 */
export const readStoredRows = async ({
  condition,
  query,
  tree,
  values = [],
}: {
  /** What follows `where`: a condition, and an order and a limit if need be. */
  condition: string
  query: Query
  tree: TableTree
  values?: unknown[]
}): Promise<StoredRow[]> => {
  const { columns, rows } = await query<{
    columns: Columns
    rows: { children: Record<string, Row[]>; columns: Row; id: number | string }[]
  }>({
    text: `
      select json_build_object(
        'columns', ${objectOf(tablesIn(tree).map(({ name, table }) => [name, columnsOf(table)]))},
        'rows', (
          select coalesce(json_agg(listed.row), '[]') from (
            select json_build_object(
              'id', t.id,
              'children', ${objectOf(childrenOf({ parents: 't.id', tree }))},
              'columns', to_jsonb(t) - ${derivedColumnsOf(tree.table)}
            ) as row
            from ${tree.table} t where ${condition}
          ) listed
        )
      ) as answer`,
    values,
  })

  return rows.map((row) => ({
    id: row.id,
    children: Object.fromEntries(
      Object.entries(row.children).map(([name, children]) => [
        name,
        {
          columns: Object.keys(columns[name]!),
          rows: children.map((child) => withUtc(child, columns[name]!)),
        },
      ]),
    ),
    columns: withUtc(row.columns, columns['']!),
  }))
}

/** The condition of being among some ids, of whatever type they are. */
export const isAmong = ({
  ids,
  tree,
}: {
  ids: readonly (number | string)[]
  tree: TableTree
}): { condition: string; values: unknown[] } => ({
  condition: `t.id in (select id from jsonb_populate_recordset(null::${tree.table}, $1::jsonb))`,
  values: [JSON.stringify(ids.map((id) => ({ id })))],
})

/** A JSON object of any size: `json_build_object` takes no more than fifty pairs. */
const objectOf = (pairs: [name: string, expression: string][]): string =>
  pairs.length === 0
    ? `'{}'::json`
    : `(select json_object_agg(pairs.name, pairs.value) from (values ${pairs
        .map(([name, expression]) => `('${name}', ${expression})`)
        .join(', ')}) as pairs (name, value))`

const tablesIn = (tree: TableTree): TableTree[] => [tree, ...tree.children.flatMap(tablesIn)]

const columnsOf = (table: string): string => `(
  select json_object_agg(attname, atttypid = 'timestamptz'::regtype) from pg_attribute
  where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
)`

/** Those that the database derives from the others: they say nothing that those don't. */
const derivedColumnsOf = (table: string): string => `(
  select coalesce(array_agg(attname::text), '{}') from pg_attribute
  where attrelid = '${table}'::regclass and attgenerated <> ''
)`

const childrenOf = ({
  parents,
  tree,
}: {
  parents: string
  tree: TableTree
}): [name: string, expression: string][] =>
  tree.children.flatMap((child) => {
    const isOurs = `c."${child.parentColumn}" in (${parents})`
    return [
      [
        child.name,
        `(select coalesce(json_agg(to_jsonb(c)), '[]') from ${child.table} c where ${isOurs})`,
      ],
      ...childrenOf({
        parents: `select c.id from ${child.table} c where ${isOurs}`,
        tree: child,
      }),
    ]
  })

/** Instants in UTC, since Postgres writes them in the zone of its session. */
const withUtc = (row: Row, isInstant: Record<string, boolean>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isInstant[name] ? inUtc(value) : value]),
  )

const inUtc = (value: unknown): unknown => {
  const instant = new Date(String(value))
  // What is no instant for JavaScript, such as infinity, is none that the plugin wrote.
  return value === null || Number.isNaN(+instant) ? value : instant.toISOString()
}
