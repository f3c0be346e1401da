import type { DatabaseAdapter, Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Query, Tables } from './statement.js'

import { type Executor, queryOf, queryWith, tablesOf } from './connection.js'
import { type Execute, ensureGuards } from './guards/ensureGuards.js'
import { readGuardState } from './guards/missingGuards.js'

type Slugs = Record<keyof Tables, string>
type Guarded = { isClockSimulated: boolean; payload: Payload; slugs: Slugs }

/** The command that installs the guards. */
export const guardsCommand = 'npx payload policies:guards'

/**
 * Lets the database adapter install the guards once it is connected, where it also pushes its schema;
 * elsewhere, in production above all, they come by a migration and are only looked for.
 */
export const installGuardsOnConnect = ({
  db,
  ...guarded
}: Guarded & { db: DatabaseAdapter }): void => {
  const { connect } = db

  // Not `onInit`, which a hot reload leaves out.
  db.connect = async (options) => {
    await connect?.call(db, options)
    await guardOnConnect(guarded)
  }
}

const guardOnConnect = async (guarded: Guarded): Promise<void> => {
  const { logger } = guarded.payload
  const { push } = guarded.payload.db as { push?: boolean }
  const pushes =
    process.env.NODE_ENV !== 'production' &&
    process.env.PAYLOAD_MIGRATING !== 'true' &&
    push !== false

  try {
    if (pushes) {
      await installGuards(guarded)
    }
    const missing = await missingGuards(guarded)
    if (missing.length > 0) {
      logger.error(
        `Nothing can be published: the database lacks guards of payload-plugin-policy-versioning (${missing.join(', ')}). Install them with \`${guardsCommand}\`, or by a migration.`,
      )
    }
  } catch (error) {
    logger.error({
      err: error,
      msg: 'The guards of payload-plugin-policy-versioning could not be installed; nothing can be published until they are.',
    })
  }
}

/** Names of the guards that a database lacks; none before the plugin's tables were made. */
export const missingGuards = async ({
  isClockSimulated,
  payload,
  query = queryOf({ payload }),
  slugs,
}: Guarded & { query?: Query }): Promise<string[]> => {
  const state = await readGuardState({
    isClockSimulated,
    query,
    tables: tablesOf({ payload, slugs }),
  })

  return state?.missing ?? []
}

/** Installs the guards that a database lacks, all or none. Answers what was missing. */
export const installGuards = ({ isClockSimulated, payload, slugs }: Guarded): Promise<string[]> =>
  payload.db.drizzle.transaction((transaction: Executor) => {
    const execute: Execute = async (statement) => transaction.execute(sql.raw(statement))

    return ensureGuards({
      execute,
      isClockSimulated,
      query: queryWith(transaction),
      tables: tablesOf({ payload, slugs }),
    })
  })
