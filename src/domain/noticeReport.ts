import type { BusinessCalendar } from './businessCalendar.js'
import type { Clause } from './governingTerms.js'
import type { PublicationContext, PublishedVersion } from './situation.js'
import type { SealedCount } from './snapshot.js'

import { isBusinessDay } from './businessCalendar.js'
import { addCivilDays, type CivilDate, civilDateOf } from './civilDate.js'
import { clauseName, clausesOf, earliestUnder, isLawfulUnder } from './governingTerms.js'
import { describePeriod, type NoticePeriod } from './noticePeriod.js'
import { orNull } from './orNull.js'

/** How a version's notice compares with what had been promised about it. */
export type Verdict = 'breached' | 'excused' | 'kept' | 'nothing_promised' | 'unknown'

/** One promise, and what became of it. Days are civil dates in the policy's zone. */
export type ReportedClause = {
  /**
   * Whole days between the start of the notice and the effect, neither counted: business days where
   * the period counts those, calendar days otherwise. Null where its calendar cannot tell.
   */
  achieved: { amount: number; unit: 'business_days' | 'calendar_days' } | null
  by: string
  /** Id of the calendar that it counts business days by; undefined where that is not configured any more. */
  calendar: string | undefined
  /** Null where its calendar cannot tell. */
  earliestEffectiveOn: CivilDate | null
  period: NoticePeriod
  /** The preset that it comes from; null for the version's own terms. */
  preset: null | string
  /** "30 business days". */
  promised: string
  verdict: Exclude<Verdict, 'nothing_promised'>
  /** The version that made the promise, by its label. */
  version: string
}

/** What was promised and what was given, for one version. */
export type ReportedVersion = {
  clauses: ReportedClause[]
  effectiveOn: CivilDate | null
  isImported: boolean
  label: string
  materialChange: boolean
  /** The day from which its notice counts: its publication, or that of the version that it replaced. */
  noticeFrom: CivilDate | null
  publishedOn: CivilDate | null
  verdict: Verdict
  withdrawnOn: CivilDate | null
}

type Context = Pick<PublicationContext, 'calendars' | 'timeline' | 'timeZone'> & {
  /** What each publication sealed, by the version's id. */
  counts: ReadonlyMap<string, SealedCount>
}
type Judging = {
  clause: Pick<Clause, 'calendar' | 'preset' | 'tier' | 'version'>
  context: Context
  effectiveOn: CivilDate
  noticeFrom: CivilDate
}

/**
 * Promised against achieved notice for every version, oldest first. A publication is judged by what it
 * sealed, so that nothing that is configured or proclaimed later changes the verdict; an import by the
 * terms of the one before it, where both of its dates are known.
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
  const { imported, label, materialChange, withdrawnAt } = version
  const dayOf = (instant: Date) => civilDateOf({ instant, timeZone: context.timeZone })
  const effectiveOn = imported ? imported.effectiveOn : dayOf(version.effectiveAt)
  const publishedOn = imported ? imported.publishedOn : dayOf(version.publishedAt)
  const noticeFrom = imported ? imported.publishedOn : dayOf(version.noticeFrom)
  const isKnown = effectiveOn !== null && noticeFrom !== null
  const clauses = !isKnown
    ? []
    : imported
      ? importedClauses({ context, effectiveOn, noticeFrom, version })
      : sealedClauses({ context, effectiveOn, noticeFrom, version })

  return {
    clauses,
    effectiveOn,
    isImported: imported !== null,
    label,
    materialChange,
    noticeFrom,
    publishedOn,
    verdict: isKnown ? verdictOf(clauses) : 'unknown',
    withdrawnOn: withdrawnAt ? dayOf(new Date(withdrawnAt)) : null,
  }
}

/** By what its publication sealed. */
const sealedClauses = ({
  context,
  version,
  ...days
}: Pick<Judging, 'context' | 'effectiveOn' | 'noticeFrom'> & {
  version: PublishedVersion
}): ReportedClause[] => {
  const count = context.counts.get(String(version.id))

  return (count?.clauses ?? []).map((sealed) => {
    const calendar = context.calendars.find(({ id }) => id === sealed.calendar)
    const earliest =
      sealed.earliestEffectiveAt === null ? null : new Date(sealed.earliestEffectiveAt)
    const isKept =
      earliest !== null &&
      version.effectiveAt >= earliest &&
      (sealed.tier.relation !== 'before' || version.effectiveAt > version.noticeFrom)
    // What it replaced had obeyed the promise; days proclaimed since do not change that.
    const isContinued = count?.replaced !== null && version.noticeFrom < version.publishedAt

    return {
      ...shownOf({ ...days, clause: { ...sealed, calendar }, context, counted: sealed.days }),
      calendar: sealed.calendar,
      earliestEffectiveOn:
        earliest && civilDateOf({ instant: earliest, timeZone: context.timeZone }),
      verdict: isKept || isContinued ? 'kept' : version.exception ? 'excused' : 'breached',
    }
  })
}

