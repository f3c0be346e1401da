import type { AfterErrorHook, PayloadRequest } from 'payload'

import { isPolicyError, type PolicyError } from '../domain/policyError.js'
import { problemIn } from '../translations/problems/problemWords.js'

/** Gives a refusal its code in REST answers, whichever operation it came through. */
export const answerPolicyErrors: AfterErrorHook = ({ error, req }) =>
  isPolicyError(error)
    ? { response: { errors: [toldIn({ error, req })] }, status: error.status }
    : undefined

/** A refusal in Payload's shape, in the language of whoever asks, as Payload words its own errors. */
export const toldIn = ({
  error: { name, code, data, message },
  req,
}: {
  error: PolicyError
  req: Pick<PayloadRequest, 'i18n'>
}) => {
  const told = problemIn({ language: req.i18n.language, problem: { ...data, code, message } })

  return {
    name,
    data: {
      ...data,
      ...(data.errors && { errors: data.errors.map((error) => ({ ...error, message: told })) }),
    },
    message: told,
  }
}
