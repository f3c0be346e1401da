import type { Clause } from './governingTerms.js'
import type { PublicationPlan } from './publication.js'
import type { Candidate, PublicationTrial, PublishedVersion } from './situation.js'

import { brokenClauses } from './brokenClauses.js'
import { channelProblem, channelsOf } from './channels.js'
import { type CivilDate, civilDateOf } from './civilDate.js'
import {
  earliestDayOrNone,
  earliestEffectiveDay,
  replacedDay,
  versionTakingEffectAt,
} from './effectiveDay.js'
import {
  channelClauses,
  clauseName,
  clausesOfPromise,
  earliestUnder,
  isLawfulUnder,
} from './governingTerms.js'
import { exceptionTo, isExcusedBy } from './noticeException.js'
import { describePeriod } from './noticePeriod.js'
import { faultIn, isSamePromise, type Promised } from './noticeTerms.js'
import { isPolicyError, PolicyError } from './policyError.js'
import { differenceProblem, replacementProblem } from './replacement.js'
import { type Effect, predecessorOf, upcomingAt } from './timeline.js'

/** A plan of a change, which always has a day. */
type Plan = Omit<PublicationPlan, 'effectiveOn' | 'problems'> & { effectiveOn: CivilDate }
type Args = { candidate: Candidate; plan: Plan; trial: PublicationTrial }

/** What stands against a publication, in the order in which it is checked; empty where it is lawful. */
export const publicationProblems = (args: Args): PolicyError[] =>
  collect([
    () => replacementProblem(args),
    () => pastProblem(args),
    () => faultIn({ context: args.trial, noticeTerms: args.candidate.noticeTerms }),
    () => materialityProblem(args),
    () => differenceProblem(args),
    () => periodProblem(args),
    () => attestationProblem(args),
    () =>
      channelProblem({
        attested: args.candidate.attestations.map(({ channel }) => channel),
        channels: args.plan.channels,
        clauses: channelClauses(args.plan.clauses),
        known: args.trial.channels,
      }),
    () => pendingProblem(args),
    () => takenProblem(args),
  ])

const pastProblem = ({ candidate, trial }: Args): PolicyError | undefined => {
  const today = civilDateOf(trial)

  if (candidate.effectiveOn === null || candidate.effectiveOn >= today) {
    return undefined
  }

  const earliest = earliestDayOrNone({ candidate, context: trial, from: today })
  return new PolicyError({
    code: 'EFFECTIVE_DATE_PAST',
    details: earliest ? { earliestEffectiveOn: earliest } : {},
    field: 'effectiveOn',
    message: `Effective date ${candidate.effectiveOn} is past: it is ${today} in ${trial.timeZone}. ${
      earliest ? `The earliest lawful date is ${earliest}.` : 'Choose a later date.'
    }`,
  })
}

const materialityProblem = ({
  candidate: { materialChange, noticeTerms },
  plan: { predecessor },
  trial: { presets },
}: Args): PolicyError | undefined =>
  !predecessor || materialChange || isSamePromise({ noticeTerms, presets }, predecessor)
    ? undefined
    : new PolicyError({
        code: 'MATERIALITY_REQUIRED',
        field: 'materialChange',
        message: `The notice terms differ from those of version ${predecessor.label}; a change of what was promised about changes is a material change. Mark the version as material, or restore the terms.`,
      })

const periodProblem = (args: Args): PolicyError | undefined => {
  const { candidate, plan, trial } = args
  const [announcedFor] = replacedDay(trial)
  const broken = brokenClauses({ ...plan, candidate, trial })

  if (announcedFor !== undefined && plan.effectiveOn < announcedFor) {
    return tooShort({
      ...args,
      details: { replaces: trial.replaced?.label },
      reason: `version ${String(trial.replaced?.label)}, which it replaces, was announced for ${announcedFor}, and a replacement takes effect on the same day or later`,
    })
  }
  if (broken[0] === undefined) {
    return undefined
  }
  if (candidate.exception) {
    exceptionTo({ broken, claim: candidate.exception })
    return undefined
  }
  return tooShort({ ...args, ...whyBroken({ clause: broken[0], trial }) })
}

/** Which clause a date breaks, and how its days were counted: each that did not count, with its reason. */
const whyBroken = ({ clause, trial }: { clause: Clause; trial: PublicationTrial }) => {
  const { count } = earliestUnder({ clause, context: trial })
  const { calendar, preset, tier, tierName, version } = clause
  const name = calendar && tier.period.unit === 'business_days' ? ` (calendar ${calendar.id})` : ''
  const skipped = count.days.filter(({ kind }) => kind !== 'business_day')

  return {
    details: {
      count: { lastDay: count.lastDay, publishedOn: count.publishedOn, skipped },
      decidedBy: { ...version, ...(preset !== null && { preset }), tier: tierName },
    },
    reason: `${
      count.lastDay
        ? `published on ${count.publishedOn}, ${describePeriod(tier.period)}${name} end on ${count.lastDay}`
        : 'its notice has to be public strictly before it takes effect'
    }, as promised by ${clauseName(clause)}`,
  }
}

const tooShort = ({
  candidate,
  details,
  plan: { effectiveOn },
  reason,
  trial,
}: Args & { details: Record<string, unknown>; reason: string }): PolicyError => {
  const earliest = earliestEffectiveDay({ candidate, context: trial, from: effectiveOn })

  return new PolicyError({
    code: 'NOTICE_PERIOD_TOO_SHORT',
    details: { ...details, earliestEffectiveOn: earliest, effectiveOn },
    field: 'effectiveOn',
    message: `Effective date ${effectiveOn} is too early: ${reason}; the earliest lawful date is ${earliest}.`,
  })
}

