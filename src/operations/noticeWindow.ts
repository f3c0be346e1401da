import type { PayloadRequest } from 'payload'

import type { CivilDate } from '../domain/civilDate.js'
import type { PolicyError } from '../domain/policyError.js'
import type { PublicationPlan } from '../domain/publication.js'
import type { Situation } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { approversOf } from '../domain/approval.js'
import { earliestEffectiveDay, effectiveInstant } from '../domain/effectiveDay.js'
import { earliestUnder } from '../domain/governingTerms.js'
import {
  hasRole,
  isSamePerson,
  type Transition,
  transitionNames,
  transitions,
} from '../domain/lifecycle.js'
import { publicationDeadline } from '../domain/noticeClock.js'
import { describePeriod, isNoPeriod } from '../domain/noticePeriod.js'
import { isPolicyError } from '../domain/policyError.js'
import { planPublication } from '../domain/publication.js'
import { stateAt, successorOf, type VersionState } from '../domain/timeline.js'
import { loadSituation } from './situation.js'

/** A rule that would refuse the publication as things stand. */
export type Warning = {
  [detail: string]: unknown
  code: string
  field: string | undefined
  message: string
}

/** What publishing a version at an instant would do, and what its people can do next. */
export type NoticeWindow = {
  /** The steps that the person who asks may take now, by role and status. */
  actions: Transition[]
  approvals: { approvers: string[]; required: number }
  authors: string[]
  channels: string[]
  /** The first lawful instant and day, not before the day asked for; null where a calendar does not reach so far. */
  earliestEffectiveAt: null | string
  earliestEffectiveOn: CivilDate | null
  effectiveAt: string
  effectiveOn: CivilDate
  fingerprint: string
  governing: {
    /** Every day that was looked at, where business days are counted. */
    days: { date: string; kind: string }[]
    earliestEffectiveOn: CivilDate
    period: string
    tier: string
    version: { id: number | string; label: string }
  }[]
  /** The instant that the publication is tried at. */
  instant: string
  isLawful: boolean
  /** Publish before this instant to take effect on the day asked for; null where no clause sets one. */
  publicationDeadline: null | string
  state: null | VersionState
  status: StoredVersion['status']
  /** When another version takes its place, where one is published. */
  supersededAt: null | string
  timeZone: string
  warnings: Warning[]
  withdrawnAt: null | string
}

/** A dry run of the publication of a version, for a day and from an instant other than its own and now. */
export const noticeWindow = async ({
  context,
  effectiveOn,
  from,
  req,
  version,
}: {
  context: PolicyContext
  effectiveOn?: CivilDate
  from?: Date
  req: PayloadRequest
  version: StoredVersion
}): Promise<NoticeWindow> => {
  const { situation } = await loadSituation({ context, instant: from, req, version })
  const candidate = { ...situation.version, ...(effectiveOn && { effectiveOn }) }
  // A version that is published already does not stand in its own way.
  const others = situation.context.timeline.filter(({ id }) => id !== version.id)
  const trial = { ...situation.context, timeline: others }
  const plan = planPublication({ candidate, context: trial })
  const published = situation.context.timeline.find(({ id }) => id === version.id)

  const state = published
    ? stateAt({
        at: situation.context.instant,
        version: published,
        versions: situation.context.timeline,
      })
    : null
  const earliest = orNull(() =>
    earliestEffectiveDay({ candidate, context: trial, from: plan.effectiveOn }),
  )

  return {
    actions: actionsOf({ isUpcoming: state === 'upcoming', situation }),
    approvals: {
      approvers: approversOf(situation).map(({ name }) => name),
      required: situation.requiredApprovals,
    },
    authors: situation.version.authors.map(({ name }) => name),
    channels: plan.channels,
    earliestEffectiveAt:
      earliest && effectiveInstant({ context: trial, date: earliest }).toISOString(),
    earliestEffectiveOn: earliest,
    effectiveAt: (published?.effectiveAt ?? plan.effectiveAt).toISOString(),
    effectiveOn: plan.effectiveOn,
    fingerprint: situation.version.fingerprint,
    governing: orNull(() => governingOf({ plan, situation })) ?? [],
    instant: situation.context.instant.toISOString(),
    isLawful: plan.problems.length === 0,
    publicationDeadline: orNull(() => deadlineOf({ plan, situation }))?.toISOString() ?? null,
    state,
    status: version.status,
    supersededAt:
      (
        published && successorOf({ effectiveAt: published.effectiveAt, versions: others })
      )?.effectiveAt.toISOString() ?? null,
    timeZone: situation.context.timeZone,
    warnings: plan.problems.map(warningOf),
    withdrawnAt: published?.withdrawnAt ? new Date(published.withdrawnAt).toISOString() : null,
  }
}

/** The rules that would refuse the publication of a version now. */
export const warningsOf = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): Promise<Warning[]> => {
  const { situation } = await loadSituation({ context, req, version })

  return planPublication({ candidate: situation.version, context: situation.context }).problems.map(
    warningOf,
  )
}

const actionsOf = ({
  isUpcoming,
  situation: { actor, version },
}: {
  isUpcoming: boolean
  situation: Situation
}): Transition[] => {
  if (!actor) {
    return []
  }

  const isAuthor = version.authors.some((author) => isSamePerson(author, actor))

  return transitionNames.filter(
    (name) =>
      transitions[name].from === version.status &&
      hasRole({ actor, role: transitions[name].role }) &&
      (name !== 'withdraw' || isUpcoming) &&
      !(isAuthor && (name === 'approve' || name === 'request-changes')),
  )
}

const governingOf = ({ plan, situation }: { plan: PublicationPlan; situation: Situation }) =>
  plan.clauses.map((clause) => {
    const { count, day } = earliestUnder({ clause, context: situation.context })

    return {
      days: count.days,
      earliestEffectiveOn: day,
      period: describePeriod(clause.tier.period),
      tier: clause.tierName,
      version: clause.version,
    }
  })

/** The earliest of the deadlines that the clauses set; each has to be met. */
const deadlineOf = ({ plan, situation }: { plan: PublicationPlan; situation: Situation }) => {
  const deadlines = plan.clauses
    .filter(({ tier }) => !isNoPeriod(tier.period))
    .map(({ calendar, tier }) =>
      publicationDeadline({
        calendar,
        effectiveAt: plan.effectiveAt,
        period: tier.period,
        timeZone: situation.context.timeZone,
      }),
    )

  return deadlines.length > 0 ? new Date(Math.min(...deadlines.map(Number))) : null
}

const warningOf = ({ data: { errors, ...data }, message }: PolicyError): Warning => ({
  ...data,
  field: errors?.[0]?.path,
  message,
})

/** A calendar that does not reach far enough leaves a figure open; the warnings say why. */
const orNull = <T>(compute: () => T): null | T => {
  try {
    return compute()
  } catch (error) {
    if (isPolicyError(error)) {
      return null
    }
    throw error
  }
}