/** By the terms of the imported versions before it; what was published here cannot have governed it. */
const importedClauses = ({
  context,
  version,
  ...days
}: Pick<Judging, 'context' | 'effectiveOn' | 'noticeFrom'> & {
  version: PublishedVersion
}): ReportedClause[] => {
  const { calendars, timeline, timeZone } = context
  const sequence = version.imported?.sequence ?? 0
  const clauses = clausesOf({
    candidate: version,
    context: {
      calendars,
      instant: version.noticeFrom,
      timeline: timeline.filter(({ imported }) => imported && imported.sequence < sequence),
    },
    effectiveAt: version.effectiveAt,
  })

  return clauses.map((clause) => {
    const counting = { noticeFrom: version.noticeFrom, timeZone }
    const isKept = orNull(() =>
      isLawfulUnder({ clause, context: counting, effectiveAt: version.effectiveAt }),
    )

    return {
      ...shownOf({ ...days, clause, context, counted: [] }),
      earliestEffectiveOn: orNull(() => earliestUnder({ clause, context: counting }).day),
      verdict: isKept === null ? 'unknown' : isKept ? 'kept' : 'breached',
    }
  })
}

/** What of a clause the report shows, whatever the verdict. */
const shownOf = ({
  clause,
  counted,
  effectiveOn,
  noticeFrom,
}: Judging & { counted: readonly { date: string; kind: string }[] }): Pick<
  ReportedClause,
  'achieved' | 'by' | 'calendar' | 'period' | 'preset' | 'promised' | 'version'
> => {
  const isBusiness = clause.tier.period.unit === 'business_days'
  const amount = orNull(() =>
    daysBetween({
      calendar: isBusiness ? clause.calendar : undefined,
      counted,
      from: noticeFrom,
      to: effectiveOn,
    }),
  )

  return {
    achieved:
      amount === null || (isBusiness && !clause.calendar)
        ? null
        : { amount, unit: isBusiness ? 'business_days' : 'calendar_days' },
    by: clauseName(clause),
    calendar: clause.calendar?.id,
    period: clause.tier.period,
    preset: clause.preset,
    promised: describePeriod(clause.tier.period),
    version: clause.version.label,
  }
}

const verdictOf = (clauses: readonly ReportedClause[]): Verdict =>
  (['breached', 'unknown', 'excused', 'kept'] as const).find((verdict) =>
    clauses.some((clause) => clause.verdict === verdict),
  ) ?? 'nothing_promised'

/** Days strictly between two days; business days where there is a calendar, as they were counted then. */
const daysBetween = ({
  calendar,
  counted,
  from,
  to,
}: {
  calendar: BusinessCalendar | undefined
  counted: readonly { date: string; kind: string }[]
  from: CivilDate
  to: CivilDate
}): number => {
  let days = 0

  for (let date = addCivilDays(from, 1); date < to; date = addCivilDays(date, 1)) {
    const sealed = counted.find((day) => day.date === date)
    const isCounted = sealed
      ? sealed.kind === 'business_day'
      : !calendar || isBusinessDay({ calendar, date })
    days += isCounted ? 1 : 0
  }

  return days
}
