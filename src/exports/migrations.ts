import { sql } from '@payloadcms/db-postgres'

import type { Executor } from '../database/connection.js'

import { installing, removing } from '../database/guards/guards.js'
import { guardStateIn, type Migrating } from '../operations/guards.js'

/**
 * Installs the guards for the tables as the migrations before it have left them, with the host's own
 * slugs and schema. Run it again, under another name, after a migration that gives versions a table
 * more (an array, a list, another language's table): what is there already is left alone.
 * It also has snapshots stored as they are from then on, which makes texts faster to read and larger.
 *
 * @example
 * // src/migrations/…_policy_guards.ts, by its name behind the migration that makes the tables
 * export { down, up } from 'payload-plugin-policy-versioning/migrations'
 *
 * @throws Error where the plugin's tables are not there yet: the migration that makes them comes first.
 */
export const up = async (args: Migrating): Promise<void> => {
  await runAll({ ...args, statements: installing(await guardStateIn(args)) })
}

/**
 * Takes the guards away again, and has snapshots packed. From then on nothing can be published.
 * @throws Error where the plugin's tables are not there.
 */
export const down = async (args: Migrating): Promise<void> => {
  await runAll({ ...args, statements: removing(await guardStateIn(args)) })
}

/** The guards as one of the adapter's `prodMigrations`. */
export const policyGuards = { name: 'policy_guards', down, up }

const runAll = async ({ db, statements }: Migrating & { statements: string[] }): Promise<void> => {
  for (const statement of statements) {
    await (db as Executor).execute(sql.raw(statement))
  }
}
