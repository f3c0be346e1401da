import type { PayloadRequest } from 'payload'

import type { CivilDate } from '../domain/civilDate.js'
import type { Transition } from '../domain/lifecycle.js'
import type { Situation } from '../domain/situation.js'
import type { Snapshot } from '../domain/snapshot.js'
import type { Warning } from '../domain/warning.js'
import type { PolicyContext } from '../options.js'
import type { NoticePreview } from './noticePreview.js'
import type { VersionReference } from './copyVersion.js'
import type { StoredVersion } from './storedVersion.js'

import { approversOf } from '../domain/approval.js'
import { isAboutDate } from '../domain/dayTrials.js'
import { effectiveInstant } from '../domain/effectiveDay.js'
import { earliestLawfulDay } from '../domain/effectiveDays.js'
import {
  channelsToAttest,
  deadlineOf,
  decidedBy,
  type GoverningClause,
  governingOf,
  governingSealed,
  noticeEnd,
} from '../domain/explanation.js'
import { isSealed } from '../domain/lifecycle.js'
import { isAuthor, mayApprove, nextSteps } from '../domain/nextSteps.js'
import { orNull } from '../domain/orNull.js'
import { type Base, type NewBase, newBaseOf } from '../domain/rebase/newBase.js'
import { planPublication } from '../domain/publication.js'
import { trialOf } from '../domain/replacement.js'
import { stateAt, successorOf, upcomingAt, type VersionState } from '../domain/timeline.js'
import { isDated } from '../domain/versionCourse.js'
import { byLanguage } from './languages.js'
import { noticePreview } from './noticePreview.js'
import { loadOpenReplacement, mayReplace } from './replacementDraft.js'
import { loadSituation } from './situation.js'
import { warningsOfDraft, warningsOfPublished } from './versionWarnings.js'

