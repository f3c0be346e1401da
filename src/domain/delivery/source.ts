import type { PostedNotice } from '../activeNotices.js'
import type { PublishedRow } from '../sealedVersion.js'
import type { StoredText, TextForm, WantedText } from '../versionText.js'

/** A policy and of its published versions those that an answer needs, in the order of their effect. */
export type PolicyRecord = {
  /** When a version was last published or withdrawn. */
  changedAt: null | string
  /** The hash and the number of the last event of the policy's record, where it was asked for. */
  head: { hash: string; sequence: number } | null
  policy: { slug: string; timeZone: string } | null
  /** The text of the one that is most likely answered, where it was wanted and there is one in that language. */
  text?: { language: string; text: StoredText; version: PublishedRow['id'] } | null
  versions: PublishedRow[]
}

/**
 * What is wanted of a policy: the versions around a span (null: now), one or two by label, one by its
 * fingerprint, the one that takes effect before all others that were not withdrawn, or all.
 */
export type Wanted =
  | { closes: Date | null; kind: 'in_force'; opens: Date | null }
  | { fingerprint: string; kind: 'fingerprint' }
  | { kind: 'first' }
  | { kind: 'labels'; labels: readonly [string, string?] }
  | { kind: 'timeline' }

/** What was read, the instant that it is true of, and the latest instant that the present can be. */
export type Known<T> = { at: Date; latest: Date; record: T }

/** The notices of a channel whose time is not over, and when one of those whose time is over last was. */
export type NoticeRecord = { endedAt: null | string; notices: PostedNotice[] }

/** Published versions of one policy or of all, for what tells of their dates. */
export type AnnouncedRecord = {
  /** When a version was last published or withdrawn. */
  changedAt: null | string
  /** The version that was published before all others, withdrawn or not, which stays the same for ever. */
  first: null | Pick<PublishedRow, 'fingerprint' | 'publishedAt'>
  /** True where some version was published. */
  isKnown: boolean
  /** When a version takes effect next. */
  takesEffectAt: null | string
  /** When a version last took effect. */
  tookEffectAt: null | string
  /** In the order of their effect, without their texts. */
  versions: PublishedRow[]
}

/**
 * Which versions are told of: the fifty of which there is the latest news, or the fifty that take effect
 * soonest, with as many that did in the last days, the last that did among them.
 */
export type WantedNews = 'latest' | 'upcoming'

/** Where public answers come from: the database, a cache in front of it, or a directory of exports. */
export type PublicSource = {
  /** The versions that there is news of; of all policies where the slug is null. */
  announced: (args: { slug: null | string; wanted: WantedNews }) => Promise<Known<AnnouncedRecord>>
  /** The notices of a channel whose time is not over at an instant (null: now). */
  notices: (args: { at: Date | null; channel: string }) => Promise<Known<NoticeRecord>>
  /** A policy and versions of it; their texts are there for `text`, but one may come along. */
  policy: (args: {
    slug: string
    text?: WantedText | undefined
    wanted: Wanted
  }) => Promise<Known<PolicyRecord>>
  /**
   * The text of a version that was read, which never changes; Markdown is plain text where it was sealed
   * before there was Markdown.
   */
  text: (args: {
    forms: readonly TextForm[]
    language: string
    version: PublishedRow
  }) => Promise<StoredText>
}
