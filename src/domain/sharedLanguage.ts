import { givenLanguageOf, type PublishedRow } from './sealedVersion.js'

/**
 * The language in which two versions can be compared: of those that both have, the wanted one or the
 * first that stands in for it; the wanted one where they share none. Undefined where none of those that
 * they share stands in for it.
 */
export const sharedLanguage = ({
  from,
  locale,
  to,
}: {
  from: PublishedRow
  locale: string
  to: PublishedRow
}): string | undefined => {
  const shared = sharedLanguages({ from, to })

  return shared.length > 0 ? givenLanguageOf({ among: shared, locale, row: to }) : locale
}

/** The languages that two versions both have a text in. */
export const sharedLanguages = ({ from, to }: Record<'from' | 'to', PublishedRow>): string[] =>
  (to.textLanguages ?? []).filter((language) => (from.textLanguages ?? []).includes(language))
