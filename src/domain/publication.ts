import type { ChannelConflict } from './channels.js'
import type { NoticeException } from './noticeException.js'
import type { PolicyError } from './policyError.js'
import type {
  Candidate,
  PublicationContext,
  PublicationTrial,
  PublishedVersion,
} from './situation.js'

import { brokenClauses } from './brokenClauses.js'
import { channelConflicts, channelsOf } from './channels.js'
import { type CivilDate, civilDateOf } from './civilDate.js'
import { earliestDayAfterAll, effectiveInstant, firstDayAfterAll, laterOf } from './effectiveDay.js'
import { channelClauses, type Clause, clausesOf } from './governingTerms.js'
import { planImport } from './importedVersion.js'
import { exceptionTo } from './noticeException.js'
import { orNull } from './orNull.js'
import { publicationProblems } from './publicationProblems.js'
import { trialOf } from './replacement.js'
import { predecessorOf } from './timeline.js'

/** What publishing a version at an instant would do, and each rule that stands against it. */
export type PublicationPlan = {
  channels: string[]
  /** The clauses that the change must obey, each with its count of days; empty for a first version. */
  clauses: Clause[]
  /** Where a statute requires a channel that a clause prohibits. */
  conflicts: ChannelConflict[]
  /** Without a day: an instant that orders it and says nothing else. */
  effectiveAt: Date
  /** The day of `effectiveAt` in the policy's zone; null for an import without a date, and where none was chosen and the earliest cannot be counted. */
  effectiveOn: CivilDate | null
  /** The exception to the notice period, where the date needs one and its reason is allowed. */
  exception: NoticeException | null
  /** From when the notice counts. */
  noticeFrom: Date
  predecessor: null | PublishedVersion
  /** In the order in which a publication is checked; empty where it is lawful. */
  problems: PolicyError[]
  /** The upcoming version whose place it takes. */
  replaced: null | PublishedVersion
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
  const { imported } = candidate

  return imported
    ? planImport({ candidate, context, imported })
    : planChange({ candidate, trial: trialOf({ candidate, context }) })
}

const planChange = ({
  candidate,
  trial,
}: {
  candidate: Candidate
  trial: PublicationTrial
}): PublicationPlan => {
  const today = civilDateOf(trial)
  const known = candidate.effectiveOn ?? earliestDayAfterAll({ candidate, context: trial })
  // Where none can be counted, the rules are checked for the first day that could come.
  const effectiveOn = laterOf(today, known ?? firstDayAfterAll(trial))
  const effectiveAt = effectiveInstant({ context: trial, date: effectiveOn })
  const clauses = clausesOf({ candidate, context: trial, effectiveAt })
  const rules = { clauses: channelClauses(clauses), known: trial.channels }
  const channels = channelsOf({
    ...rules,
    attested: candidate.attestations.map(({ channel }) => channel),
    chosen: candidate.noticeChannels,
    materialChange: candidate.materialChange,
  })
  const plan = {
    channels,
    clauses,
    conflicts: channelConflicts({ ...rules, channels }),
    effectiveAt,
    effectiveOn,
    exception: exceptionOf({ candidate, clauses, effectiveAt, trial }),
    noticeFrom: trial.noticeFrom,
    predecessor: predecessorOf({ effectiveAt, versions: trial.timeline }),
    replaced: trial.replaced,
  }

  return {
    ...plan,
    // By an exception it takes effect on that first day.
    effectiveOn: known === null && plan.exception === null ? null : effectiveOn,
    problems: publicationProblems({ candidate, plan, trial }),
  }
}

/** Null where the date needs none, or the one that is claimed is not allowed: that is a problem then. */
const exceptionOf = ({
  candidate: { exception },
  clauses,
  effectiveAt,
  trial,
}: {
  candidate: Candidate
  clauses: Clause[]
  effectiveAt: Date
  trial: PublicationTrial
}): NoticeException | null => {
  if (!exception) {
    return null
  }
  return orNull(() => {
    const broken = brokenClauses({ candidate: { exception }, clauses, effectiveAt, trial })
    return broken.length > 0 ? exceptionTo({ broken, claim: exception }) : null
  })
}
