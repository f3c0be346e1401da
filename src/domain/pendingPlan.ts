import type { NoticeException } from './noticeException.js'
import type { PolicyErrorCode } from './policyError.js'
import type { Candidate, PublicationContext } from './situation.js'

import { civilDateOf, startOfCivilDate } from './civilDate.js'
import { isAboutDate } from './dayTrials.js'
import { effectiveInstant } from './effectiveDay.js'
import { earliestLawfulDay } from './effectiveDays.js'
import { deadlineOf } from './explanation.js'
import { orNull } from './orNull.js'
import { planPublication, type PublicationPlan } from './publication.js'
import { trialOf } from './replacement.js'

/** When a version that is not published yet would take effect, were it published now. */
export type PendingPlan = {
  /** Publish before this instant to take effect on the day that was chosen; null where none was, or nothing sets one. */
  deadline: Date | null
  /** The first lawful instant; null for an import, and where no day is lawful or a calendar does not reach so far. */
  earliestEffectiveAt: Date | null
  /** Of the day that was chosen, be it past, or the earliest; null where that is not known. */
  effectiveAt: Date | null
  /** The exception that it would take effect by; null where it needs none. */
  exception: NoticeException | null
  isDateChosen: boolean
  /** True where no rule about the date of effect would refuse its publication. */
  isDateLawful: boolean
  /** True where the day that was chosen is past or before the first one that its notice allows, and no exception covers it. */
  isTooEarly: boolean
}

/** What a publication for too early a day is refused with. */
const tooEarly: readonly PolicyErrorCode[] = [
  'EFFECTIVE_DATE_PAST',
  'EXCEPTION_NOT_ALLOWED',
  'NOTICE_PERIOD_TOO_SHORT',
]

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
  const earliestOn = earliestLawfulDay({ candidate, context })
  const isDateChosen = candidate.effectiveOn !== null
  const isDateLawful = candidate.imported !== null || !plan.problems.some(isAboutDate)
  const deadline = isDateChosen && isDateLawful ? orNull(() => deadlineOf({ plan, trial })) : null

  return {
    deadline: deadline && deadline > context.instant ? deadline : null,
    earliestEffectiveAt: earliestOn && effectiveInstant({ context, date: earliestOn }),
    effectiveAt: effectiveAtOf({ candidate, context, plan }),
    exception: plan.exception,
    isDateChosen,
    isDateLawful,
    isTooEarly: isDateChosen && plan.problems.some(({ code }) => tooEarly.includes(code)),
  }
}

/** A publication counts a day that is past as today; here it stays the one that was chosen. */
const effectiveAtOf = ({
  candidate: { effectiveOn, imported },
  context,
  plan,
}: {
  candidate: Candidate
  context: PublicationContext
  plan: PublicationPlan
}): Date | null => {
  if (effectiveOn !== null && !imported && effectiveOn < civilDateOf(context)) {
    return startOfCivilDate({ ...context, date: effectiveOn })
  }
  return plan.effectiveOn && plan.effectiveAt
}
