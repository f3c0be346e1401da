import type { PayloadRequest } from 'payload'

import type { Decision } from '../domain/decision.js'
import type { RecordedRow } from '../domain/record/seal.js'
import type { Attestation } from '../domain/situation.js'
import type { Snapshot } from '../domain/snapshot.js'

/** A decision on its way from the hook before the write to the one after it. */
export type PendingDecision = {
  attestations: readonly Attestation[]
  comment: string | undefined
  decision: Decision
  /** What of the record was written for it before the version's own row. */
  prepared: readonly RecordedRow[]
  /** What a publication seals. */
  snapshot?: Snapshot | undefined
}

type About = { id: number | string; req: PayloadRequest }
type Pending = PendingDecision & { isWritten: boolean }

// Not in `req.context`, which clients of the Local API can fill and which leaks to sibling operations.
const pending = new WeakMap<PayloadRequest, Map<string, Pending>>()

/** Keeps a decision about a version until its row is written. */
export const keepDecision = ({ id, req, ...decided }: About & PendingDecision): void => {
  pending.set(
    req,
    (pending.get(req) ?? new Map<string, Pending>()).set(String(id), {
      ...decided,
      isWritten: false,
    }),
  )
}

/** The decision whose fields the next write of a version is to write, once. */
export const decisionToWrite = ({ id, req }: About): PendingDecision | undefined => {
  const decided = pending.get(req)?.get(String(id))

  if (!decided || decided.isWritten) {
    return undefined
  }
  decided.isWritten = true
  return decided
}

/** Takes the decision about a version, once. */
export const takeDecision = ({ id, req }: About): PendingDecision | undefined => {
  const decided = pending.get(req)?.get(String(id))
  pending.get(req)?.delete(String(id))
  return decided
}
