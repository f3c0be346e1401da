import type { PolicyError } from './policyError.js'
import type { Candidate, PublicationContext, PublishedVersion } from './situation.js'

import { channelsOf } from './channels.js'
import { type CivilDate, civilDateOf } from './civilDate.js'
import { earliestDayAfterAll, effectiveInstant, laterOf } from './effectiveDay.js'
import { type Clause, clausesOf } from './governingTerms.js'
import { publicationProblems } from './publicationProblems.js'
import { predecessorOf } from './timeline.js'

/** What publishing a version at an instant would do, and each rule that stands against it. */
export type PublicationPlan = {
  channels: string[]
  /** The clauses that the change must obey, each with its count of days; empty for a first version. */
  clauses: Clause[]
  effectiveAt: Date
  /** The day of `effectiveAt` in the policy's zone. */
  effectiveOn: CivilDate
  predecessor: null | PublishedVersion
  /** In the order in which a publication is checked; empty where it is lawful. */
  problems: PolicyError[]
}

/**
 * Plans the publication of a version at an instant: when it would take effect, which terms govern
 * it, through which channels it would be announced, and what stands against it. Nothing is thrown
 * for a broken rule, so that a draft's author can be warned by the same words that refuse later.
 */
export const planPublication = ({
  candidate,
  context,
}: {
  candidate: Candidate
  context: PublicationContext
}): PublicationPlan => {
  const today = civilDateOf(context)
  const wanted = candidate.effectiveOn
  const effectiveOn = laterOf(today, wanted ?? earliestDayAfterAll({ candidate, context }))
  const effectiveAt = effectiveInstant({ context, date: effectiveOn })
  const predecessor = predecessorOf({ effectiveAt, versions: context.timeline })
  const clauses = clausesOf({ candidate, context, effectiveAt })
  const channels = channelsOf({
    chosen: candidate.noticeChannels,
    materialChange: candidate.materialChange,
    tiers: clauses.map(({ tier }) => tier),
  })
  const plan = { channels, clauses, effectiveAt, effectiveOn, predecessor }

  return {
    ...plan,
    problems: publicationProblems({ candidate, context, plan }),
  }
}
