import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { readClock } from '../database/clock.js'
import { queryOf, transactionOf } from '../database/connection.js'

/** The present instant, to the millisecond, by the database's clock or the simulated one. */
export const present = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<Date> => (context.clock ? await context.clock({ req }) : readClock(await queryFor(req)))

/** Queries in the request's transaction where it has one. */
export const queryFor = (req: PayloadRequest) =>
  req.transactionID ? transactionOf({ req }) : queryOf({ payload: req.payload })
