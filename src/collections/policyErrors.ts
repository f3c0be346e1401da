import type { AfterErrorHook } from 'payload'

import { isPolicyError } from '../domain/policyError.js'

/** Gives a refusal its code in REST answers, whichever operation it came through. */
export const answerPolicyErrors: AfterErrorHook = ({ error }) => {
  if (!isPolicyError(error)) {
    return undefined
  }

  const { name, data, message, status } = error
  return { response: { errors: [{ name, data, message }] }, status }
}
