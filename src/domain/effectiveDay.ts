import type {
  Candidate,
  PublicationContext,
  PublicationTrial,
  PublishedVersion,
} from './situation.js'

import { wasObeyed } from './brokenClauses.js'
import { addCivilDays, type CivilDate, civilDateOf, startOfCivilDate } from './civilDate.js'
import { clausesOf, earliestUnder } from './governingTerms.js'
import { orNull } from './orNull.js'
import { upcomingAt } from './timeline.js'

/** When a version takes effect that is published for a day: at once on the day itself, else at the day's first instant. */
export const effectiveInstant = ({
  context: { instant, timeZone },
  date,
}: {
  context: Pick<PublicationContext, 'instant' | 'timeZone'>
  date: CivilDate
}): Date =>
  date <= civilDateOf({ instant, timeZone }) ? instant : startOfCivilDate({ date, timeZone })

/**
 * The first day, not before `from`, on which a version could lawfully take effect if it were
 * published at the context's instant.
 * @throws PolicyError `CALENDAR_NOT_COVERED`.
 */
export const earliestEffectiveDay = ({
  candidate,
  context,
  from,
}: {
  candidate: Candidate
  context: PublicationTrial
  from: CivilDate
}): CivilDate => {
  let day = [from, ...replacedDay(context)].reduce(laterOf, civilDateOf(context))

  // A later day may come under the terms of more upcoming versions, so look again after each step.
  for (;;) {
    const required = requiredDay({ candidate, context, day })

    if (required === day && !versionTakingEffectOn({ context, day })) {
      return day
    }
    day = required === day ? addCivilDays(day, 1) : required
  }
}

/** The day itself where the clauses that govern it allow it, else the first that they do. */
const requiredDay = ({ candidate, context, day }: OneDay & { candidate: Candidate }): CivilDate =>
  clausesOf({ candidate, context, effectiveAt: effectiveInstant({ context, date: day }) })
    .filter((clause) => !wasObeyed({ clause, trial: context }))
    .map((clause) => earliestUnder({ clause, context }).day)
    .reduce(laterOf, day)

/** The versions on whose days a version could have taken effect sooner, had those not been taken. */
export const versionsInTheWay = ({
  candidate,
  context,
  earliest,
}: {
  candidate: Candidate
  context: PublicationTrial
  /** The first day that is lawful and free. */
  earliest: CivilDate
}): PublishedVersion[] =>
  upcomingAt({ at: context.instant, versions: context.timeline }).filter(({ effectiveAt }) => {
    const day = civilDateOf({ instant: effectiveAt, timeZone: context.timeZone })
    return day < earliest && requiredDay({ candidate, context, day }) === day
  })

type OneDay = { context: PublicationTrial; day: CivilDate }

const versionTakingEffectOn = ({ context, day }: OneDay): PublishedVersion | undefined =>
  versionTakingEffectAt({ context, effectiveAt: effectiveInstant({ context, date: day }) })

/** The same, or null where a calendar does not reach so far; the check of the period says so in its own words. */
export const earliestDayOrNone = (
  args: Parameters<typeof earliestEffectiveDay>[0],
): CivilDate | null => orNull(() => earliestEffectiveDay(args))

/**
 * The earliest lawful day after every upcoming version: what an empty effective date means. Null where
 * a calendar does not reach so far.
 */
export const earliestDayAfterAll = ({
  candidate,
  context,
}: {
  candidate: Candidate
  context: PublicationTrial
}): CivilDate | null => earliestDayOrNone({ candidate, context, from: firstDayAfterAll(context) })

/** The first day after every upcoming version, whether it is lawful or not. */
export const firstDayAfterAll = (trial: PublicationTrial): CivilDate => {
  const { instant, timeline, timeZone } = trial
  const last = upcomingAt({ at: instant, versions: timeline }).at(-1)
  const after = last ? [addCivilDays(civilDateOf({ instant: last.effectiveAt, timeZone }), 1)] : []

  return [...after, ...replacedDay(trial)].reduce(laterOf, civilDateOf(trial))
}

/** The day that a replaced version was announced for: its replacement takes effect then or later. */
export const replacedDay = ({ replaced, timeZone }: PublicationTrial): CivilDate[] =>
  replaced ? [civilDateOf({ instant: replaced.effectiveAt, timeZone })] : []

/** The version that takes effect at an instant already, if any. */
export const versionTakingEffectAt = ({
  context,
  effectiveAt,
}: {
  context: Pick<PublicationContext, 'timeline'>
  effectiveAt: Date
}): PublishedVersion | undefined =>
  context.timeline.find((version) => !version.withdrawnAt && +version.effectiveAt === +effectiveAt)

/** The later of two days. */
export const laterOf = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other)
