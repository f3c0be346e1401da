import type { PublishedRow } from '../sealedVersion.js'

import type { Reading } from './answer.js'

import { PolicyError } from '../policyError.js'
import { givenLanguageOf } from '../sealedVersion.js'

type Asking = Pick<Reading, 'canGiveAnyLanguage' | 'locale'>

/**
 * Lets a version be answered in a language: it has a text in it, or in one that stands in for it as
 * localization was configured when it was published.
 * @throws PolicyError `NOT_FOUND` with the languages that it has a text in.
 */
export const assertText = ({
  row,
  slug,
  ...reading
}: Asking & { row: PublishedRow; slug: string }): void => {
  const available = row.textLanguages ?? []

  if (available.length > 0 && !isGiven({ ...reading, row })) {
    throw noText({
      available,
      locale: reading.locale,
      of: `Version ${row.label} of ${slug} has no text`,
    })
  }
}

/** True for a version that is answered to whoever asks in a language. */
export const isGiven = ({
  canGiveAnyLanguage = false,
  locale,
  row,
}: Asking & { row: PublishedRow }): boolean =>
  canGiveAnyLanguage ||
  givenLanguageOf({ among: row.textLanguages ?? [], locale, row }) !== undefined

/** What is told where there is a text, but in other languages alone. */
export const noText = ({
  available,
  locale,
  of,
}: {
  available: readonly string[]
  locale: string
  of: string
}): PolicyError =>
  new PolicyError({
    code: 'NOT_FOUND',
    details: { available },
    message: `${of} in ${JSON.stringify(locale)}, nor in a language that stands in for it. Ask with locale for one that is there: ${available.join(', ')}.`,
  })
