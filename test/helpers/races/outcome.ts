import type { RestAnswer } from '../app.js'

import { policyErrorStatus } from '../../../src/domain/policyError.js'

/** What came of an attempt: done, or refused with a code of the contract. */
export type Outcome = { code: string; doc?: Record<string, unknown> | undefined }

/** Thrown for whatever is neither done nor refused as the contract says, and for what does not end. */
class Unexpected extends Error {}

/** Reads what came of a call of the Local API. @throws Error for anything but success and a refusal. */
export const outcomeOfCall = async (call: Promise<unknown>): Promise<Outcome> => {
  try {
    return { code: 'done', doc: (await call) as Record<string, unknown> }
  } catch (error) {
    const { data, status } = error as { data?: unknown; status?: unknown }
    return refused({ answer: error, data, status })
  }
}

/** Reads what came of a request. @throws Error for anything but success and a refusal. */
export const outcomeOfRequest = async (request: Promise<RestAnswer>): Promise<Outcome> => {
  const { body, status } = await request

  return status < 300
    ? { code: 'done', doc: body.doc }
    : refused({ answer: JSON.stringify(body), data: body?.errors?.[0]?.data, status })
}

/** @throws Error where something has not ended after a time, in milliseconds. */
export const ending = async <T>(work: Promise<T>, within = 300_000): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unexpected(`Still not ended after ${within / 1_000} seconds`))
    }, within)
  })

  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const refused = ({
  answer,
  data,
  status,
}: {
  answer: unknown
  data: unknown
  status: unknown
}): Outcome => {
  const { code } = (data ?? {}) as { code?: keyof typeof policyErrorStatus }

  if (code !== undefined && policyErrorStatus[code] === status) {
    return { code }
  }
  // Payload's own answer for what somebody else deleted meanwhile.
  if (status === 404) {
    return { code: 'NOT_FOUND' }
  }
  throw new Unexpected(`Neither done nor refused with a code: ${String(answer)}`, {
    cause: answer,
  })
}
