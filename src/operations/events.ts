import type { PayloadRequest } from 'payload'

import type { Person } from '../domain/lifecycle.js'
import type { PolicyContext } from '../options.js'

import { tablesOf, transactionOf } from '../database/connection.js'
import { fingerprint } from '../domain/fingerprint.js'

/** What the record tells; each event is chained to the one before it of the same policy. */
export type PolicyEvent = {
  actor: null | Person
  at: Date
  data: Record<string, unknown>
  policy: number | string
  type: string
  version: number | string
}

/** Appends an event to the policy's chain, in the request's transaction and under the policy's lock. */
export const appendEvent = async ({
  context,
  req,
  ...event
}: PolicyEvent & { context: PolicyContext; req: PayloadRequest }): Promise<void> => {
  const head = await readHead({ context, policy: event.policy, req })
  const link = {
    ...event,
    at: event.at.toISOString(),
    previousHash: head?.hash ?? null,
    sequence: (head?.sequence ?? 0) + 1,
  }

  await req.payload.db.create({
    collection: context.slugs.events,
    data: { ...link, hash: fingerprint(link) },
    req,
    returning: false,
  })
}

const readHead = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<{ hash: string; sequence: number } | null | undefined> => {
  const query = await transactionOf({ req })

  return query({
    text: `
      select json_build_object('hash', hash, 'sequence', sequence) as answer
      from ${tablesOf({ payload: req.payload, slugs: context.slugs }).events}
      where policy_id = $1 order by sequence desc limit 1`,
    values: [policy],
  })
}
