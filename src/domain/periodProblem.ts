import type { Clause } from './governingTerms.js'
import type { PublicationCheck } from './publicationCheck.js'
import type { PublicationTrial } from './situation.js'

import { brokenClauses } from './brokenClauses.js'
import { civilDateOf } from './civilDate.js'
import { earliestEffectiveDay, replacedDay, versionsInTheWay } from './effectiveDay.js'
import { clauseName, earliestUnder } from './governingTerms.js'
import { exceptionTo } from './noticeException.js'
import { describePeriod } from './noticePeriod.js'
import { PolicyError } from './policyError.js'

/** What stands against a date: the notice that was promised, or the day that a replaced version was announced for. */
export const periodProblem = (args: PublicationCheck): PolicyError | undefined => {
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
      count: {
        calendar: calendar?.id,
        lastDay: count.lastDay,
        period: tier.period,
        publishedOn: count.publishedOn,
        skipped,
      },
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
}: PublicationCheck & { details: Record<string, unknown>; reason: string }): PolicyError => {
  const earliest = earliestEffectiveDay({ candidate, context: trial, from: effectiveOn })
  const taken = versionsInTheWay({ candidate, context: trial, earliest })
    .map(({ id, effectiveAt, label }) => ({
      id,
      effectiveOn: civilDateOf({ ...trial, instant: effectiveAt }),
      label,
    }))
    .filter((version) => version.effectiveOn >= effectiveOn)

  return new PolicyError({
    code: 'NOTICE_PERIOD_TOO_SHORT',
    details: {
      ...details,
      earliestEffectiveOn: earliest,
      effectiveOn,
      ...(taken.length > 0 && { taken }),
    },
    field: 'effectiveOn',
    message: `Effective date ${effectiveOn} is too early: ${reason}; the earliest lawful date is ${earliest}${
      taken.length > 0
        ? `, as ${taken.map((version) => `version ${version.label} already takes effect on ${version.effectiveOn}`).join(' and ')}`
        : ''
    }.`,
  })
}
