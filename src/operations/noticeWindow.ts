import type { PayloadRequest } from 'payload'

import type { BusinessCalendar } from '../domain/businessCalendar.js'
import type { PublicationPlan } from '../domain/publication.js'
import type { PublicationTrial, PublishedVersion, Situation } from '../domain/situation.js'
import type { Snapshot } from '../domain/snapshot.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { type CivilDate, civilDateOf } from '../domain/civilDate.js'
import { approversOf, type Review } from '../domain/approval.js'
import { earliestEffectiveDay, effectiveInstant } from '../domain/effectiveDay.js'
import { clauseName, earliestUnder } from '../domain/governingTerms.js'
import {
  hasRole,
  isSamePerson,
  roleFor,
  type Transition,
  transitionNames,
  transitions,
} from '../domain/lifecycle.js'
import { publicationDeadline } from '../domain/noticeClock.js'
import { describePeriod, isNoPeriod } from '../domain/noticePeriod.js'
import { recounted, undoesLater, undoneByPending } from '../domain/pendingWarnings.js'
import { isPolicyError } from '../domain/policyError.js'
import { planPublication } from '../domain/publication.js'
import { trialOf } from '../domain/replacement.js'
import { stateAt, successorOf, type VersionState } from '../domain/timeline.js'
import { type Warning, warningOf } from '../domain/warning.js'
import { loadSituation } from './situation.js'
import { textWarnings } from './textWarnings.js'

/** What publishing a version at an instant would do, and what its people can do next. */
export type NoticeWindow = {
  /** The steps that the person who asks may take now, by role and status. */
  actions: Transition[]
  approvals: { approvers: string[]; required: number }
  authors: string[]
  channels: string[]
  /** Of these, the ones without a driver: whoever publishes has to give that notice and attest it. */
  channelsToAttest: string[]
  /** The clause that asks for the latest day. */
  decidedBy: null | string
  /** The first lawful instant and day, not before the day asked for; null where a calendar does not reach so far. Of a published version the day that was announced. */
  earliestEffectiveAt: null | string
  earliestEffectiveOn: CivilDate | null
  effectiveAt: string
  /** Null for an import that nobody knows the date of. */
  effectiveOn: CivilDate | null
  /** The exception that is claimed, and who approved it; null where none is. */
  exception: {
    approvers: string[]
    explanation: string
    isNeeded: boolean
    /** True where the person who asks may approve it now. */
    mayApprove: boolean
    reason: string
  } | null
  fingerprint: string
  governing: {
    by: string
    /** Every day that was looked at, where business days are counted. */
    days: { date: string; kind: string }[]
    /** Null where no calendar reached so far, and an exception let it pass. */
    earliestEffectiveOn: CivilDate | null
    period: string
    preset: null | string
    tier: string
    version: { id: number | string; label: string }
  }[]
  /** The instant that the publication is tried at. */
  instant: string
  isImport: boolean
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
  const { calendars, instant, timeline, timeZone } = situation.context
  // A version that is published already does not stand in its own way.
  const others = timeline.filter(({ id }) => id !== version.id)
  const trial = trialOf({ candidate, context: { ...situation.context, timeline: others } })
  const plan = planPublication({ candidate, context: { ...situation.context, timeline: others } })
  const published = timeline.find(({ id }) => id === version.id)
  const state = published ? stateAt({ at: instant, version: published, versions: timeline }) : null
  const sealed = published && (version.snapshot as null | Snapshot)
  const day = plan.effectiveOn
  const earliest =
    day && orNull(() => earliestEffectiveDay({ candidate, context: trial, from: day }))
  const governing = sealed
    ? governingSealed(sealed)
    : (orNull(() => governingOf({ plan, trial })) ?? [])

  return {
    actions: actionsOf({ isUpcoming: state === 'upcoming', situation }),
    approvals: {
      approvers: approversOf(situation).map(({ name }) => name),
      required: situation.requiredApprovals,
    },
    authors: situation.version.authors.map(({ name }) => name),
    channels: published?.channels ?? plan.channels,
    channelsToAttest: published ? [] : channelsToAttest({ plan, situation }),
    decidedBy: decidedBy(governing),
    earliestEffectiveAt:
      sealed || !earliest
        ? null
        : effectiveInstant({ context: trial, date: earliest }).toISOString(),
    earliestEffectiveOn: sealed ? (sealed.publication.effectiveOn as CivilDate | null) : earliest,
    effectiveAt: (published?.effectiveAt ?? plan.effectiveAt).toISOString(),
    effectiveOn: sealed ? (sealed.publication.effectiveOn as CivilDate | null) : plan.effectiveOn,
    exception: candidate.exception && {
      approvers: approversOf({ ...situation, scope: 'exception' }).map(({ name }) => name),
      explanation: candidate.exception.explanation,
      isNeeded: plan.exception !== null,
      mayApprove: mayApprove({ scope: 'exception', situation }),
      reason: candidate.exception.reason,
    },
    fingerprint: situation.version.fingerprint,
    governing,
    instant: instant.toISOString(),
    isImport: candidate.imported !== null,
    isLawful: published !== undefined || plan.problems.length === 0,
    publicationDeadline: published
      ? null
      : (orNull(() => deadlineOf({ plan, trial }))?.toISOString() ?? null),
    state,
    status: version.status,
    supersededAt:
      (
        published && successorOf({ effectiveAt: published.effectiveAt, versions: others })
      )?.effectiveAt.toISOString() ?? null,
    timeZone,
    warnings: published
      ? warningsOfPublished({ calendars, published, state, timeline, timeZone, version })
      : warningsOfDraft({ context, plan, req, situation, version }),
    withdrawnAt: published?.withdrawnAt ? new Date(published.withdrawnAt).toISOString() : null,
  }
}

