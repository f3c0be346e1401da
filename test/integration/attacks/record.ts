import type pg from 'pg'

/** Every row of the record, in words, with its table. */
export type Rows = string[]

/** Reads the record as it stands. */
export type ReadRecord = (options?: {
  /** Leaves out what changes with every write: when it was, and the ids of a version's parts. */
  isContentAlone?: boolean
}) => Promise<Rows>

/**
 * Reads every column of every row of the record's tables, those of a version's parts among them, but
 * for refused publications, which are recorded. The editing history (`_policy_versions_v…`) is no
 * part of the record: nothing is ever read from it.
 */
export const recordReader = async (client: pg.Client, schema = 'public'): Promise<ReadRecord> => {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
    where table_schema = $1 and table_name ~ '^(policies|policy_)' order by 1`,
    [schema],
  )
  const all = (row: string) =>
    tables
      .map(
        ({ name }) => `
        select '${name} ' || ${row} as line from "${schema}"."${name}" t
        where to_jsonb(t) ->> 'type' is distinct from 'publication_refused'`,
      )
      .join(' union all ')

  return async ({ isContentAlone = false } = {}) => {
    const { rows } = await client.query<{ line: string }>(
      `${all(isContentAlone ? contentAlone : 't::text')} order by 1`,
    )
    return rows.map(({ line }) => line)
  }
}

const contentAlone = `(
  to_jsonb(t) - 'updated_at' - case when to_jsonb(t) ?| array['parent_id', '_parent_id'] then 'id' else '' end
)::text`
