import type { PolicyError } from './policyError.js'
import type { PublicationPlan } from './publication.js'
import type { Candidate, PublicationContext, PublishedVersion } from './situation.js'

import { type BusinessCalendar, type DayKind, kindOfDay } from './businessCalendar.js'
import { addCivilDays, addCivilMonths, type CivilDate } from './civilDate.js'
import { candidateDays, type DayTrial, dayTrials } from './dayTrials.js'
import { deadlineOf } from './explanation.js'
import { orNull } from './orNull.js'
import { trialOf } from './replacement.js'
import { upcomingAt } from './timeline.js'

/** What one day is to a version that would be published at an instant. */
export type EffectiveDay = {
  /** Whether offices are open, by the calendar that counts; null where none counts or it does not reach so far. */
  business: null | { kind: DayKind; name: null | string }
  date: CivilDate
  /** The version that would be followed on it; null for a first one. */
  follows: null | PublishedVersion
  /** True where it comes too early and is lawful by the exception that is claimed alone. */
  isByException: boolean
  /** Announced versions that take effect after the day, the next one first. */
  precedes: PublishedVersion[]
  /** The first rule that stands against the day; null where it is lawful. */
  problem: null | PolicyError
  /** Publish before this instant to take effect on the day; null where no clause sets one, or the day is not lawful. */
  publicationDeadline: Date | null
}

type Publication = { candidate: Candidate; context: PublicationContext }

/**
 * Every day of a month: whether a version that is published at the context's instant could take effect
 * on it and what stands against it, whether it is a business day, and until when to publish for it. A
 * day is lawful where the check of the publication has nothing against it; that it is no business day
 * forbids nothing. `month` is any day of it, in the policy's zone like all days here.
 */
export const effectiveDays = ({
  month,
  ...publication
}: Publication & { month: CivilDate }): EffectiveDay[] => {
  const tryDay = dayTrials(publication)

  return daysOfMonth(month).map((date) =>
    effectiveDay({ ...publication, date, tried: tryDay(date) }),
  )
}

/**
 * The first day on which the check of a publication has nothing against a version's taking effect, no
 * exception claimed; null where there is none.
 */
export const earliestLawfulDay = ({
  candidate,
  context,
  from,
}: Publication & {
  /** The days before it are left out. */
  from?: CivilDate
}): CivilDate | null => {
  if (candidate.imported) {
    return null
  }
  const regular = { candidate: { ...candidate, exception: null }, context }
  const tryDay = dayTrials(regular)

  return candidateDays({ ...regular, from }).find((date) => !tryDay(date).problem) ?? null
}

/** What one day is to a version that is published at the context's instant. */
const effectiveDay = ({
  candidate,
  context,
  date,
  tried: { plan, problem },
}: Publication & { date: CivilDate; tried: DayTrial }): EffectiveDay => {
  const trial = trialOf({ candidate, context })

  return {
    business: businessOf({ calendars: calendarsFor({ candidate, context, plan }), date }),
    date,
    follows: plan.predecessor,
    isByException: plan.exception !== null,
    precedes: upcomingAt({ at: plan.effectiveAt, versions: trial.timeline }),
    problem,
    publicationDeadline: problem ? null : orNull(() => deadlineOf({ plan, trial })),
  }
}

/** The calendars that count for a day: of the clauses that govern it or, where none counts business days, of the version's own terms. */
const calendarsFor = ({
  candidate: { noticeTerms },
  context: { calendars },
  plan: { clauses },
}: Publication & { plan: PublicationPlan }): BusinessCalendar[] => {
  const governing = clauses.flatMap(({ calendar, tier }) =>
    calendar && tier.period.unit === 'business_days' ? calendar : [],
  )

  return governing.length > 0
    ? governing
    : calendars.filter(({ id }) => id === noticeTerms.calendar)
}

/** A day off by one of several calendars is none on which all can count. */
const businessOf = ({
  calendars,
  date,
}: {
  calendars: BusinessCalendar[]
  date: CivilDate
}): EffectiveDay['business'] => {
  const kinds = calendars.flatMap((calendar) => {
    const kind = orNull(() => kindOfDay({ calendar, date }))
    return kind ? { kind, name: calendar.names?.[date] ?? null } : []
  })
  const off = kinds.find(({ kind }) => kind !== 'business_day')

  return off ?? kinds[0] ?? null
}

const daysOfMonth = (month: CivilDate): CivilDate[] => {
  const first = `${month.slice(0, 7)}-01` as CivilDate
  // Counted from the last day: after December 9999 there is no next month to end before.
  const last = Number(lastDayOf(first).slice(8))

  return Array.from({ length: last }, (_, index) => addCivilDays(first, index))
}

const lastDayOf = (first: CivilDate): CivilDate =>
  // Month ends are clamped, so a 31 January plus months is the last day of any month.
  addCivilMonths(`${first.slice(0, 4)}-01-31` as CivilDate, Number(first.slice(5, 7)) - 1)
