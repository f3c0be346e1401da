import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'

import { PolicyError } from './policyError.js'

/**
 * SHA-256 over the canonical JSON (RFC 8785) of a value, as `sha256:` and 64 hexadecimal digits.
 * Two values have the same fingerprint exactly if they are the same JSON, whatever the order of keys.
 *
 * @throws PolicyError `INVALID_PARAMETER` for what is no JSON: undefined, NaN, broken Unicode, a cycle.
 */
export const fingerprint = (value: unknown): string =>
  `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`

/** The canonical JSON (RFC 8785) of a value. @throws PolicyError `INVALID_PARAMETER` for what is no JSON. */
export const canonicalJson = (value: unknown): string => {
  try {
    const text: string | undefined = canonicalize(value)
    if (text !== undefined) {
      return text
    }
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : String(error))
  }

  throw notJson('There is no value')
}

const notJson = (reason: string) =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    message: `The text cannot be fingerprinted: ${reason}. Remove the broken character or value and save again.`,
  })
