import type { Payload } from 'payload'

import type { Anchor } from '../domain/record/anchor.js'
import type { Finding } from '../domain/record/finding.js'
import type { PolicyContext } from '../options.js'

import { atOneInstant } from './atOneInstant.js'
import { contextOf } from './contextOf.js'
import { type CheckedRecord, checkRecord } from './record/checkRecord.js'
import { readAnchor } from './record/readAnchor.js'

type Verification = {
  /** What `payload policies:anchor` wrote, or the path of a file with it. */
  anchor?: Anchor | string | undefined
  payload: Payload
  /** Slug of the policy to check; all of them where it is left out. */
  policy?: string | undefined
}

/**
 * Checks that nobody changed the record past the plugin: every event against its hash and the one
 * before it, every published version, review and notice against the event that seals it, every
 * snapshot against its fingerprint and its version. It answers no findings, or each broken link. A
 * record whose end was cut off is still whole in itself: only an anchor tells. It writes nothing, and
 * sees the database as it is at one instant. It asks for no role: it is for code of the host.
 *
 * @example
 * const { findings } = await verifyRecord({ anchor: 'anchor.json', payload })
 *
 * @throws PolicyError `INVALID_PARAMETER` for an anchor that is none, `NOT_FOUND` for an unknown policy.
 */
export const verifyRecord = async ({
  payload,
  ...verification
}: Verification): Promise<{ findings: Finding[] }> => {
  const context = contextOf(payload)
  const { findings } = await verifyPolicies({ context, payload, ...verification })

  return { findings }
}

/** The same, with how much was checked. */
export const verifyPolicies = async ({
  anchor,
  context,
  payload,
  policy,
}: Verification & { context: PolicyContext }): Promise<CheckedRecord> => {
  const known = anchor === undefined ? undefined : await readAnchor(anchor)

  return atOneInstant({
    payload,
    read: (req) => checkRecord({ anchor: known, context, policy, req }),
  })
}