/** The same for a save: the rules that would refuse the publication now, and what else to look at. */
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
  const plan = planPublication({ candidate: situation.version, context: situation.context })

  return warningsOfDraft({ context, plan, req, situation, version })
}

const warningsOfDraft = ({
  context,
  plan,
  req,
  situation,
  version,
}: {
  context: PolicyContext
  plan: PublicationPlan
  req: PayloadRequest
  situation: Situation
  version: StoredVersion
}): Warning[] => {
  const { timeline, timeZone } = situation.context
  const pending = timeline.filter(({ id }) => id !== plan.replaced?.id)

  return [
    ...plan.problems.map(warningOf),
    ...(situation.version.imported
      ? []
      : undoneByPending({ effectiveAt: plan.effectiveAt, timeline: pending, timeZone })),
    ...textWarnings({ context, plan, req, situation, version }),
  ]
}

/** Of an announced version: what came between, and what was proclaimed since. Nothing announced moves. */
const warningsOfPublished = ({
  calendars,
  published,
  state,
  timeline,
  timeZone,
  version,
}: {
  calendars: readonly BusinessCalendar[]
  published: PublishedVersion
  state: null | VersionState
  timeline: readonly PublishedVersion[]
  timeZone: string
  version: StoredVersion
}): Warning[] => {
  const count = (version.snapshot as null | Snapshot)?.count

  return state === 'upcoming' && count
    ? [
        ...undoesLater({ timeline, timeZone, version: published }),
        ...(orNull(() => recounted({ calendars, count, version: published })) ?? []),
      ]
    : []
}

const actionsOf = ({
  isUpcoming,
  situation,
}: {
  isUpcoming: boolean
  situation: Situation
}): Transition[] => {
  const { actor, version } = situation

  if (!actor) {
    return []
  }

  const isAuthor = version.authors.some((author) => isSamePerson(author, actor))

  return transitionNames.filter(
    (name) =>
      transitions[name].from === version.status &&
      hasRole({
        actor,
        role: roleFor({ isImport: version.imported !== null, transition: name }),
      }) &&
      (name !== 'withdraw' || isUpcoming) &&
      (name !== 'approve' || mayApprove({ scope: 'text', situation })) &&
      !(isAuthor && name === 'request-changes'),
  )
}

const mayApprove = ({
  scope,
  situation: { actor, reviews, version },
}: {
  scope: Review['scope']
  situation: Situation
}): boolean =>
  actor !== null &&
  version.status === transitions.approve.from &&
  hasRole({ actor, role: transitions.approve.role }) &&
  ![...version.authors, ...approversOf({ reviews, scope, version })].some((person) =>
    isSamePerson(person, actor),
  )

const governingOf = ({ plan, trial }: { plan: PublicationPlan; trial: PublicationTrial }) =>
  plan.clauses.map((clause) => {
    const { count, day } = earliestUnder({ clause, context: trial })

    return {
      by: clauseName(clause),
      days: count.days,
      earliestEffectiveOn: day,
      period: describePeriod(clause.tier.period),
      preset: clause.preset,
      tier: clause.tierName,
      version: clause.version,
    }
  })

/** The clauses as a publication sealed them: nothing that was announced is counted anew. */
const governingSealed = ({ count: { clauses, timeZone } }: Snapshot): NoticeWindow['governing'] =>
  clauses.map(({ days, earliestEffectiveAt, preset, tier, tierName, version }) => ({
    by: clauseName({ preset, version }),
    days,
    earliestEffectiveOn:
      earliestEffectiveAt === null
        ? null
        : civilDateOf({ instant: new Date(earliestEffectiveAt), timeZone }),
    period: describePeriod(tier.period),
    preset,
    tier: tierName,
    version,
  }))

/** Who asks for the latest day, of several that ask for the same the first. */
const decidedBy = (governing: NoticeWindow['governing']): null | string =>
  [...governing].sort((one, other) =>
    (other.earliestEffectiveOn ?? '').localeCompare(one.earliestEffectiveOn ?? ''),
  )[0]?.by ?? null

const channelsToAttest = ({
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

/** The earliest of the deadlines that the clauses set; each has to be met. None where the notice counts from before, or an exception shortens it. */
const deadlineOf = ({ plan, trial }: { plan: PublicationPlan; trial: PublicationTrial }) => {
  const deadlines = plan.clauses
    .filter(
      ({ tier }) =>
        !isNoPeriod(tier.period) && !plan.exception && +trial.noticeFrom === +trial.instant,
    )
    .map(({ calendar, tier }) =>
      publicationDeadline({
        calendar,
        effectiveAt: plan.effectiveAt,
        period: tier.period,
        timeZone: trial.timeZone,
      }),
    )

  return deadlines.length > 0 ? new Date(Math.min(...deadlines.map(Number))) : null
}

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
