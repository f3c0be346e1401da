import type { Review } from './approval.js'
import type { BusinessCalendar } from './businessCalendar.js'
import type { CivilDate } from './civilDate.js'
import type { Actor, Person, VersionStatus } from './lifecycle.js'
import type { NoticeTerms } from './noticeTerms.js'
import type { Effect } from './timeline.js'

/** A version that was published before, as far as it bears on the next publication. */
export type PublishedVersion = Effect & {
  /** The channels that it was announced through. */
  channels: string[]
  effectiveAt: Date
  label: string
  materialChange: boolean
  noticeTerms: NoticeTerms
  publishedAt: Date
}

/** A version that is to be published. */
export type Candidate = {
  effectiveOn: CivilDate | null
  label: string
  materialChange: boolean
  noticeChannels: string[]
  noticeTerms: NoticeTerms
}

/** Everything outside of the version that decides about its publication. Instants in UTC. */
export type PublicationContext = {
  calendars: readonly BusinessCalendar[]
  /** The channels that this installation can use. */
  channels: readonly string[]
  /** The instant of publication. */
  instant: Date
  /** The policy's published versions, withdrawn ones included. */
  timeline: readonly PublishedVersion[]
  /** The policy's zone; civil dates are days there. */
  timeZone: string
}

/** Everything that decides about a transition, read under the policy's lock. */
export type Situation = {
  /** The person who acts, with the roles that the database gives them now; null where nobody is logged in. */
  actor: Actor | null
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
