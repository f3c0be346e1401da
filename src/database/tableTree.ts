import type { Payload } from 'payload'

import { quotedTable, tableNameOf } from './connection.js'

/** The table of a collection with those that hold parts of its rows. */
export type TableTree = {
  /** Languages, arrays, blocks and lists, and of arrays their own. */
  children: (TableTree & {
    /** The column that names the row which this one is a part of. */
    parentColumn: string
  })[]
  /** Without the name of the collection's table, as in `locales`; empty for that table itself. */
  name: string
  /** Quoted, with its schema. */
  table: string
}

/** What of Payload's own description of its tables is used. */
type RawTable = {
  columns: Record<string, { name: string }>
  foreignKeys?: Record<
    string,
    { columns: string[]; foreignColumns: { table: string }[]; onDelete?: string }
  >
  name: string
}

/**
 * Where the rows of a collection lie, a host's own fields included. Payload keeps parts of a document in
 * tables of their own, which point to it by a key of that name and go with it; a collection that merely
 * relates to it has its key with its columns, and the history its own tables.
 */
export const tableTreeOf = ({ payload, slug }: { payload: Payload; slug: string }): TableTree => {
  const root = tableNameOf({ payload, slug })
  // Payload types its adapter without its kind.
  const { rawTables } = payload.db as unknown as { rawTables: Record<string, RawTable> }
  const tables = Object.values(rawTables)

  const treeOf = (name: string): TableTree => ({
    children: tables.flatMap((child) => {
      const parentColumn = parentColumnIn({ child, parent: name })
      return parentColumn === undefined ? [] : [{ ...treeOf(child.name), parentColumn }]
    }),
    name: name === root ? '' : name.replace(`${root}_`, ''),
    table: quotedTable({ name, payload }),
  })

  return treeOf(root)
}

const parentColumnIn = ({
  child: { columns, foreignKeys = {} },
  parent,
}: {
  child: RawTable
  parent: string
}): string | undefined => {
  const key = Object.values(foreignKeys).find(
    ({ columns: [first], foreignColumns, onDelete }) =>
      (first === '_parentID' || first === 'parent') &&
      onDelete === 'cascade' &&
      foreignColumns[0]?.table === parent,
  )

  return key && columns[key.columns[0]!]?.name
}
