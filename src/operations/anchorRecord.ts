import type { Payload } from 'payload'

import type { Anchor } from '../domain/record/anchor.js'
import type { PolicyContext } from '../options.js'

import { queryOf } from '../database/connection.js'
import { readHeads } from '../database/recordReads.js'
import { recordTablesOf } from './record/tables.js'

/** How far the record reaches now, to be kept outside of the database; `verifyRecord` compares with it. */
export const anchorRecord = async ({
  context,
  payload,
}: {
  context: PolicyContext
  payload: Payload
}): Promise<Anchor> => {
  const { at, policies } = await readHeads({
    query: queryOf({ payload }),
    tables: recordTablesOf({ context, payload }).tables,
  })

  return { at: new Date(at).toISOString(), format: 1, policies }
}
