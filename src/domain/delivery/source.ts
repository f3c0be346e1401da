import type { PostedNotice } from '../activeNotices.js'
import type { PublishedRow } from '../publicVersion.js'

/** A policy and of its published versions those that an answer needs, in the order of their effect. */
export type PolicyRecord = {
  /** The hash and the number of the last event of the policy's record, where it was asked for. */
  head: { hash: string; sequence: number } | null
  /** The database's time of the read. */
  now: string
  policy: { slug: string; timeZone: string } | null
  versions: PublishedRow[]
}

/**
 * What is wanted of a policy: the versions around a span (null: now), one by its label or its
 * fingerprint, or all. `hasText: false` leaves the text out.
 */
export type Wanted = { hasText: boolean } & (
  | { closes: Date | null; kind: 'in_force'; opens: Date | null }
  | { fingerprint: string; kind: 'fingerprint' }
  | { kind: 'label'; label: string }
  | { kind: 'timeline' }
)

/** What was read, and the instant that it is true of. A record that is kept is the same object every time. */
export type Known<T> = { at: Date; record: T }

/** What was made from a record, by name. */
export type Kept = {
  get: (name: string) => undefined | { content: Uint8Array }
  set: (name: string, made: { content: Uint8Array }) => void
}

/** Where public answers come from: the database, a cache in front of it, or a directory of exports. */
export type PublicSource = {
  /** Keeps what was made from a record for as long as the record itself is kept. */
  kept?: (record: object) => Kept | undefined
  /** The notices of a channel whose time is not over at an instant (null: now). */
  notices: (args: {
    at: Date | null
    channel: string
  }) => Promise<Known<{ notices: PostedNotice[] }>>
  policy: (args: { slug: string; wanted: Wanted }) => Promise<Known<PolicyRecord>>
  /** The slugs of the policies that have published something, in alphabetical order. */
  policies: () => Promise<string[]>
}
