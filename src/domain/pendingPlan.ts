import type { Candidate, PublicationContext } from './situation.js'

import { civilDateOf } from './civilDate.js'
import { earliestDayOrNone, effectiveInstant } from './effectiveDay.js'
import { deadlineOf } from './explanation.js'
import { orNull } from './orNull.js'
import { planPublication } from './publication.js'
import { trialOf } from './replacement.js'

/** When a version that is not published yet would take effect, were it published now. */
export type PendingPlan = {
  /** Publish before this instant to take effect on the day that was chosen; null where none was, or nothing sets one. */
  deadline: Date | null
  /** The first lawful instant; null for a first version, an import, or where a calendar does not reach so far. */
  earliestEffectiveAt: Date | null
  /** Of the day that was chosen, or the earliest; null for an import that nobody knows the date of. */
  effectiveAt: Date | null
  isDateChosen: boolean
  /** True where the day that was chosen is before the first lawful one, and no exception covers it. */
  isTooEarly: boolean
}

/** Plans a version's publication at the context's instant, as far as its dates go. */
export const pendingPlan = ({
  candidate,
  context,
}: {
  candidate: Candidate
  context: PublicationContext
}): PendingPlan => {
  const plan = planPublication({ candidate, context })
  const trial = trialOf({ candidate, context })
  const isGoverned = plan.clauses.length > 0
  const earliestOn = isGoverned
    ? earliestDayOrNone({ candidate, context: trial, from: civilDateOf(context) })
    : null
  const earliestEffectiveAt = earliestOn && effectiveInstant({ context, date: earliestOn })
  const isDateChosen = candidate.effectiveOn !== null
  const deadline = isDateChosen ? orNull(() => deadlineOf({ plan, trial })) : null

  return {
    deadline: deadline && deadline > context.instant ? deadline : null,
    earliestEffectiveAt,
    effectiveAt: plan.effectiveOn && plan.effectiveAt,
    isDateChosen,
    isTooEarly:
      earliestEffectiveAt !== null &&
      plan.exception === null &&
      plan.effectiveAt < earliestEffectiveAt,
  }
}
