import type { BusinessCalendar } from './businessCalendar.js'
import type { ChannelClause } from './channels.js'
import type { Candidate, PublicationContext, PublicationTrial } from './situation.js'

import { addCivilDays, type CivilDate, civilDateOf } from './civilDate.js'
import { countNoticePeriod, type NoticeCount } from './noticeClock.js'
import { isNoPeriod } from './noticePeriod.js'
import { type NoticeTier, presetsOf, type Promised, tierOf } from './noticeTerms.js'
import { PolicyError } from './policyError.js'
import { policyAt, upcomingAt } from './timeline.js'

/** One promise that a change must obey: the tier of a version's terms, or of a preset that they name. */
export type Clause = {
  calendar: BusinessCalendar | undefined
  /** Reasons for which it allows a change without its notice period. */
  exceptions: string[]
  isStatutory: boolean
  /** The preset that it comes from; null for the version's own terms. */
  preset: null | string
  tier: NoticeTier
  tierName: 'material' | 'other'
  /** The version that made the promise. */
  version: { id: number | string; label: string }
}

/**
 * The clauses that govern a change: of the version in force at publication, and of every published
 * version that takes effect after that and before the change; of each its own terms and the presets
 * that they name. Each must be satisfied by itself; nothing is merged. The change's own terms never
 * govern it. None for a first version.
 */
export const clausesOf = ({
  candidate: { materialChange },
  context,
  effectiveAt,
}: {
  candidate: Pick<Candidate, 'materialChange'>
  context: Pick<PublicationContext, 'calendars' | 'instant' | 'timeline'>
  effectiveAt: Date
}): Clause[] => {
  const { calendars, instant, timeline } = context
  const inForce = policyAt({ at: instant, versions: timeline })
  const before = upcomingAt({ at: instant, versions: timeline }).filter(
    (version) => version.effectiveAt < effectiveAt,
  )

  return [...(inForce ? [inForce] : []), ...before].flatMap((version) =>
    clausesOfPromise({ calendars, materialChange, promised: version, version }),
  )
}

/** The clauses of what one version promises, for a change of a kind. */
export const clausesOfPromise = ({
  calendars,
  materialChange,
  promised,
  version: { id, label },
}: {
  calendars: readonly BusinessCalendar[]
  materialChange: boolean
  promised: Promised
  version: { id: number | string; label: string }
}): Clause[] => {
  const { noticeTerms } = promised
  const common = {
    tierName: tierNameOf({ materialChange }),
    version: { id, label },
  }
  const calendarOf = (name: string | undefined) =>
    calendars.find((calendar) => calendar.id === name)

  return [
    {
      ...common,
      calendar: calendarOf(noticeTerms.calendar),
      exceptions: noticeTerms.exceptions,
      isStatutory: false,
      preset: null,
      tier: tierOf({ materialChange, terms: noticeTerms }),
    },
    ...presetsOf(promised).map(({ name, preset }) => ({
      ...common,
      calendar: calendarOf(preset.calendar ?? noticeTerms.calendar),
      exceptions: preset.exceptions,
      isStatutory: preset.isStatutory,
      preset: name,
      tier: tierOf({ materialChange, terms: preset }),
    })),
  ]
}

/** Which tier of a promise a change of a kind must obey. */
export const tierNameOf = ({
  materialChange,
}: Pick<Candidate, 'materialChange'>): Clause['tierName'] => (materialChange ? 'material' : 'other')

/** Who made a promise, in words: "version 1", "eu-p2b (named by version 1)". */
export const clauseName = ({ preset, version }: Pick<Clause, 'preset' | 'version'>): string =>
  preset === null ? `version ${version.label}` : `${preset} (named by version ${version.label})`

/** What of some clauses bears on channels. */
export const channelClauses = (clauses: readonly Clause[]): ChannelClause[] =>
  clauses.map((clause) => ({
    name: clauseName(clause),
    isStatutory: clause.isStatutory,
    tier: clause.tier,
  }))

/** What a clause's count is made from. */
type Counted = Pick<PublicationTrial, 'noticeFrom' | 'timeZone'>

/** The first day that a clause allows for a change whose notice counts from an instant, with the count behind it. */
export const earliestUnder = ({
  clause,
  context: { noticeFrom, timeZone },
}: {
  clause: Clause
  context: Counted
}): { count: NoticeCount; day: CivilDate } => {
  const { period, relation } = clause.tier

  if (period.unit === 'business_days' && !clause.calendar && !isNoPeriod(period)) {
    throw new PolicyError({
      code: 'TERMS_INVALID',
      field: 'noticeTerms',
      message: `Business days of a calendar that is no longer configured were promised by ${clauseName(clause)}. Configure the calendar again under its id.`,
    })
  }

  const count = countNoticePeriod({
    calendar: clause.calendar,
    period,
    publishedAt: noticeFrom,
    timeZone,
  })
  const day = civilDateOf({ instant: count.earliestEffectiveAt, timeZone })
  const hasToWait = relation === 'before' && isNoPeriod(period)

  return { count, day: hasToWait ? addCivilDays(day, 1) : day }
}

/** True where a clause allows a change whose notice counts from an instant to take effect at another. */
export const isLawfulUnder = ({
  clause,
  context,
  effectiveAt,
}: {
  clause: Clause
  context: Counted
  effectiveAt: Date
}): boolean => {
  const { count } = earliestUnder({ clause, context })

  return (
    effectiveAt >= count.earliestEffectiveAt &&
    (clause.tier.relation !== 'before' || effectiveAt > context.noticeFrom)
  )
}
