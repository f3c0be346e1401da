import type { Addresses } from '../publicVersion.js'
import type { PublishedRow } from '../sealedVersion.js'
import type { StoredText, WantedText } from '../versionText.js'
import type { Known, PolicyRecord, PublicSource, Wanted } from './source.js'

import { PolicyError } from '../policyError.js'
import { knownAt } from '../publicVersion.js'
import { textLanguageOf } from '../sealedVersion.js'

/** What is answered, when it is true and until when. */
export type Answer<T> = {
  body: T
  /** When anything of what the answer is made from last changed. */
  changedAt: Date
  /** The latest instant that the present can be, by the source's clock. */
  latest: Date
  /** The present instant that the answer is true of, by the source's clock. */
  now: Date
  /** The instant at which the answer changes by the clock alone; null where it does not. */
  until: Date | null
}

/** What a reader asks of a policy. */
export type Reading = {
  addresses: Addresses
  canGiveAnyLanguage?: boolean | undefined
  locale: string
  slug: string
  source: PublicSource
  /** The text that is read next, which saves another read where it comes along. */
  text?: WantedText | undefined
}

/** The version that is answered, and the record that it was read in. */
export type Shown = { record: PolicyRecord; row: PublishedRow }

/** Reads of a policy what is wanted. @throws PolicyError `NOT_FOUND` where nothing of it was published. */
export const readPolicy = async ({
  slug,
  source,
  text,
  wanted,
}: Pick<Reading, 'slug' | 'source' | 'text'> & { wanted: Wanted }): Promise<Known<FoundPolicy>> => {
  const known = await source.policy({ slug, text, wanted })

  if (!isFound(known)) {
    const isOfTheClock = wanted.kind === 'first' || wanted.kind === 'in_force'

    throw noPolicy({ slug, ...(isOfTheClock && { details: { startsAt: null } }) })
  }
  // The very record that was read, by which one knows again what was made of it.
  return known
}

type FoundPolicy = PolicyRecord & { policy: NonNullable<PolicyRecord['policy']> }

const isFound = (known: Known<PolicyRecord>): known is Known<FoundPolicy> =>
  known.record.policy !== null

/** Reads the text of a version in the language that a reader of another is shown, unless it came along. */
export const readText = async ({
  forms,
  locale,
  record: { text },
  row,
  source,
}: Pick<Reading, 'source'> & Shown & WantedText): Promise<StoredText> => {
  const language = textLanguageOf({ locale, row })

  return text?.version === row.id && text.language === language
    ? text.text
    : source.text({ forms, language, version: row })
}

/** What a reader of a policy that is unknown or only being drafted is told: the same. */
export const noPolicy = ({
  details = {},
  slug,
}: {
  details?: Record<string, unknown>
  slug: string
}): PolicyError =>
  new PolicyError({
    code: 'NOT_FOUND',
    details,
    message: `There is no policy with the slug ${JSON.stringify(slug)}.`,
  })

/** A published version by its label. @throws PolicyError `NOT_FOUND`: a draft is as unknown as what there never was. */
export const labelled = ({
  at,
  label,
  record,
  slug,
}: {
  at: Date
  label: string
  record: PolicyRecord
  slug: string
}): PublishedRow => {
  const row = knownAt({ at, rows: record.versions }).find((version) => version.label === label)

  if (!row) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `No published version of ${slug} is labelled ${JSON.stringify(label)}.`,
    })
  }
  return row
}

/** When a policy last changed in public: a publication, a withdrawal, or an effect that is behind it. */
export const policyChangedAt = ({ now, record }: { now: Date; record: PolicyRecord }): Date =>
  latestOf({
    instants: [record.changedAt, ...record.versions.map(({ effectiveAt }) => effectiveAt)],
    now,
  })

/** The latest of some instants that is not after the present. */
export const latestOf = ({
  instants,
  now,
}: {
  instants: readonly (null | string)[]
  now: Date
}): Date =>
  new Date(
    Math.max(
      0,
      ...instants.flatMap((instant) =>
        instant !== null && +new Date(instant) <= +now ? [+new Date(instant)] : [],
      ),
    ),
  )

/** An instant of an answer as a date. */
export const dateOrNull = (instant: null | string): Date | null =>
  instant === null ? null : new Date(instant)
