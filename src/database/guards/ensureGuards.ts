import type { Query, Tables } from '../statement.js'

import { installing } from './guards.js'
import { readGuardState } from './missingGuards.js'

/** Runs one statement without parameters. */
export type Execute = (statement: string) => Promise<unknown>

/**
 * Installs what is missing of the guards, in the caller's transaction; does nothing where all are
 * there, so that a second start waits for nobody. Answers what was missing.
 */
export const ensureGuards = async ({
  execute,
  isClockSimulated,
  query,
  tables,
}: {
  execute: Execute
  isClockSimulated: boolean
  query: Query
  tables: Tables
}): Promise<string[]> => {
  // Two servers that start at once install one after the other.
  await execute(
    `select pg_advisory_xact_lock(hashtextextended('payload-plugin-policy-versioning guards', 0))`,
  )
  const state = await readGuardState({ isClockSimulated, query, tables })

  if (!state || state.missing.length === 0) {
    return []
  }
  for (const statement of installing(state)) {
    await execute(statement)
  }

  return state.missing
}
