import type { Candidate, PublicationContext, PublicationTrial } from './situation.js'

import { isSamePromise } from './noticeTerms.js'
import { PolicyError } from './policyError.js'

/**
 * The publication as it is counted. An upcoming version that is replaced counts as withdrawn; where
 * the replacement says that it makes no material difference, the notice counts from where that of the
 * replaced one counts, unless that was not announced as the material change that this one is.
 */
export const trialOf = ({
  candidate: { materialChange, replaces },
  context,
}: {
  candidate: Candidate
  context: PublicationContext
}): PublicationTrial => {
  const { instant, timeline } = context
  const replaced =
    timeline.find(
      ({ id, effectiveAt, withdrawnAt }) =>
        String(id) === String(replaces?.version) && !withdrawnAt && effectiveAt > instant,
    ) ?? null
  const isContinued =
    replaced && !replaces?.materialDifference && (replaced.materialChange || !materialChange)

  return {
    ...context,
    noticeFrom: isContinued ? replaced.noticeFrom : instant,
    replaced,
    timeline: replaced
      ? timeline.map((version) =>
          version === replaced ? { ...version, withdrawnAt: instant } : version,
        )
      : timeline,
  }
}

/** What stands against a replacement where there is nothing to replace. */
export const replacementProblem = ({
  candidate,
  trial,
}: {
  candidate: Candidate
  trial: PublicationTrial
}): PolicyError | undefined =>
  candidate.replaces && !trial.replaced
    ? new PolicyError({
        code: 'ILLEGAL_TRANSITION',
        field: 'replaces.version',
        message:
          'The version to be replaced is not an upcoming one: it was not published, was withdrawn, or has taken effect. Choose an upcoming version, or none.',
      })
    : undefined

/** What stands against a replacement whose difference is material after all. */
export const differenceProblem = ({
  candidate: { noticeTerms, replaces },
  trial: { presets, replaced },
}: {
  candidate: Candidate
  trial: PublicationTrial
}): PolicyError | undefined =>
  replaced && !replaces?.materialDifference && !isSamePromise({ noticeTerms, presets }, replaced)
    ? new PolicyError({
        code: 'MATERIALITY_REQUIRED',
        details: { replaced: { id: replaced.id, label: replaced.label } },
        field: 'replaces.materialDifference',
        message: `The notice terms differ from those of version ${replaced.label}, which this one replaces; that is a material difference. Mark it as one, or restore the terms.`,
      })
    : undefined
