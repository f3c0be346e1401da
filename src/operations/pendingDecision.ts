import type { PayloadRequest } from 'payload'

import type { Decision } from '../domain/decision.js'
import type { Attestation } from '../domain/situation.js'

/** A decision on its way from the hook before the write to the one after it. */
export type PendingDecision = {
  attestations: readonly Attestation[]
  comment: string | undefined
  decision: Decision
}

// Not in `req.context`, which clients of the Local API can fill and which leaks to sibling operations.
const pending = new WeakMap<PayloadRequest, Map<string, PendingDecision>>()

/** Keeps a decision about a version until its row is written. */
export const keepDecision = ({
  id,
  req,
  ...decided
}: PendingDecision & { id: number | string; req: PayloadRequest }): void => {
  pending.set(
    req,
    (pending.get(req) ?? new Map<string, PendingDecision>()).set(String(id), decided),
  )
}

/** Takes the decision about a version, once. */
export const takeDecision = ({
  id,
  req,
}: {
  id: number | string
  req: PayloadRequest
}): PendingDecision | undefined => {
  const decided = pending.get(req)?.get(String(id))
  pending.get(req)?.delete(String(id))
  return decided
}
