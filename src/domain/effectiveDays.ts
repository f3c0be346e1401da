import type { PolicyErrorCode } from './policyError.js'
import type { PublicationPlan } from './publication.js'
import type { Candidate, PublicationContext } from './situation.js'

import { type BusinessCalendar, type DayKind, kindOfDay } from './businessCalendar.js'
import { addCivilDays, addCivilMonths, type CivilDate, civilDateOf } from './civilDate.js'
import { earliestDayOrNone, replacedDay } from './effectiveDay.js'
import { deadlineOf } from './explanation.js'
import { orNull } from './orNull.js'
import { planPublication } from './publication.js'
import { PolicyError } from './policyError.js'
import { trialOf } from './replacement.js'
import { upcomingAt } from './timeline.js'

/** What one day is to a version that would be published at an instant. */
export type EffectiveDay = {
  /** Whether offices are open, by the calendar that counts; null where none counts or it does not reach so far. */
  business: null | { kind: DayKind; name: null | string }
  date: CivilDate
  /** True where it comes too early and is lawful by the exception that is claimed alone. */
  isByException: boolean
  /** The first rule that stands against the day; null where it is lawful. */
  problem: null | PolicyError
  /** Publish before this instant to take effect on the day; null where no clause sets one, or the day is not lawful. */
  publicationDeadline: Date | null
}

type Publication = { candidate: Candidate; context: PublicationContext }

/** What stands against a day and not against the version whatever its day. */
const codesOfDays: readonly PolicyErrorCode[] = [
  'BREAKS_PENDING',
  'CALENDAR_NOT_COVERED',
  'EFFECTIVE_DATE_PAST',
  'EFFECTIVE_DATE_TAKEN',
  'EXCEPTION_NOT_ALLOWED',
  'NOTICE_PERIOD_TOO_SHORT',
  // Of a clause in force whose calendar left the configuration: no day can be counted.
  'TERMS_INVALID',
]

/**
 * Every day of a month: whether a version that is published at the context's instant could take effect
 * on it and what stands against it, whether it is a business day, and until when to publish for it. A
 * day is lawful where the check of the publication has nothing against it; that it is no business day
 * forbids nothing. `month` is any day of it, in the policy's zone like all days here.
 */
export const effectiveDays = ({
  month,
  ...publication
}: Publication & { month: CivilDate }): EffectiveDay[] =>
  daysOfMonth(month).map((date) => effectiveDay({ ...publication, date }))

/**
 * The first day on which the check of a publication has nothing against a version's taking effect, no
 * exception claimed; null where there is none.
 */
export const earliestLawfulDay = ({ candidate, context }: Publication): CivilDate | null => {
  const regular = { ...candidate, exception: null }
  const trial = trialOf({ candidate: regular, context })
  const { instant, timeline, timeZone } = trial
  // What a pending version says against a day changes only where one of them takes effect.
  const starts = [
    civilDateOf(trial),
    ...upcomingAt({ at: instant, versions: timeline }).map(({ effectiveAt }) =>
      addCivilDays(civilDateOf({ instant: effectiveAt, timeZone }), 1),
    ),
  ]
  const days = [
    ...replacedDay(trial),
    ...starts.flatMap(
      (from) => earliestDayOrNone({ candidate: regular, context: trial, from }) ?? [],
    ),
  ]

  return (
    days.sort().find((date) => !effectiveDay({ candidate: regular, context, date }).problem) ?? null
  )
}

/** What one day is to a version that is published at the context's instant. */
const effectiveDay = ({
  candidate,
  context,
  date,
}: Publication & { date: CivilDate }): EffectiveDay => {
  const dated = { ...candidate, effectiveOn: date }
  const plan = planPublication({ candidate: dated, context })
  const trial = trialOf({ candidate: dated, context })
  const problem = problemOf({ candidate, plan })

  return {
    business: businessOf({ calendars: calendarsFor({ candidate, context, plan }), date }),
    date,
    isByException: plan.exception !== null,
    problem,
    publicationDeadline: problem ? null : orNull(() => deadlineOf({ plan, trial })),
  }
}

const problemOf = ({
  candidate,
  plan,
}: {
  candidate: Candidate
  plan: PublicationPlan
}): null | PolicyError =>
  candidate.imported
    ? new PolicyError({
        code: 'INVALID_PARAMETER',
        field: 'effectiveOn',
        message:
          'An imported version took effect before: write the day into the import, and leave the effective date empty.',
      })
    : (plan.problems.find(({ code }) => codesOfDays.includes(code)) ?? null)

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
