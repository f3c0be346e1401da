import { createLocalReq } from 'payload'

import type { Anchor, Finding } from '../../src/index.js'
import type { PolicyContext } from '../../src/options.js'
import type { App } from './app.js'

import { transactionOf } from '../../src/database/connection.js'
import { checkRecord } from '../../src/operations/record/checkRecord.js'
import { policyContextKey } from '../../src/options.js'
import { withDatabase } from './catalog.js'

/** What a superuser can do to a row: give one of its columns another value. */
export type Edit = {
  column: string
  id: number | string
  table: string
  type: string
  value: null | string
}

/** What a verification finds while statements of a superuser stand uncommitted, triggers off. */
export const findingsAfter = async (
  app: App,
  statements: string[],
  anchor?: Anchor,
): Promise<Finding[]> =>
  whileTampering(app, async ({ run, verify }) => {
    for (const statement of statements) {
      await run(statement)
    }
    return verify(anchor)
  })

/** The same after an edit; undefined where it changes nothing, or a constraint refuses it. */
export const findingsAfterEdit = async (
  app: App,
  { id, column, table, type, value }: Edit,
): Promise<Finding[] | undefined> =>
  whileTampering(app, async ({ run, verify }) => {
    try {
      const changed = await run(
        `with changed as (
          update "${table}" set "${column}" = $1::${type}
          where id::text = $2 and "${column}" is distinct from $1::${type} returning 1
        )
        select to_json(count(*)) as answer from changed`,
        [value, String(id)],
      )
      return changed === 1 ? await verify() : undefined
    } catch (error) {
      // 23: integrity constraints, such as a number that is taken.
      if (String((error as { cause?: { code?: string } }).cause?.code).startsWith('23')) {
        return undefined
      }
      throw error
    }
  })

/** Runs a statement as a superuser does who has switched the triggers off, for good. */
export const forge = (databaseUrl: string, statement: string): Promise<unknown> =>
  withDatabase(databaseUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(statement)
  })

const whileTampering = async <T>(
  { payload }: App,
  work: (at: {
    run: (text: string, values?: unknown[]) => Promise<unknown>
    verify: (anchor?: Anchor) => Promise<Finding[]>
  }) => Promise<T>,
): Promise<T> => {
  const transactionID = (await payload.db.beginTransaction())!
  const req = await createLocalReq({ req: { transactionID } }, payload)
  const context = payload.config.custom[policyContextKey] as PolicyContext

  try {
    const query = await transactionOf({ req })
    await query({ text: 'set local session_replication_role = replica', values: [] })

    return await work({
      run: (text, values = []) => query({ text, values }),
      verify: async (anchor) => (await checkRecord({ anchor, context, req })).findings,
    })
  } finally {
    await payload.db.rollbackTransaction(transactionID)
  }
}
