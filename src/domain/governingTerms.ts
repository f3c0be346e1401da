import type { BusinessCalendar } from './businessCalendar.js'
import type { NoticeTier } from './noticeTerms.js'
import type { Candidate, PublicationContext } from './situation.js'

import { addCivilDays, type CivilDate, civilDateOf } from './civilDate.js'
import { countNoticePeriod, type NoticeCount } from './noticeClock.js'
import { isNoPeriod } from './noticePeriod.js'
import { tierOf } from './noticeTerms.js'
import { PolicyError } from './policyError.js'
import { policyAt, upcomingAt } from './timeline.js'

/** One promise that a change must obey: the tier of a version's terms that the change falls under. */
export type Clause = {
  calendar: BusinessCalendar | undefined
  tier: NoticeTier
  tierName: 'material' | 'other'
  /** The version that made the promise. */
  version: { id: number | string; label: string }
}

/**
 * The clauses that govern a change: of the version in force at publication, and of every published
 * version that takes effect after that and before the change. Each must be satisfied by itself;
 * nothing is merged. The change's own terms never govern it. None for a first version.
 */
export const clausesOf = ({
  candidate: { materialChange },
  context: { calendars, instant, timeline },
  effectiveAt,
}: {
  candidate: Pick<Candidate, 'materialChange'>
  context: PublicationContext
  effectiveAt: Date
}): Clause[] => {
  const inForce = policyAt({ at: instant, versions: timeline })
  const before = upcomingAt({ at: instant, versions: timeline }).filter(
    (version) => version.effectiveAt < effectiveAt,
  )

  return [...(inForce ? [inForce] : []), ...before].map((version) => ({
    calendar: calendars.find(({ id }) => id === version.noticeTerms.calendar),
    tier: tierOf({ materialChange, terms: version.noticeTerms }),
    tierName: materialChange ? 'material' : 'other',
    version: { id: version.id, label: version.label },
  }))
}

/** The first day that a clause allows for a change published at an instant, with the count behind it. */
export const earliestUnder = ({
  clause,
  context: { instant, timeZone },
}: {
  clause: Clause
  context: Pick<PublicationContext, 'instant' | 'timeZone'>
}): { count: NoticeCount; day: CivilDate } => {
  const { period, relation } = clause.tier

  if (period.unit === 'business_days' && !clause.calendar && !isNoPeriod(period)) {
    throw new PolicyError({
      code: 'TERMS_INVALID',
      field: 'noticeTerms',
      message: `Version ${clause.version.label} promised a number of business days of a calendar that is no longer configured. Configure the calendar again under its id.`,
    })
  }

  const count = countNoticePeriod({
    calendar: clause.calendar,
    period,
    publishedAt: instant,
    timeZone,
  })
  const day = civilDateOf({ instant: count.earliestEffectiveAt, timeZone })
  const hasToWait = relation === 'before' && isNoPeriod(period)

  return { count, day: hasToWait ? addCivilDays(day, 1) : day }
}

/** True where a clause allows a change published at an instant to take effect at another. */
export const isLawfulUnder = ({
  clause,
  context,
  effectiveAt,
}: {
  clause: Clause
  context: Pick<PublicationContext, 'instant' | 'timeZone'>
  effectiveAt: Date
}): boolean => {
  const { count } = earliestUnder({ clause, context })

  return (
    effectiveAt >= count.earliestEffectiveAt &&
    (clause.tier.relation !== 'before' || effectiveAt > context.instant)
  )
}
