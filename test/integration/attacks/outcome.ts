import type { RestAnswer } from '../../helpers/app.js'

import { policyErrorStatus } from '../../../src/domain/policyError.js'

/** How a write ended: with the code of a refusal, or not. */
export type Outcome = {
  /** Of the contract; `HTTP_403` and the like where Payload refused; a SQLSTATE; or "accepted". */
  code: string
  message?: string
}

export const accepted: Outcome = { code: 'accepted' }

/** How a write over the Local API or the database adapter ended. */
export const outcomeOf = async (write: () => Promise<unknown>): Promise<Outcome> => {
  try {
    await write()
    return accepted
  } catch (error) {
    return outcomeOfError(error)
  }
}

type GraphQLFault = {
  extensions?: { data?: { code?: string }; statusCode?: number }
  message: string
}

/** How a request over REST ended. */
export const outcomeOfAnswer = ({ body, status }: Pick<RestAnswer, 'body' | 'status'>): Outcome => {
  const [error] = (body?.errors ?? []) as { data?: { code?: string }; message: string }[]

  return status < 400
    ? accepted
    : { code: contractCode(error?.data?.code) ?? `HTTP_${status}`, message: error?.message ?? '' }
}

/** How a mutation ended. */
export const outcomeOfMutation = ({ errors }: { errors?: GraphQLFault[] }): Outcome => {
  const [error] = errors ?? []

  return error
    ? {
        code:
          contractCode(error.extensions?.data?.code) ??
          `HTTP_${error.extensions?.statusCode ?? 'none'}`,
        message: error.message,
      }
    : accepted
}

/** How a statement ended: a guard's refusal has the code as the name of a constraint. */
export const outcomeOfError = (error: unknown): Outcome => {
  const { cause, code, constraint, data, message, status } = error as {
    cause?: unknown
    code?: string
    constraint?: string
    data?: { code?: string }
    message: string
    status?: number
  }
  const known = contractCode(data?.code) ?? (code === 'PVGRD' ? constraint : undefined)

  if (known !== undefined) {
    return { code: known, message }
  }
  if (status !== undefined) {
    return { code: `HTTP_${status}`, message }
  }
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) {
    return { code, message }
  }
  if (cause) {
    return outcomeOfError(cause)
  }
  throw error
}

const contractCode = (code: string | undefined): string | undefined =>
  code !== undefined && code in policyErrorStatus ? code : undefined
