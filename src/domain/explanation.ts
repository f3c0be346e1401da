import type { PublicationPlan } from './publication.js'
import type { PublicationTrial, Situation } from './situation.js'
import type { Snapshot } from './snapshot.js'

import { type CivilDate, civilDateOf } from './civilDate.js'
import { clauseName, earliestUnder } from './governingTerms.js'
import { publicationDeadline } from './noticeClock.js'
import { describePeriod, isNoPeriod } from './noticePeriod.js'
import { orNull } from './orNull.js'

/** A clause that governs a publication, with how its days were counted. */
export type GoverningClause = {
  by: string
  /** Every day that was looked at, where business days are counted. */
  days: { date: string; kind: string }[]
  /** Null where its period cannot be counted, as no calendar reaches so far. */
  earliestEffectiveOn: CivilDate | null
  /** The last day of its notice period; null where it has none, or that cannot be counted. */
  lastDay: CivilDate | null
  period: string
  preset: null | string
  tier: string
  version: { id: number | string; label: string }
}

/** The clauses that govern a publication, each with its count of days, where that can be made. */
export const governingOf = ({
  plan,
  trial,
}: {
  plan: PublicationPlan
  trial: PublicationTrial
}): GoverningClause[] =>
  plan.clauses.map((clause) => {
    const counted = orNull(() => earliestUnder({ clause, context: trial }))

    return {
      by: clauseName(clause),
      days: counted?.count.days ?? [],
      earliestEffectiveOn: counted?.day ?? null,
      lastDay: counted?.count.lastDay ?? null,
      period: describePeriod(clause.tier.period),
      preset: clause.preset,
      tier: clause.tierName,
      version: clause.version,
    }
  })

/** The clauses as a publication sealed them: nothing that was announced is counted anew. */
export const governingSealed = ({ count: { clauses, timeZone } }: Snapshot): GoverningClause[] =>
  clauses.map(({ days, earliestEffectiveAt, lastDay, preset, tier, tierName, version }) => ({
    by: clauseName({ preset, version }),
    days,
    earliestEffectiveOn:
      earliestEffectiveAt === null
        ? null
        : civilDateOf({ instant: new Date(earliestEffectiveAt), timeZone }),
    lastDay: lastDay as CivilDate | null,
    period: describePeriod(tier.period),
    preset,
    tier: tierName,
    version,
  }))

/** Who asks for the latest day, of several that ask for the same the first; null where one cannot be counted. */
export const decidedBy = (governing: GoverningClause[]): null | string =>
  governing.some(isUncounted)
    ? null
    : ([...governing].sort((one, other) =>
        (other.earliestEffectiveOn ?? '').localeCompare(one.earliestEffectiveOn ?? ''),
      )[0]?.by ?? null)

/** The last day of the longest notice period; null where there is none, or one cannot be counted. */
export const noticeEnd = (governing: GoverningClause[]): CivilDate | null =>
  governing.some(isUncounted)
    ? null
    : (governing
        .flatMap(({ lastDay }) => lastDay ?? [])
        .sort()
        .at(-1) ?? null)

/** True of a clause whose period may be the longest, and nobody can tell. */
export const isUncounted = ({ earliestEffectiveOn }: GoverningClause): boolean =>
  earliestEffectiveOn === null

/** The channels of a publication that have no driver, and those that would satisfy an either-or: somebody has to give that notice. */
export const channelsToAttest = ({
  plan,
  situation,
}: {
  plan: PublicationPlan
  situation: Situation
}): string[] => {
  const driven = situation.context.channels.filter(({ hasDriver }) => hasDriver)
  const eitherOr = plan.clauses
    .map(({ tier }) => tier.channels.anyOf)
    .filter((names) => names.length > 0 && !names.some((name) => plan.channels.includes(name)))

  return [...new Set([...plan.channels, ...eitherOr.flat()])].filter(
    (channel) => !driven.some(({ name }) => name === channel),
  )
}

/**
 * The earliest of the deadlines that the clauses set; each has to be met. A version that is to be
 * replaced sets one too: once it has taken effect, there is nothing to replace. None where the notice
 * counts from before, or an exception shortens it.
 */
export const deadlineOf = ({ plan, trial }: { plan: PublicationPlan; trial: PublicationTrial }) => {
  const deadlines = plan.clauses
    .filter(() => !plan.exception && +trial.noticeFrom === +trial.instant)
    .flatMap(({ calendar, tier: { period, relation } }) => {
      if (isNoPeriod(period)) {
        return relation === 'before' ? plan.effectiveAt : []
      }
      return publicationDeadline({
        calendar,
        effectiveAt: plan.effectiveAt,
        period,
        timeZone: trial.timeZone,
      })
    })
  const all = [...deadlines, ...(trial.replaced ? [trial.replaced.effectiveAt] : [])]

  return all.length > 0 ? new Date(Math.min(...all.map(Number))) : null
}
