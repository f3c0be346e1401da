import type { AnnouncedVersion } from './announcedAnswer.js'

import { stableUuid } from './stableUuid.js'

/**
 * What happened to a version: announced for later, published and in force at once (or when nobody
 * knows), in force after it was announced, or withdrawn before that.
 */
export type EntryKind = 'announced' | 'effective' | 'published' | 'withdrawn'

/** An event of a feed. */
export type FeedEntry<Version = AnnouncedVersion> = {
  /** ISO 8601 UTC in milliseconds. */
  at: string
  /** A UUID; the same for as long as the version is on record. */
  id: string
  kind: EntryKind
  version: Version
}

/** What of a version its entries are made from. */
export type EntryVersion = Pick<
  AnnouncedVersion,
  'effectiveAt' | 'fingerprint' | 'label' | 'policy' | 'publishedAt' | 'recordedAt' | 'withdrawnAt'
>

/**
 * What has happened to some versions by an instant, newest first. It is derived and not stored, so
 * that no job can be late; and of each version from what is sealed with it, so that no entry changes
 * once it is there.
 */
export const feedEntries = <Version extends EntryVersion>({
  at,
  versions,
}: {
  at: Date
  versions: readonly Version[]
}): FeedEntry<Version>[] =>
  versions
    .flatMap((version) =>
      eventsOf(version)
        .filter((event) => +new Date(event.at) <= +at)
        .map(({ kind, ...event }) => ({
          ...event,
          id: idOf({ kind, version }),
          kind,
          version,
        })),
    )
    // Of what happened at once, always in the same order.
    .sort((one, other) => +new Date(other.at) - +new Date(one.at) || (one.id < other.id ? -1 : 1))

/** The identifier of what happened to a version, or (`upcoming`) of its day in a calendar. */
export const idOf = ({
  kind,
  version: { fingerprint, label, policy, recordedAt },
}: {
  kind: 'upcoming' | EntryKind
  version: EntryVersion
}): string => stableUuid(policy.slug, label, fingerprint, recordedAt, kind)

const eventsOf = ({
  effectiveAt,
  publishedAt,
  withdrawnAt,
}: EntryVersion): { at: string; kind: EntryKind }[] => {
  const isAhead =
    publishedAt !== null && effectiveAt !== null && +new Date(effectiveAt) > +new Date(publishedAt)

  return [
    ...(publishedAt === null
      ? []
      : [{ at: publishedAt, kind: isAhead ? ('announced' as const) : ('published' as const) }]),
    ...(effectiveAt !== null && withdrawnAt === null && (isAhead || publishedAt === null)
      ? [{ at: effectiveAt, kind: 'effective' as const }]
      : []),
    ...(withdrawnAt === null ? [] : [{ at: withdrawnAt, kind: 'withdrawn' as const }]),
  ]
}
