import type { Query } from './statement.js'

/**
 * The database's clock, to the millisecond. `clock_timestamp()` and not `now()`: the latter is the
 * start of the transaction, which can lie a wait for the lock in the past.
 */
export const readClock = async (query: Query): Promise<Date> =>
  new Date(await query<string>({ text: 'select to_json(clock_timestamp()) as answer', values: [] }))
