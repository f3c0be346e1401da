import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { readClock } from '../database/clock.js'
import { queryOf, transactionOf } from '../database/connection.js'
import { simulatedNow } from '../database/guards/helperFunctions.js'

/** The present instant, to the millisecond, by the database's clock or the simulated one. */
export const present = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<Date> => {
  const query = await queryFor(req)

  if (!context.clock) {
    return readClock(query)
  }

  const now = await context.clock({ req })
  // For the guards, which look at the same clock.
  await query({
    text: `select to_json(set_config('${simulatedNow}', $1, true)) as answer`,
    values: [now.toISOString()],
  })
  return now
}

/** Queries in the request's transaction where it has one. */
export const queryFor = (req: PayloadRequest) =>
  req.transactionID ? transactionOf({ req }) : queryOf({ payload: req.payload })
