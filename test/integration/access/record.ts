import type { AccessStage } from './accessStage.js'

/**
 * The plugin's tables as they stand, to compare before and after: any write of a row shows, also one
 * that puts the same values again.
 */
export const recordOf = async (stage: AccessStage): Promise<string> => {
  // Payload types its adapter without its kind.
  const { pool } = stage.app.payload.db as unknown as Database
  const tables = await tablesOf(stage)
  const states = tables.map(
    (table) =>
      `select '${table}' as name, string_agg(xmin || ' ' || ctid, ',' order by ctid) as state from "${table}"`,
  )
  const { rows } = await pool.query(states.join(' union all ') + ' order by name')

  return JSON.stringify(rows)
}

/** What of the Postgres adapter is used. */
type Database = {
  pool: { query: (text: string) => Promise<{ rows: { name: string; state?: string }[] }> }
}

const known = new WeakMap<AccessStage, string[]>()

const tablesOf = async (stage: AccessStage): Promise<string[]> => {
  // Payload types its adapter without its kind.
  const { pool } = stage.app.payload.db as unknown as Database
  const found =
    known.get(stage) ??
    (
      await pool.query(
        `select tablename as name from pg_tables where tablename ~ '^_?polic(y|ies)'`,
      )
    ).rows.map(({ name }) => name)

  known.set(stage, found)
  return found
}
