import type { PayloadRequest } from 'payload'

import { randomUUID } from 'node:crypto'

import type { Person } from '../domain/lifecycle.js'
import type { RecordedRow } from '../domain/record/seal.js'
import type { PolicyContext } from '../options.js'

import { tablesOf, transactionOf } from '../database/connection.js'
import { hashOf, type Head } from '../domain/record/chain.js'
import { sealRows } from './record/seals.js'

/** What the record tells; each event is chained to the one before it of the same policy. */
export type PolicyEvent = {
  actor: null | Person
  at: Date
  data: Record<string, unknown>
  policy: number | string
  /** The rows that were written with it, which it seals as they stand now. */
  rows?: readonly RecordedRow[]
  type: string
  version: number | string
}

/** Appends an event to the policy's chain, in the request's transaction and under the policy's lock. */
export const appendEvent = async ({
  context,
  req,
  rows = [],
  ...event
}: PolicyEvent & { context: PolicyContext; req: PayloadRequest }): Promise<void> => {
  const { id, head } = await readNext({ context, policy: event.policy, req })
  // A clock that was set back turns no record round.
  const at = new Date(Math.max(+event.at, head ? +new Date(head.at) : -Infinity)).toISOString()
  const link = {
    ...event,
    id,
    at,
    previousHash: head?.hash ?? null,
    seals: await sealRows({ context, req, rows }),
    sequence: (head?.sequence ?? 0) + 1,
  }

  await req.payload.db.create({
    collection: context.slugs.events,
    customID: id,
    // Every column is covered: by the hash, or by being equal to what the hash covers.
    data: { ...link, createdAt: at, hash: hashOf(link), updatedAt: at },
    req,
    returning: false,
  })
}

/** The last event of a policy, and an id for the next one: its hash covers that too. */
const readNext = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<{ head: Head | null; id: number | string }> => {
  const { payload } = req
  const query = await transactionOf({ req })
  const { events } = tablesOf({ payload, slugs: context.slugs })
  const { head, id } = await query<{ head: Head | null; id: null | number }>({
    text: `
      select json_build_object(
        'id', ${payload.db.defaultIDType === 'number' ? `nextval(pg_get_serial_sequence('${events}', 'id'))` : 'null'},
        'head', (
          select json_build_object('at', at, 'hash', hash, 'sequence', sequence)
          from ${events} where policy_id = $1 order by sequence desc limit 1
        )
      ) as answer`,
    values: [policy],
  })

  return { head, id: id ?? randomUUID() }
}
