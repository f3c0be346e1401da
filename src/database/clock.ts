import type { Query } from './statement.js'

import { PolicyError } from '../domain/policyError.js'

/**
 * The database's clock, to the millisecond. `clock_timestamp()` and not `now()`: the latter is the
 * start of the transaction, which can lie a wait for the lock in the past.
 * @throws PolicyError `TRANSACTION_REQUIRED` under an isolation in which what others committed
 *   before the lock was had would stay invisible.
 */
export const readClock = async (query: Query): Promise<Date> => {
  const { at, isolation } = await query<{ at: string; isolation: string }>({
    text: `select json_build_object('at', clock_timestamp(), 'isolation', current_setting('transaction_isolation')) as answer`,
    values: [],
  })

  if (isolation !== 'read committed') {
    throw new PolicyError({
      code: 'TRANSACTION_REQUIRED',
      message: `The transaction's isolation is "${isolation}"; policies need "read committed", so that decisions see what was committed before their lock. Set \`transactionOptions: { isolationLevel: 'read committed' }\` on the database adapter.`,
    })
  }

  return new Date(at)
}
