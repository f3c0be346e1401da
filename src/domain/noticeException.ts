import type { Clause } from './governingTerms.js'

import { clauseName } from './governingTerms.js'
import { isNoPeriod } from './noticePeriod.js'
import { PolicyError } from './policyError.js'

/** Why a change should take effect before its notice period is over. */
export type ExceptionClaim = { explanation: string; reason: string }

/** An exception that was made: it shows in the record and in the notice. */
export type NoticeException = ExceptionClaim & {
  /** False for a legal obligation that the terms say nothing about. */
  providedFor: boolean
}

/** The reason that always counts: what the law demands, no policy can promise away. */
export const legalObligation = 'legal_obligation'

/**
 * The exception to the clauses that a date breaks.
 * @throws PolicyError `EXCEPTION_NOT_ALLOWED` where one of them does not allow its reason, or nothing
 *   explains it.
 */
export const exceptionTo = ({
  broken,
  claim: { explanation, reason },
}: {
  broken: readonly Clause[]
  claim: ExceptionClaim
}): NoticeException => {
  const against = broken.find(({ exceptions }) => !exceptions.includes(reason))

  if (explanation.trim() === '') {
    throw notAllowed({
      field: 'exception.explanation',
      message:
        'An exception to the notice period needs an explanation, which readers are shown. Say why this change cannot wait.',
    })
  }
  if (against && reason !== legalObligation) {
    const allowed = [...new Set([...against.exceptions, legalObligation])]
    throw notAllowed({
      details: { allowed, decidedBy: clauseName(against) },
      field: 'exception.reason',
      message: `The reason ${JSON.stringify(reason)} does not allow an exception to the notice period that ${clauseName(against)} promised; allowed are ${allowed.join(', ')}. Choose a later date, or one of these reasons if it applies.`,
    })
  }

  return { explanation, providedFor: !against, reason }
}

/** The reasons that each of some clauses allows which ask for a notice period. */
export const allowedReasons = (clauses: readonly Clause[]): string[] => {
  const [first, ...others] = clauses.filter(({ tier }) => !isNoPeriod(tier.period))

  return [
    ...new Set([
      ...(first?.exceptions ?? []).filter((reason) =>
        others.every(({ exceptions }) => exceptions.includes(reason)),
      ),
      legalObligation,
    ]),
  ]
}

/** True where an exception that was made holds under a clause as well. */
export const isExcusedBy = ({
  clause,
  exception,
}: {
  clause: Pick<Clause, 'exceptions'>
  exception: NoticeException | null
}): boolean =>
  exception !== null &&
  (exception.reason === legalObligation || clause.exceptions.includes(exception.reason))

const notAllowed = (args: { details?: Record<string, unknown>; field: string; message: string }) =>
  new PolicyError({ ...args, code: 'EXCEPTION_NOT_ALLOWED' })
