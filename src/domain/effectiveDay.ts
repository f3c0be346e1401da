import type { Candidate, PublicationContext, PublishedVersion } from './situation.js'

import { addCivilDays, type CivilDate, civilDateOf, startOfCivilDate } from './civilDate.js'
import { clausesOf, earliestUnder } from './governingTerms.js'
import { isPolicyError } from './policyError.js'
import { upcomingAt } from './timeline.js'

/** When a version takes effect that is published for a day: at once on the day itself, else at the day's first instant. */
export const effectiveInstant = ({
  context: { instant, timeZone },
  date,
}: {
  context: PublicationContext
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
  context: PublicationContext
  from: CivilDate
}): CivilDate => {
  let day = laterOf(civilDateOf(context), from)

  // A later day may come under the terms of more upcoming versions, so look again after each step.
  for (;;) {
    const effectiveAt = effectiveInstant({ context, date: day })
    const required = clausesOf({ candidate, context, effectiveAt })
      .map((clause) => earliestUnder({ clause, context }).day)
      .reduce(laterOf, day)

    if (required === day && !versionTakingEffectAt({ context, effectiveAt })) {
      return day
    }
    day = required === day ? addCivilDays(day, 1) : required
  }
}

/** The same, or null where a calendar does not reach so far; the check of the period says so in its own words. */
export const earliestDayOrNone = (
  args: Parameters<typeof earliestEffectiveDay>[0],
): CivilDate | null => {
  try {
    return earliestEffectiveDay(args)
  } catch (error) {
    // The calendar does not reach far enough; the check of the period says so in its own words.
    if (isPolicyError(error)) {
      return null
    }
    throw error
  }
}

/** The earliest lawful day after every upcoming version: what an empty effective date means. */
export const earliestDayAfterAll = ({
  candidate,
  context,
}: {
  candidate: Candidate
  context: PublicationContext
}): CivilDate => {
  const { instant, timeline, timeZone } = context
  const last = upcomingAt({ at: instant, versions: timeline }).at(-1)
  const today = civilDateOf(context)
  const from = last ? addCivilDays(civilDateOf({ instant: last.effectiveAt, timeZone }), 1) : today

  return earliestDayOrNone({ candidate, context, from }) ?? from
}

/** The version that takes effect at an instant already, if any. */
export const versionTakingEffectAt = ({
  context,
  effectiveAt,
}: {
  context: PublicationContext
  effectiveAt: Date
}): PublishedVersion | undefined =>
  context.timeline.find((version) => !version.withdrawnAt && +version.effectiveAt === +effectiveAt)

/** The later of two days. */
export const laterOf = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other)
