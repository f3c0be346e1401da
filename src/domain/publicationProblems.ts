import type { Clause } from './governingTerms.js'
import type { PublicationPlan } from './publication.js'
import type { Candidate, PublicationContext, PublishedVersion } from './situation.js'

import { channelProblem } from './channels.js'
import { civilDateOf } from './civilDate.js'
import { earliestDayOrNone, earliestEffectiveDay, versionTakingEffectAt } from './effectiveDay.js'
import { earliestUnder, isLawfulUnder } from './governingTerms.js'
import { describePeriod } from './noticePeriod.js'
import { areSameTerms, parseNoticeTerms, tierOf } from './noticeTerms.js'
import { isPolicyError, PolicyError } from './policyError.js'
import { upcomingAt } from './timeline.js'

type Args = {
  candidate: Candidate
  context: PublicationContext
  plan: Omit<PublicationPlan, 'problems'>
}

/** What stands against a publication, in the order in which it is checked; empty where it is lawful. */
export const publicationProblems = (args: Args): PolicyError[] =>
  collect([
    () => pastProblem(args),
    () => termsProblem(args),
    () => materialityProblem(args),
    () => periodProblem(args),
    () =>
      channelProblem({
        channels: args.plan.channels,
        known: args.context.channels,
        tiers: args.plan.clauses.map(({ tier, version }) => ({ label: version.label, tier })),
      }),
    () => pendingProblem(args),
    () => takenProblem(args),
  ])

const pastProblem = ({ candidate, context }: Args): PolicyError | undefined => {
  const today = civilDateOf(context)

  if (candidate.effectiveOn === null || candidate.effectiveOn >= today) {
    return undefined
  }

  const earliest = earliestDayOrNone({ candidate, context, from: today })
  return new PolicyError({
    code: 'EFFECTIVE_DATE_PAST',
    details: earliest ? { earliestEffectiveOn: earliest } : {},
    field: 'effectiveOn',
    message: `Effective date ${candidate.effectiveOn} is past: it is ${today} in ${context.timeZone}. ${
      earliest ? `The earliest lawful date is ${earliest}.` : 'Choose a later date.'
    }`,
  })
}

/** Terms are checked when they are saved; a calendar can have left the configuration since. */
const termsProblem = ({ candidate, context }: Args): undefined => {
  parseNoticeTerms({
    calendars: context.calendars.map(({ id }) => id),
    value: candidate.noticeTerms,
  })
}

const materialityProblem = ({ candidate, plan }: Args): PolicyError | undefined =>
  !plan.predecessor ||
  candidate.materialChange ||
  areSameTerms(candidate.noticeTerms, plan.predecessor.noticeTerms)
    ? undefined
    : new PolicyError({
        code: 'MATERIALITY_REQUIRED',
        field: 'materialChange',
        message: `The notice terms differ from those of version ${plan.predecessor.label}; a change of what was promised about changes is a material change. Mark the version as material, or restore the terms.`,
      })

const periodProblem = ({ candidate, context, plan }: Args): PolicyError | undefined => {
  const broken = plan.clauses.find(
    (clause) => !isLawfulUnder({ clause, context, effectiveAt: plan.effectiveAt }),
  )
  return broken && tooShort({ broken, candidate, context, plan })
}

const tooShort = ({
  broken,
  candidate,
  context,
  plan: { effectiveOn },
}: Args & { broken: Clause }): PolicyError => {
  const earliest = earliestEffectiveDay({ candidate, context, from: effectiveOn })
  const { count } = earliestUnder({ clause: broken, context })
  const { period } = broken.tier
  const calendar = broken.calendar ? ` (calendar ${broken.calendar.id})` : ''
  const reason = count.lastDay
    ? `published on ${count.publishedOn}, ${describePeriod(period)}${calendar} end on ${count.lastDay}`
    : 'its notice has to be public strictly before it takes effect'

  return new PolicyError({
    code: 'NOTICE_PERIOD_TOO_SHORT',
    details: {
      decidedBy: { id: broken.version.id, label: broken.version.label, tier: broken.tierName },
      earliestEffectiveOn: earliest,
      effectiveOn,
    },
    field: 'effectiveOn',
    message: `Effective date ${effectiveOn} is too early: ${reason}, as version ${broken.version.label} promised; the earliest lawful date is ${earliest}.`,
  })
}

/**
 * A version that is published later but takes effect earlier stands before the pending ones from then
 * on: each of them has to have obeyed its terms too, and the next one must not take them back unmarked.
 */
const pendingProblem = ({ candidate, context, plan }: Args): PolicyError | undefined => {
  const pending = upcomingAt({ at: plan.effectiveAt, versions: context.timeline })
  const [next] = pending
  const broken =
    next && !next.materialChange && !areSameTerms(candidate.noticeTerms, next.noticeTerms)
      ? next
      : pending.find((version) => breaksTermsOf({ candidate, context, pending: version }))

  return (
    broken &&
    new PolicyError({
      code: 'BREAKS_PENDING',
      details: { pending: { id: broken.id, label: broken.label } },
      field: 'effectiveOn',
      message: `Version ${broken.label}, already announced for ${civilDateOf({ instant: broken.effectiveAt, timeZone: context.timeZone })}, would break the notice terms of this version, which would be in force before it. Choose a date after it, withdraw it first, or keep the terms in force.`,
    })
  )
}

const breaksTermsOf = ({
  candidate,
  context,
  pending,
}: {
  candidate: Candidate
  context: PublicationContext
  pending: PublishedVersion
}): boolean => {
  const tier = tierOf({ materialChange: pending.materialChange, terms: candidate.noticeTerms })
  const clause: Clause = {
    calendar: context.calendars.find(({ id }) => id === candidate.noticeTerms.calendar),
    tier,
    tierName: pending.materialChange ? 'material' : 'other',
    version: { id: '', label: candidate.label },
  }

  return (
    !isLawfulUnder({
      clause,
      context: { ...context, instant: pending.publishedAt },
      effectiveAt: pending.effectiveAt,
    }) ||
    channelProblem({
      channels: pending.channels,
      known: pending.channels,
      tiers: [{ label: candidate.label, tier }],
    }) !== undefined
  )
}

const takenProblem = ({ context, plan }: Args): PolicyError | undefined => {
  const taken = versionTakingEffectAt({ context, effectiveAt: plan.effectiveAt })

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
