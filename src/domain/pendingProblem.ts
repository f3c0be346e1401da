import type { Clause } from './governingTerms.js'
import type { PublicationCheck } from './publicationCheck.js'
import type { Candidate, PublicationTrial, PublishedVersion } from './situation.js'

import { channelProblem, channelsOf } from './channels.js'
import { civilDateOf } from './civilDate.js'
import { channelClauses, clausesOfPromise, isLawfulUnder } from './governingTerms.js'
import { isExcusedBy } from './noticeException.js'
import { isSamePromise, type Promised } from './noticeTerms.js'
import { PolicyError } from './policyError.js'
import { type Effect, predecessorOf, upcomingAt } from './timeline.js'

/**
 * A version that is published later but takes effect earlier stands before the pending ones from then
 * on: each of them has to have obeyed its terms too, and none must take terms back unmarked. The same
 * goes for one that loses the version before it to a replacement.
 */
export const pendingProblem = ({
  candidate,
  plan,
  trial,
}: PublicationCheck): PolicyError | undefined => {
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
      details: {
        pending: { id: broken.id, label: broken.label },
        ...(isLeftBehind({ broken, plan, trial }) && { losesVersionBefore: trial.replaced?.label }),
      },
      field: 'effectiveOn',
      message: messageOf({ broken, plan, trial }),
    })
  )
}

type Broken = Pick<PublicationCheck, 'plan' | 'trial'> & { broken: PublishedVersion }

/** True where a pending version loses the one before it, and the candidate comes after it: no later day helps. */
const isLeftBehind = ({ broken, plan, trial: { replaced } }: Broken): boolean =>
  replaced !== null && broken.effectiveAt < plan.effectiveAt

const messageOf = (args: Broken): string => {
  const { broken, trial } = args
  const announced = `Version ${broken.label}, already announced for ${civilDateOf({ instant: broken.effectiveAt, timeZone: trial.timeZone })},`

  return isLeftBehind(args)
    ? `${announced} would change the notice terms without being marked as material, since version ${String(trial.replaced?.label)} before it is replaced by a later one. Choose a date before it, or replace or withdraw it first.`
    : `${announced} would break the notice terms of the version that would then be in force before it. Choose a date after it, replace or withdraw it first, or keep the terms in force.`
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
