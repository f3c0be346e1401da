import type { PublicationCheck } from './publicationCheck.js'

import { channelProblem } from './channels.js'
import { civilDateOf } from './civilDate.js'
import { conflictProblem } from './conflictProblem.js'
import { earliestDayOrNone, versionTakingEffectAt } from './effectiveDay.js'
import { channelClauses } from './governingTerms.js'
import { faultIn, isSamePromise } from './noticeTerms.js'
import { pendingProblem } from './pendingProblem.js'
import { periodProblem } from './periodProblem.js'
import { isPolicyError, PolicyError } from './policyError.js'
import { differenceProblem, replacementProblem } from './replacement.js'

/** What stands against a publication, in the order in which it is checked; empty where it is lawful. */
export const publicationProblems = (args: PublicationCheck): PolicyError[] =>
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
    () => conflictProblem(args.candidate),
  ])

const pastProblem = ({ candidate, trial }: PublicationCheck): PolicyError | undefined => {
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
}: PublicationCheck): PolicyError | undefined =>
  !predecessor || materialChange || isSamePromise({ noticeTerms, presets }, predecessor)
    ? undefined
    : new PolicyError({
        code: 'MATERIALITY_REQUIRED',
        details: { predecessor: { id: predecessor.id, label: predecessor.label } },
        field: 'materialChange',
        message: `The notice terms differ from those of version ${predecessor.label}; a change of what was promised about changes is a material change. Mark the version as material, or restore the terms.`,
      })

/**
 * A notice counts from the publication, so one that is attested must have been given by then; and a
 * driver gives its notice itself.
 */
const attestationProblem = ({
  candidate: { attestations },
  trial,
}: PublicationCheck): PolicyError | undefined => {
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

const takenProblem = ({ plan, trial }: PublicationCheck): PolicyError | undefined => {
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
