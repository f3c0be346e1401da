import { createHash } from 'node:crypto'

import type { ReadRow } from './statement.js'

/** What of a pool of the `pg` package is used. */
export type ReadPool = {
  query: (statement: {
    name?: string
    text: string
    values: unknown[]
  }) => Promise<{ rows: unknown[] }>
}

/**
 * Reads with a pool, so that a connection parses and plans each statement once: that takes longer than
 * to run it. A proxy that gives every transaction another connection loses what was prepared; from then
 * on its pool prepares nothing.
 */
export const preparedReads =
  (pool: ReadPool): ReadRow =>
  async <Row>({ text, values }: Parameters<ReadRow>[0]) => {
    const read = async (name: object) =>
      (await pool.query({ ...name, text, values })).rows[0] as Row

    if (unprepared.has(pool)) {
      return read({})
    }
    try {
      return await read({ name: nameOf(text) })
    } catch (error) {
      if (!isLost(error)) {
        throw error
      }
      unprepared.add(pool)
      return read({})
    }
  }

/** Pools on which prepared statements are lost. */
const unprepared = new WeakSet<ReadPool>()

/** Postgres' `invalid_sql_statement_name` and `duplicate_prepared_statement`. */
const isLost = (error: unknown): boolean =>
  ['26000', '42P05'].includes((error as { code?: string }).code ?? '')

/** The same for the same text, as every text of a name has to be. There are few texts, as values are not in them. */
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known !== undefined) {
    return known
  }
  const name = `policy_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  names.set(text, name)
  return name
}

const names = new Map<string, string>()
