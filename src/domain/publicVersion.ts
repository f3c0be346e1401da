import { type PublishedRow, type SealedVersion, sealedVersion } from './sealedVersion.js'
import { stateAt, timelineOf, type VersionState } from './timeline.js'

/** A version as the public sees it. Instants are ISO 8601 UTC in milliseconds. */
export type PublicVersion = SealedVersion & {
  links: {
    current: string
    history: string
    predecessor: null | string
    self: string
    successor: null | string
  }
  state: VersionState
  /** When another version takes its place; also where that is announced and still to come. */
  supersededAt: null | string
  /** Where the public site shows it. */
  url: string
  withdrawnAt: null | string
}

/** Makes the addresses in an answer. */
export type Addresses = {
  api: (args: { path: string; slug: string }) => string
  /** Of a page in a language; the API's own where it is left out. */
  page?: (args: { locale: string; path: string; slug: string }) => string
  site: (args: { label: string; locale: string; slug: string }) => string
}

/** A version with where it stands at an instant among the policy's other published versions. */
export const publicVersion = ({
  row,
  ...among
}: Parameters<typeof publicVersions>[0] & { row: PublishedRow }): PublicVersion =>
  publicVersions(among)(row)

/** Shows versions of a policy, each with where it stands at an instant among all that are published. */
export const publicVersions = ({
  addresses,
  at,
  locale,
  rows,
}: {
  addresses: Addresses
  at: Date
  locale: string
  rows: readonly PublishedRow[]
}): ((row: PublishedRow) => PublicVersion) => {
  const timeline = timelineOf(knownAt({ at, rows }))

  return (row) => {
    const sealed = sealedVersion({ locale, row })
    const { slug } = sealed.policy
    const link = (version: null | PublishedRow) =>
      version && addresses.api({ path: `versions/${version.label}`, slug })
    const isWithdrawn = row.withdrawnAt !== null && +new Date(row.withdrawnAt) <= +at
    const successor = isWithdrawn ? null : timeline.versionAfter(row.effectiveAt)

    return {
      links: {
        current: addresses.api({ path: 'current', slug }),
        history: addresses.api({ path: 'versions', slug }),
        predecessor: link(timeline.versionBefore(row.effectiveAt)),
        self: addresses.api({ path: `versions/${row.label}`, slug }),
        successor: link(successor),
      },
      state: stateAt({ at, version: row, versions: timeline }),
      // An import without a date stands in the order of effects, at no known instant.
      supersededAt: successor && !successor.isUndated ? iso(successor.effectiveAt) : null,
      url: addresses.site({ label: row.label, locale: sealed.locale, slug }),
      withdrawnAt: isWithdrawn ? iso(row.withdrawnAt!) : null,
      ...sealed,
    }
  }
}

/** What was known of a timeline at an instant: the version in force, the upcoming ones, and what comes next. */
export const timelineAt = ({ at, rows }: { at: Date; rows: readonly PublishedRow[] }) => {
  const timeline = timelineOf(knownAt({ at, rows }))
  const upcoming = timeline.upcomingAt(at)

  return {
    inForce: timeline.versionAt(at),
    nextChangeAt: upcoming[0] ? iso(upcoming[0].effectiveAt) : null,
    upcoming,
  }
}

/** What was known at an instant: the versions published by then, and of withdrawals those made by then. */
export const knownAt = ({
  at,
  rows,
}: {
  at: Date
  rows: readonly PublishedRow[]
}): PublishedRow[] =>
  rows
    .filter(({ knownFrom, publishedAt }) => +new Date(knownFrom ?? publishedAt) <= +at)
    .map((row) =>
      row.withdrawnAt && +new Date(row.withdrawnAt) > +at ? { ...row, withdrawnAt: null } : row,
    )

/** An instant as every answer writes it. */
export const iso = (instant: Date | string): string => new Date(instant).toISOString()
