import type { Finding } from './finding.js'

import { PolicyError } from '../policyError.js'

/** How far the record of a policy reached at an instant, to be kept where the database's owner cannot write. */
export type AnchoredPolicy = {
  hash: string
  id: number | string
  /** Number of the last event. */
  sequence: number
  slug: string
}

/**
 * The heads of all chains at an instant. A shorter chain is still a valid chain, so only what is kept
 * outside of the database tells that its end was cut off.
 */
export type Anchor = {
  /** ISO 8601 UTC. */
  at: string
  format: 1
  policies: AnchoredPolicy[]
}

/** Reads an anchor. @throws PolicyError `INVALID_PARAMETER` for anything else. */
export const parseAnchor = (value: unknown): Anchor => {
  const { at, format, policies } = (value ?? {}) as Record<string, unknown>

  if (format !== 1) {
    throw invalid(`has the format ${JSON.stringify(format)}`)
  }
  if (typeof at !== 'string' || Number.isNaN(+new Date(at))) {
    throw invalid(`has the instant ${JSON.stringify(at)}`)
  }
  if (!Array.isArray(policies) || !policies.every(isAnchoredPolicy)) {
    throw invalid('has no list of policies with id, slug, sequence and hash')
  }
  return { at, format, policies }
}

/** What became of an anchored policy; undefined where nothing stands against it. */
export const anchorFinding = ({
  anchored,
  at,
  found,
}: {
  anchored: AnchoredPolicy
  /** When it was anchored. */
  at: string
  /** The number of the last event, and the hash of the anchored one; null where the policy has no record. */
  found: { hash: string | undefined; last: number } | null
}): Finding | undefined => {
  const { hash, sequence, slug } = anchored

  if (!found) {
    return {
      code: 'ANCHORED_POLICY_MISSING',
      message: `The policy ${slug} had ${sequence} events when it was anchored at ${at}, and has none now: its record was deleted.`,
      policy: slug,
    }
  }
  if (found.hash === hash) {
    return undefined
  }
  return found.last < sequence
    ? {
        code: 'ANCHOR_TRUNCATED',
        event: sequence,
        message: `The record of ${slug} ends at event ${found.last}; when it was anchored at ${at} it had ${sequence}: its end was cut off.`,
        policy: slug,
      }
    : {
        code: 'ANCHOR_MISMATCH',
        event: sequence,
        message: `Event ${sequence} of ${slug} is not the one that was anchored at ${at}: the record was written anew.`,
        policy: slug,
      }
}

const isAnchoredPolicy = (value: unknown): value is AnchoredPolicy => {
  const { id, hash, sequence, slug } = (value ?? {}) as Record<string, unknown>

  return (
    (typeof id === 'number' || typeof id === 'string') &&
    typeof hash === 'string' &&
    Number.isInteger(sequence) &&
    Number(sequence) > 0 &&
    typeof slug === 'string'
  )
}

const invalid = (fault: string) =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    message: `The anchor ${fault}; allowed is what \`payload policies:anchor\` writes: { format: 1, at, policies: [{ id, slug, sequence, hash }] }.`,
  })
