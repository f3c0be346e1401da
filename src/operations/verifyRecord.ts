import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { readFile } from 'node:fs/promises'

import type { Finding } from '../domain/record/finding.js'

import { PolicyError } from '../domain/policyError.js'
import { type Anchor, parseAnchor } from '../domain/record/anchor.js'
import { contextOf } from './forHosts.js'
import { checkRecord } from './record/checkRecord.js'

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
  anchor,
  payload,
  policy,
}: {
  /** What `payload policies:anchor` wrote, or the path of a file with it. */
  anchor?: Anchor | string | undefined
  payload: Payload
  /** Slug of the policy to check; all of them where it is left out. */
  policy?: string | undefined
}): Promise<{ findings: Finding[] }> => {
  const context = contextOf(payload)
  const known = anchor === undefined ? undefined : await readAnchor(anchor)
  const { findings } = await atOneInstant({
    payload,
    read: (req) => checkRecord({ anchor: known, context, policy, req }),
  })

  return { findings }
}

/** Runs reads in a transaction that sees the database as it was when it began, and can write nothing. */
export const atOneInstant = async <T>({
  payload,
  read,
}: {
  payload: Payload
  read: (req: PayloadRequest) => Promise<T>
}): Promise<T> => {
  const transactionID = await payload.db.beginTransaction({
    accessMode: 'read only',
    isolationLevel: 'repeatable read',
  })
  const req = await createLocalReq(
    { req: transactionID === null ? {} : { transactionID } },
    payload,
  )

  try {
    return await read(req)
  } finally {
    if (transactionID !== null) {
      await payload.db.rollbackTransaction(transactionID)
    }
  }
}

/** An anchor, or the one in a file. @throws PolicyError `INVALID_PARAMETER` for anything else. */
export const readAnchor = async (anchor: unknown): Promise<Anchor> => {
  if (typeof anchor !== 'string') {
    return parseAnchor(anchor)
  }
  let value: unknown

  try {
    value = JSON.parse(await readFile(anchor, 'utf8'))
  } catch (error) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The anchor ${JSON.stringify(anchor)} cannot be read: ${error instanceof Error ? error.message : String(error)}. Give the path of a file that \`payload policies:anchor --out\` wrote.`,
    })
  }
  return parseAnchor(value)
}
