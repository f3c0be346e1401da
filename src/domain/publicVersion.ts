import type { NoticeException } from './noticeException.js'
import type { NoticeTerms } from './noticeTerms.js'
import type { Snapshot } from './snapshot.js'

import { inLanguage } from './languages.js'
import {
  policyAt,
  predecessorOf,
  stateAt,
  successorOf,
  upcomingAt,
  type VersionState,
} from './timeline.js'

/** A published version as public reads find it. Instants as ISO 8601. */
export type PublishedRow = {
  effectiveAt: string
  fingerprint: string
  id: number | string
  /** True for an import without a date: its `effectiveAt` orders it and says nothing else. */
  isUndated?: boolean
  label: string
  publishedAt: string
  /** Since when the public could know of an import; null for what was published here. */
  knownFrom?: null | string
  /** Present where the read wants the text. */
  renditions?: null | Snapshot['renditions']
  /** Present where the read wants more than the row's place in the timeline. */
  sealed?: null | Pick<Snapshot, 'languages' | 'policy' | 'publication' | 'summaries'>
  withdrawnAt: null | string
}

/** The part of a public version that never changes. */
export type SealedVersion = {
  body?: unknown
  changeSummary: null | string
  dateLabel: null | string
  /** Null for an import that nobody knows the date of. */
  effectiveAt: null | string
  /** The day of `effectiveAt` in the policy's zone. */
  effectiveOn: null | string
  /** The exception to the notice period that it was published under. */
  exception: NoticeException | null
  fingerprint: string
  html?: string
  /** Of a version from before the plugin: where it comes from, and what is known of its dates. */
  imported: Snapshot['publication']['imported']
  label: string
  /** The language of the text, which is another than the one asked for where that is missing. */
  locale: string
  materialChange: boolean
  /** From when its notice counts; null for an import. */
  noticeFrom: null | string
  noticeTerms: NoticeTerms
  /** Label of the announced version whose place it took. */
  replaces: null | string
  policy: { kind: string; slug: string; timeZone: string; title: string }
  /** Null for an import that nobody knows the publication of. */
  publishedAt: null | string
  text?: string
  title: string
}

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
  site: (args: { label: string; locale: string; slug: string }) => string
}

/** The sealed part of a version in a language. */
export const sealedVersion = ({
  locale,
  row,
}: {
  locale: string
  row: PublishedRow
}): SealedVersion => {
  const { languages, policy, publication, summaries } = sealedOf(row)
  const rendition = row.renditions
    ? inLanguage({ languages, values: row.renditions, wanted: locale })
    : undefined
  const language =
    rendition?.language ??
    inLanguage({ languages, values: summaries, wanted: locale })?.language ??
    languages.default
  const summary = inLanguage({ languages, values: summaries, wanted: language })?.value

  return {
    ...publication,
    ...(rendition && textOf(rendition.value)),
    changeSummary: summary?.changeSummary ?? null,
    dateLabel: summary?.dateLabel ?? null,
    fingerprint: row.fingerprint,
    locale: language,
    policy: {
      ...policy,
      title:
        inLanguage({ languages, values: policy.title, wanted: language })?.value ?? policy.slug,
    },
    title: summary?.title ?? '',
  }
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

/** What a public version answers of its text. */
const textOf = ({ body, html, text }: Snapshot['renditions'][string]) => ({ body, html, text })

const sealedOf = (row: PublishedRow): NonNullable<PublishedRow['sealed']> => {
  if (!row.sealed) {
    throw new Error(`The sealed part of version ${row.label} was not read.`)
  }
  return row.sealed
}
