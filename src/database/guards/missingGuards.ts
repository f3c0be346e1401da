import type { Query, Tables } from '../statement.js'
import type { GuardedTables } from './guardedTables.js'

import { type InstalledGuards, readGuardedTables, readInstalledGuards } from './catalog.js'
import { type GuardTrigger, guardSettings, guardsOf } from './guards.js'

/** The guards of a database: which there should be, and which of them are not there as they should be. */
export type GuardState = ReturnType<typeof guardsOf> & {
  /** Names of functions and triggers, with the table of a trigger. */
  missing: string[]
  tables: GuardedTables
}

/**
 * Compares the guards in the database with what they should be: the bodies of the functions and what
 * they run under, and on which events which triggers fire. Null before the plugin's tables were made.
 */
export const readGuardState = async ({
  isClockSimulated,
  query,
  tables: quoted,
}: {
  isClockSimulated: boolean
  query: Query
  tables: Tables
}): Promise<GuardState | null> => {
  const tables = await readGuardedTables({ query, tables: quoted })
  if (!tables) {
    return null
  }

  const guards = guardsOf({ isClockSimulated, tables })
  const installed = await readInstalledGuards({ query, tables })

  return { ...guards, missing: missingOf({ guards, installed }), tables }
}

const missingOf = ({
  guards: { functions, triggers },
  installed,
}: {
  guards: ReturnType<typeof guardsOf>
  installed: InstalledGuards
}): string[] => [
  ...functions
    .filter(
      ({ body, plainName }) =>
        !installed.functions.some(
          (found) =>
            found.name === plainName &&
            found.body === body &&
            String(found.settings) === String(guardSettings.asStored),
        ),
    )
    .map(({ plainName }) => plainName),
  ...triggers
    .filter((trigger) => !installed.triggers.some((found) => firesAs(trigger, found)))
    .map(({ name, table }) => `${name} on ${table}`),
]

const firesAs = (
  { name, events, level, table }: GuardTrigger,
  found: InstalledGuards['triggers'][number],
): boolean =>
  found.name === name &&
  found.table === table &&
  found.definition.includes(`FOR EACH ${level.toUpperCase()} EXECUTE FUNCTION`) &&
  events
    .toUpperCase()
    .split(' OR ')
    .every((event) => found.definition.split(' ON ')[0]?.includes(event))
