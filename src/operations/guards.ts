import type { Payload, PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { type Executor, queryWith, tablesOf, transactionOf } from '../database/connection.js'
import { guardsCommand, missingGuards } from '../database/guardedConnection.js'
import { type GuardState, readGuardState } from '../database/guards/missingGuards.js'
import { PolicyError } from '../domain/policyError.js'
import { contextOf } from './contextOf.js'

/** @throws PolicyError `GUARDS_MISSING` where the database would not hold what is about to be published. */
export const assertGuarded = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<void> => {
  const missing = await missingGuards({
    isClockSimulated: Boolean(context.clock),
    payload: req.payload,
    query: await transactionOf({ req }),
    slugs: context.slugs,
  })

  if (missing.length > 0) {
    throw new PolicyError({
      code: 'GUARDS_MISSING',
      details: { missing },
      message: `Nothing can be published: the database lacks guards that keep the record from being rewritten (${missing.join(', ')}). Have them installed with \`${guardsCommand}\`, or by a migration.`,
    })
  }
}

/** What of a migration's arguments is used; drizzle's own types differ between its copies. */
export type Migrating = { db: unknown; payload: Payload }

/** The guards of a database in a migration. @throws Error before the plugin's tables were made. */
export const guardStateIn = async ({ db, payload }: Migrating): Promise<GuardState> => {
  const context = contextOf(payload)
  const state = await readGuardState({
    isClockSimulated: Boolean(context.clock),
    query: queryWith(db as Executor),
    tables: tablesOf({ payload, slugs: context.slugs }),
  })

  if (!state) {
    throw new Error(
      'payload-plugin-policy-versioning: the tables of policies are not there yet, so there is nothing to guard. Make them first (`npx payload migrate:create`); migrations run in the order of their names, so that of the guards comes after that of the tables.',
    )
  }
  return state
}
