import type { NoticeException } from './noticeException.js'
import type { NoticeTerms } from './noticeTerms.js'
import type { Snapshot } from './snapshot.js'

import { inLanguage, standInFor } from './languages.js'

/** A published version as public reads find it, without its text. Instants as ISO 8601. */
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
  /** In which languages it has a text; present with `sealed`. */
  textLanguages?: null | string[]
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
  locales: {
    /** The language whose text prevails where the others differ from it. */
    authoritative: string
    /** In which languages this version has a text. */
    available: string[]
    /** The language that was asked for where this version has no text in it. */
    missing: null | string
  }
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

/** The sealed part of a version in a language. */
export const sealedVersion = ({
  locale,
  row,
}: {
  locale: string
  row: PublishedRow
}): SealedVersion => {
  const { languages, policy, publication, summaries } = sealedOf(row)
  const language = textLanguageOf({ locale, row })
  const summary = inLanguage({ languages, values: summaries, wanted: language })?.value

  return {
    changeSummary: summary?.changeSummary ?? null,
    dateLabel: summary?.dateLabel ?? null,
    fingerprint: row.fingerprint,
    locale: language,
    locales: {
      authoritative: textLanguageOf({ locale: languages.default, row }),
      available: row.textLanguages ?? [],
      missing: language === locale ? null : locale,
    },
    policy: {
      ...policy,
      title:
        inLanguage({ languages, values: policy.title, wanted: language })?.value ?? policy.slug,
    },
    title: summary?.title ?? '',
    // At the end: V8 takes thirty times as long to add to a copy as to copy into what there is.
    ...publication,
  }
}

/** The language in which a reader of another is told of a version: where possible one that stands in for it. */
export const textLanguageOf = ({ locale, row }: { locale: string; row: PublishedRow }): string => {
  const { languages } = sealedOf(row)
  const values = Object.fromEntries((row.textLanguages ?? []).map((language) => [language, true]))

  return inLanguage({ languages, values, wanted: locale })?.language ?? languages.default
}

/** The language of some in which a reader of another may be given the text of a version, if there is one. */
export const givenLanguageOf = ({
  among,
  locale,
  row,
}: {
  among: readonly string[]
  locale: string
  row: PublishedRow
}): string | undefined => standInFor({ among, languages: sealedOf(row).languages, wanted: locale })

const sealedOf = (row: PublishedRow): NonNullable<PublishedRow['sealed']> => {
  if (!row.sealed) {
    throw new Error(`The sealed part of version ${row.label} was not read.`)
  }
  return row.sealed
}
