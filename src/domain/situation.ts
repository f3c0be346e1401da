import type { Review } from './approval.js'
import type { BusinessCalendar } from './businessCalendar.js'
import type { Channel } from './channels.js'
import type { CivilDate } from './civilDate.js'
import type { Actor, Person, VersionStatus } from './lifecycle.js'
import type { ExceptionClaim, NoticeException } from './noticeException.js'
import type { NoticePresets } from './noticePresets/noticePreset.js'
import type { NoticeTerms, Promised } from './noticeTerms.js'
import type { Effect } from './timeline.js'

/** What is known of a version from before the plugin. Days are civil dates in the policy's zone. */
export type Imported = {
  /** When it took effect; null where nobody knows. */
  effectiveOn: CivilDate | null
  /** When its notice was published, where that is known. */
  publishedOn: CivilDate | null
  /** Its place among the policy's imported versions, the oldest first. */
  sequence: number
  /** Where its text comes from. */
  source: string
}

/** A notice that somebody gave by themselves, through a channel without a driver. */
export type Attestation = {
  channel: string
  /** What shows that it was given: a receipt, a tracking number, a print run. */
  evidence: string
  /** The day in the policy's zone on which it was given; null where that is the day of publication. */
  givenOn: CivilDate | null
}

/** A version that was published before, as far as it bears on the next publication. */
export type PublishedVersion = Effect &
  Promised & {
    /** The channels that it was announced through. */
    channels: string[]
    effectiveAt: Date
    exception: NoticeException | null
    imported: Imported | null
    label: string
    materialChange: boolean
    /** From when its notice counts: its own publication, or that of the version that it replaced. */
    noticeFrom: Date
    publishedAt: Date
  }

/** A version that is to be published. */
export type Candidate = {
  attestations: readonly Attestation[]
  effectiveOn: CivilDate | null
  exception: ExceptionClaim | null
  imported: Imported | null
  label: string
  materialChange: boolean
  noticeChannels: string[]
  noticeTerms: NoticeTerms
  /** Markers that a rebase left in the text; none where it is not said. */
  openConflicts?: number
  /** An upcoming version that this one corrects or postpones. */
  replaces: { materialDifference: boolean; version: number | string } | null
}

/** Everything outside of the version that decides about its publication. Instants in UTC. */
export type PublicationContext = {
  calendars: readonly BusinessCalendar[]
  /** The channels that this installation knows. */
  channels: readonly Channel[]
  /** The instant of publication. */
  instant: Date
  /** The presets that terms can name, as they are configured now. */
  presets: NoticePresets
  /** The policy's published versions, withdrawn ones included. */
  timeline: readonly PublishedVersion[]
  /** The policy's zone; civil dates are days there. */
  timeZone: string
}

/** A publication as it is counted: an upcoming version that it replaces counts as withdrawn. */
export type PublicationTrial = PublicationContext & {
  /** From when the notice counts. */
  noticeFrom: Date
  replaced: null | PublishedVersion
}

/** Everything that decides about a transition, read under the policy's lock. */
export type Situation = {
  /** The person who acts, with the roles that the database gives them now; null where nobody is logged in. */
  actor: Actor | null
  /** What an approval is about. */
  approvalScope: Review['scope']
  context: PublicationContext
  requiredApprovals: number
  reviews: readonly Review[]
  /** The fingerprint of the text that the actor was shown, where the client said so. */
  shownFingerprint: string | undefined
  version: Candidate & {
    authors: Person[]
    fingerprint: string
    id: number | string
    status: VersionStatus
  }
}