/** What publishing a version at an instant would do, and what its people can do next. */
export type NoticeWindow = {
  /** The steps that the person who asks may take now, by role and status. */
  actions: Transition[]
  approvals: { approvers: string[]; required: number }
  authors: string[]
  /** The published version that it was started from. */
  basedOn: Base | null
  channels: string[]
  /** Of these, the ones without a driver: whoever publishes has to give that notice and attest it. */
  channelsToAttest: string[]
  /** Who sent it back since it was last submitted, and why; null where nobody did. */
  changesRequested: null | { by: string; comment: string }
  /** The clause that asks for the latest day. */
  decidedBy: null | string
  /** The first lawful instant and day, not before the day asked for; null where a calendar does not reach so far. Of a published version the day that was announced. */
  earliestEffectiveAt: null | string
  earliestEffectiveOn: CivilDate | null
  /** Null where a version that is not published has no day, as below. */
  effectiveAt: null | string
  /** Null for an import that nobody knows the date of, and where the earliest day is asked for and cannot be counted. */
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
  /** The last version that is announced for after this announced one, and has to be withdrawn before it can be. */
  followedBy: null | VersionReference
  governing: GoverningClause[]
  /** The instant that the publication is tried at. */
  instant: string
  /** True where the person who asks is among the authors, and so does not approve it. */
  isAuthor: boolean
  /** True where no rule about the date of effect would refuse the publication, whatever else does. */
  isDateLawful: boolean
  isImport: boolean
  isLawful: boolean
  /** The languages that the version has a title in. */
  languages: string[]
  /** True where the person who asks may start a version in place of this announced one. */
  mayReplace: boolean
  /** The last day of the longest notice period; null where there is none, or one of `governing` cannot be counted. */
  noticeEndsOn: CivilDate | null
  /** What readers would see: of the publication, or of the withdrawal of an announced version. */
  notices: NoticePreview[]
  /** The version whose text it should be rebased onto before it is published; null where it stands on that already. */
  newBase: NewBase | null
  /** Publish before this instant to take effect on the day asked for; null where no clause sets one. */
  publicationDeadline: null | string
  /** A draft that is to take the place of this announced version. */
  replacement: null | VersionReference
  /** The announced version that this one is to take the place of, and for when that was announced. */
  replaces: null | (VersionReference & { effectiveAt: string })
  state: null | VersionState
  status: StoredVersion['status']
  /** When another version takes its place, where one is published; null where nobody knows the date of that one. */
  supersededAt: null | string
  /** Label of that version. */
  supersededBy: null | string
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
  const { policy, situation } = await loadSituation({ context, instant: from, req, version })
  const candidate = { ...situation.version, ...(effectiveOn && { effectiveOn }) }
  const { calendars, instant, timeline, timeZone } = situation.context
  // A version that is published already does not stand in its own way.
  const others = timeline.filter(({ id }) => id !== version.id)
  const publication = { candidate, context: { ...situation.context, timeline: others } }
  const plan = planPublication(publication)
  const published = timeline.find(({ id }) => id === version.id)
  const state = published ? stateAt({ at: instant, version: published, versions: timeline }) : null
  const sealed = published && (version.snapshot as null | Snapshot)
  const trial = trialOf(publication)
  const earliest = plan.effectiveOn && earliestLawfulDay({ ...publication, from: plan.effectiveOn })
  const successor =
    published && successorOf({ effectiveAt: published.effectiveAt, versions: others })
  const last =
    published && state === 'upcoming'
      ? upcomingAt({ at: published.effectiveAt, versions: others }).at(-1)
      : undefined
  const replaces =
    candidate.replaces &&
    timeline.find(({ id }) => String(id) === String(candidate.replaces?.version))
  const governing = sealed ? governingSealed(sealed) : governingOf({ plan, trial })
  const effectiveAt = published?.effectiveAt ?? (plan.effectiveOn && plan.effectiveAt)

  return {
    actions: nextSteps({ isWithdrawable: state === 'upcoming' && !last, situation }),
    approvals: {
      approvers: approversOf(situation).map(({ name }) => name),
      required: situation.requiredApprovals,
    },
    authors: situation.version.authors.map(({ name }) => name),
    basedOn: version.basedOn ?? null,
    channels: published?.channels ?? plan.channels,
    channelsToAttest: published ? [] : channelsToAttest({ plan, situation }),
    changesRequested: changesRequestedIn(situation),
    decidedBy: decidedBy(governing),
    earliestEffectiveAt:
      sealed || !earliest
        ? null
        : effectiveInstant({ context: trial, date: earliest }).toISOString(),
    earliestEffectiveOn: sealed ? (sealed.publication.effectiveOn as CivilDate | null) : earliest,
    effectiveAt: effectiveAt?.toISOString() ?? null,
    effectiveOn: sealed ? (sealed.publication.effectiveOn as CivilDate | null) : plan.effectiveOn,
    exception: candidate.exception && {
      approvers: approversOf({ ...situation, scope: 'exception' }).map(({ name }) => name),
      explanation: candidate.exception.explanation,
      isNeeded: plan.exception !== null,
      mayApprove: mayApprove({ scope: 'exception', situation }),
      reason: candidate.exception.reason,
    },
    fingerprint: situation.version.fingerprint,
    followedBy: last ? { id: last.id, label: last.label } : null,
    governing,
    instant: instant.toISOString(),
    isAuthor: isAuthor(situation),
    isDateLawful:
      published !== undefined || candidate.imported !== null || !plan.problems.some(isAboutDate),
    isImport: candidate.imported !== null,
    isLawful: published !== undefined || plan.problems.length === 0,
    languages: Object.keys(
      byLanguage({ config: req.payload.config, context, value: version.title }),
    ),
    mayReplace: mayReplace({ actor: situation.actor, state }),
    newBase:
      published || candidate.imported
        ? null
        : newBaseOf({
            base: version.basedOn ?? null,
            instant,
            predecessor: plan.predecessor,
            timeline,
          }),
    noticeEndsOn: noticeEnd(governing),
    notices: await noticePreview({ context, instant, plan, policy, req, state, version }),
    publicationDeadline: published
      ? null
      : (orNull(() => deadlineOf({ plan, trial }))?.toISOString() ?? null),
    replacement:
      state === 'upcoming'
        ? await loadOpenReplacement({ context, req, version: version.id })
        : null,
    replaces: replaces
      ? { id: replaces.id, effectiveAt: replaces.effectiveAt.toISOString(), label: replaces.label }
      : null,
    state,
    status: version.status,
    supersededAt: successor && isDated(successor) ? successor.effectiveAt.toISOString() : null,
    supersededBy: successor?.label ?? null,
    timeZone,
    warnings: published
      ? warningsOfPublished({ calendars, published, state, timeline, timeZone, version })
      : await warningsOfDraft({ context, plan, req, situation, version }),
    withdrawnAt: published?.withdrawnAt ? new Date(published.withdrawnAt).toISOString() : null,
  }
}

const changesRequestedIn = ({ reviews, version }: Situation): NoticeWindow['changesRequested'] => {
  const last = reviews.findLast(({ decision }) => decision === 'changes_requested')

  return last && !isSealed(version.status)
    ? { by: last.reviewer.name, comment: last.comment ?? '' }
    : null
}