/**
 * A notice counts from the publication, so one that is attested must have been given by then; and a
 * driver gives its notice itself.
 */
const attestationProblem = ({
  candidate: { attestations },
  trial,
}: Args): PolicyError | undefined => {
  const today = civilDateOf(trial)
  const driven = attestations.find(({ channel }) =>
    trial.channels.some(({ hasDriver, name }) => hasDriver && name === channel),
  )
  if (driven) {
    return new PolicyError({
      code: 'INVALID_PARAMETER',
      field: 'noticeChannels',
      message: `The channel ${JSON.stringify(driven.channel)} has a driver, which gives the notice itself; only notices that people give are attested. Leave the attestation out.`,
    })
  }
  const late = attestations.find(({ givenOn }) => givenOn !== null && givenOn > today)

  return (
    late &&
    new PolicyError({
      code: 'INVALID_PARAMETER',
      field: 'noticeChannels',
      message: `The notice through ${JSON.stringify(late.channel)} is attested for ${late.givenOn}, which is still to come. Publish once it was given.`,
    })
  )
}

/**
 * A version that is published later but takes effect earlier stands before the pending ones from then
 * on: each of them has to have obeyed its terms too, and none must take terms back unmarked. The same
 * goes for one that loses the version before it to a replacement.
 */
const pendingProblem = ({ candidate, plan, trial }: Args): PolicyError | undefined => {
  const promised = { noticeTerms: candidate.noticeTerms, presets: trial.presets }
  const pending = upcomingAt({ at: trial.instant, versions: trial.timeline })
  const versions = [
    ...trial.timeline,
    { ...promised, id: '', effectiveAt: plan.effectiveAt, withdrawnAt: null },
  ]
  const isUnmarked = (version: PublishedVersion) => {
    const predecessor = predecessorOf<Effect & Promised>({
      effectiveAt: version.effectiveAt,
      versions,
    })
    return !version.materialChange && predecessor && !isSamePromise(version, predecessor)
  }
  const breaksTerms = (version: PublishedVersion) =>
    version.effectiveAt > plan.effectiveAt && isBrokenBy({ candidate, trial, version })
  const broken = pending.find((version) => isUnmarked(version) || breaksTerms(version))

  return (
    broken &&
    new PolicyError({
      code: 'BREAKS_PENDING',
      details: { pending: { id: broken.id, label: broken.label } },
      field: 'effectiveOn',
      message: `Version ${broken.label}, already announced for ${civilDateOf({ instant: broken.effectiveAt, timeZone: trial.timeZone })}, would break the notice terms of the version that would then be in force before it. Choose a date after it, replace or withdraw it first, or keep the terms in force.`,
    })
  )
}

/** True where a pending version was announced otherwise than the candidate's terms would have asked of it. */
const isBrokenBy = ({
  candidate,
  trial,
  version,
}: {
  candidate: Candidate
  trial: PublicationTrial
  version: PublishedVersion
}): boolean => {
  const promised = { noticeTerms: candidate.noticeTerms, presets: trial.presets }
  const before = predecessorOf({ effectiveAt: version.effectiveAt, versions: trial.timeline })
  if (before && isSamePromise(promised, before)) {
    // What it obeyed when it was announced; days proclaimed since do not change that.
    return false
  }

  const clauses = clausesOfPromise({
    calendars: trial.calendars,
    materialChange: version.materialChange,
    promised,
    version: { id: '', label: candidate.label },
  })

  return (
    hasNoNotice({ clauses, trial, version }) ||
    clauses.some(
      (clause) =>
        !isExcusedBy({ clause, exception: version.exception }) &&
        !isLawfulUnder({
          clause,
          context: { ...trial, noticeFrom: version.noticeFrom },
          effectiveAt: version.effectiveAt,
        }),
    ) ||
    channelProblem({
      attested: version.channels,
      channels: version.channels,
      clauses: channelClauses(clauses),
      known: trial.channels,
    }) !== undefined
  )
}

/** A first version has no notice; one that is still to come would change another without any. */
const hasNoNotice = ({
  clauses,
  trial,
  version,
}: {
  clauses: readonly Clause[]
  trial: PublicationTrial
  version: PublishedVersion
}): boolean =>
  version.channels.length === 0 &&
  channelsOf({
    attested: [],
    chosen: [],
    clauses: channelClauses(clauses),
    known: trial.channels,
    materialChange: version.materialChange,
  }).length > 0

const takenProblem = ({ plan, trial }: Args): PolicyError | undefined => {
  const taken = versionTakingEffectAt({ context: trial, effectiveAt: plan.effectiveAt })

  return (
    taken &&
    new PolicyError({
      code: 'EFFECTIVE_DATE_TAKEN',
      details: { takenBy: { id: taken.id, label: taken.label } },
      field: 'effectiveOn',
      message: `Version ${taken.label} already takes effect on ${plan.effectiveOn}; two versions of a policy never take effect at the same instant. Choose another date, or withdraw version ${taken.label} first.`,
    })
  )
}

/** Runs checks in order; one that cannot be made (a day outside the calendar) is a problem like any other. */
const collect = (checks: (() => PolicyError | undefined)[]): PolicyError[] =>
  checks.flatMap((check) => {
    try {
      return check() ?? []
    } catch (error) {
      if (isPolicyError(error)) {
        return error
      }
      throw error
    }
  })
