import type { Candidate, PublicationTrial } from './situation.js'

import { type Clause, isLawfulUnder, tierNameOf } from './governingTerms.js'
import { isPolicyError } from './policyError.js'

/**
 * The clauses whose notice period a date breaks. Where an exception is claimed, a period that no
 * calendar can count counts as broken.
 * @throws PolicyError `CALENDAR_NOT_COVERED` without one.
 */
export const brokenClauses = ({
  candidate: { exception },
  clauses,
  effectiveAt,
  trial,
}: {
  candidate: Pick<Candidate, 'exception'>
  clauses: readonly Clause[]
  effectiveAt: Date
  trial: PublicationTrial
}): Clause[] =>
  clauses.filter((clause) => {
    try {
      return (
        !wasObeyed({ clause, trial }) && !isLawfulUnder({ clause, context: trial, effectiveAt })
      )
    } catch (error) {
      if (exception && isPolicyError(error)) {
        return true
      }
      throw error
    }
  })

/**
 * True where a replacement whose notice continues obeys a clause because the announced version obeyed
 * it, since it comes no earlier; days proclaimed since do not change that. One of another kind obeys
 * the other tier, which the announced version never did.
 */
export const wasObeyed = ({
  clause,
  trial: { instant, noticeFrom, replaced, timeline },
}: {
  clause: Clause
  trial: PublicationTrial
}): boolean => {
  const promising = timeline.find(({ id }) => id === clause.version.id)

  return (
    replaced !== null &&
    replaced.exception === null &&
    clause.tierName === tierNameOf(replaced) &&
    +noticeFrom !== +instant &&
    promising !== undefined &&
    promising.effectiveAt < replaced.effectiveAt
  )
}
