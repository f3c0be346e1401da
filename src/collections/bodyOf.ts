import type { PayloadRequest } from 'payload'

import { PolicyError } from '../domain/policyError.js'

/**
 * The JSON object that a request brings, whatever it says its type is; an empty one for no body. What
 * somebody sent must never be left out in silence: without it another decision would be taken.
 *
 * @throws PolicyError `INVALID_PARAMETER` for a body that is anything else.
 */
export const bodyOf = async ({
  allowed,
  req,
}: {
  /** The parameters that the route knows. */
  allowed: readonly string[]
  req: PayloadRequest
}): Promise<Record<string, unknown>> => {
  const text = (await req.text?.()) ?? ''
  const body: unknown = text.trim() === '' ? {} : parsed(text)

  if (!isPlainObject(body)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The body of the request is no JSON object; allowed is ${allowed.length === 0 ? 'none, or {}' : `none, or an object with ${allowed.join(', ')}, sent as application/json`}.`,
    })
  }
  return body
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
