import type { BusinessCalendar } from './businessCalendar.js'
import type { Clause } from './governingTerms.js'
import type { PublicationContext, PublishedVersion } from './situation.js'

import { isBusinessDay } from './businessCalendar.js'
import { addCivilDays, type CivilDate, civilDateOf } from './civilDate.js'
import { clauseName, clausesOf, earliestUnder, isLawfulUnder } from './governingTerms.js'
import { isExcusedBy } from './noticeException.js'
import { describePeriod } from './noticePeriod.js'

/** How a version's notice compares with what had been promised about it. */
export type Verdict = 'breached' | 'excused' | 'kept' | 'nothing_promised' | 'unknown'

/** One promise, and what became of it. Days are civil dates in the policy's zone. */
export type ReportedClause = {
  /** Whole days between publication and effect, neither counted, in what the period counts: months as calendar days. */
  achieved: { amount: number; unit: 'business_days' | 'calendar_days' }
  by: string
  earliestEffectiveOn: CivilDate
  /** "30 business days". */
  promised: string
  verdict: 'breached' | 'excused' | 'kept'
}

/** What was promised and what was given, for one version. */
export type ReportedVersion = {
  clauses: ReportedClause[]
  effectiveOn: CivilDate | null
  isImported: boolean
  label: string
  materialChange: boolean
  publishedOn: CivilDate | null
  verdict: Verdict
  withdrawnOn: CivilDate | null
}

type Context = Pick<PublicationContext, 'calendars' | 'timeline' | 'timeZone'>

/**
 * Promised against achieved notice for every version, oldest first. Each is judged by what was known
 * when it was published: what was announced or withdrawn later does not count. An import is judged
 * where both of its dates are known.
 */
export const noticeReport = (context: Context): ReportedVersion[] =>
  [...context.timeline]
    .sort((one, other) => +one.effectiveAt - +other.effectiveAt)
    .map((version) => reported({ context, version }))

const reported = ({
  context,
  version,
}: {
  context: Context
  version: PublishedVersion
}): ReportedVersion => {
  const { calendars, timeZone } = context
  const { imported, label, materialChange, withdrawnAt } = version
  const dayOf = (instant: Date) => civilDateOf({ instant, timeZone })
  const effectiveOn = imported ? imported.effectiveOn : dayOf(version.effectiveAt)
  const publishedOn = imported ? imported.publishedOn : dayOf(version.publishedAt)
  const clauses =
    effectiveOn && publishedOn
      ? clausesOf({
          candidate: version,
          context: {
            calendars,
            instant: imported ? version.noticeFrom : version.publishedAt,
            timeline: knownBefore({ context, version }),
          },
          effectiveAt: version.effectiveAt,
        }).map((clause) => judged({ clause, effectiveOn, publishedOn, timeZone, version }))
      : []

  return {
    clauses,
    effectiveOn,
    isImported: imported !== null,
    label,
    materialChange,
    publishedOn,
    verdict: effectiveOn && publishedOn ? verdictOf(clauses) : 'unknown',
    withdrawnOn: withdrawnAt ? dayOf(new Date(withdrawnAt)) : null,
  }
}

const judged = ({
  clause,
  effectiveOn,
  publishedOn,
  timeZone,
  version,
}: {
  clause: Clause
  effectiveOn: CivilDate
  publishedOn: CivilDate
  timeZone: string
  version: PublishedVersion
}): ReportedClause => {
  const context = { noticeFrom: version.noticeFrom, timeZone }
  const isKept = isLawfulUnder({ clause, context, effectiveAt: version.effectiveAt })
  const unit = clause.tier.period.unit === 'business_days' ? 'business_days' : 'calendar_days'

  return {
    achieved: {
      amount: daysBetween({
        calendar: unit === 'business_days' ? clause.calendar : undefined,
        from: publishedOn,
        to: effectiveOn,
      }),
      unit,
    },
    by: clauseName(clause),
    earliestEffectiveOn: earliestUnder({ clause, context }).day,
    promised: describePeriod(clause.tier.period),
    verdict: isKept
      ? 'kept'
      : isExcusedBy({ clause, exception: version.exception })
        ? 'excused'
        : 'breached',
  }
}

/** The versions that were published before another, without what happened to them afterwards. */
const knownBefore = ({
  context: { timeline },
  version,
}: {
  context: Context
  version: PublishedVersion
}): PublishedVersion[] =>
  timeline
    .filter((other) =>
      version.imported
        ? other.imported !== null && other.imported.sequence < version.imported.sequence
        : other.publishedAt < version.publishedAt,
    )
    .map((other) =>
      other.withdrawnAt && +new Date(other.withdrawnAt) > +version.publishedAt
        ? { ...other, withdrawnAt: null }
        : other,
    )

const verdictOf = (clauses: readonly ReportedClause[]): Verdict =>
  (['breached', 'excused', 'kept'] as const).find((verdict) =>
    clauses.some((clause) => clause.verdict === verdict),
  ) ?? 'nothing_promised'

/** Days strictly between two days; business days of a calendar where one is given. */
const daysBetween = ({
  calendar,
  from,
  to,
}: {
  calendar: BusinessCalendar | undefined
  from: CivilDate
  to: CivilDate
}): number => {
  let days = 0

  for (let date = addCivilDays(from, 1); date < to; date = addCivilDays(date, 1)) {
    days += !calendar || isBusinessDay({ calendar, date }) ? 1 : 0
  }

  return days
}
