import { type PublishedRow, type SealedVersion, sealedVersion } from './sealedVersion.js'
import {
  policyAt,
  predecessorOf,
  stateAt,
  successorOf,
  upcomingAt,
  type VersionState,
} from './timeline.js'

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
  addresses,
  at,
  locale,
  row,
  rows,
}: {
  addresses: Addresses
  at: Date
  locale: string
  row: PublishedRow
  rows: readonly PublishedRow[]
}): PublicVersion => {
  const sealed = sealedVersion({ locale, row })
  const { slug } = sealed.policy
  const known = knownAt({ at, rows })
  const link = (version: null | PublishedRow) =>
    version && addresses.api({ path: `versions/${version.label}`, slug })
  const withdrawnAt = known.find(({ id }) => id === row.id)?.withdrawnAt
  const successor = withdrawnAt
    ? null
    : successorOf({ effectiveAt: row.effectiveAt, versions: known })

  return {
    ...sealed,
    links: {
      current: addresses.api({ path: 'current', slug }),
      history: addresses.api({ path: 'versions', slug }),
      predecessor: link(predecessorOf({ effectiveAt: row.effectiveAt, versions: known })),
      self: addresses.api({ path: `versions/${row.label}`, slug }),
      successor: link(successor),
    },
    state: stateAt({ at, version: row, versions: known }),
    // An import without a date stands in the order of effects, at no known instant.
    supersededAt: successor && !successor.isUndated ? iso(successor.effectiveAt) : null,
    url: addresses.site({ label: row.label, locale: sealed.locale, slug }),
    withdrawnAt: row.withdrawnAt && +new Date(row.withdrawnAt) <= +at ? iso(row.withdrawnAt) : null,
  }
}

/** What was known of a timeline at an instant: the version in force, the upcoming ones, and what comes next. */
export const timelineAt = ({ at, rows }: { at: Date; rows: readonly PublishedRow[] }) => {
  const known = knownAt({ at, rows })
  const upcoming = upcomingAt({ at, versions: known })

  return {
    inForce: policyAt({ at, versions: known }),
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
