import { type PublishedRow, textLanguageOf } from './sealedVersion.js'

/**
 * The language in which two versions can be compared: of those that both have, the wanted one or the
 * first that stands in for it; the wanted one where they share none.
 */
export const sharedLanguage = ({
  from,
  locale,
  to,
}: {
  from: PublishedRow
  locale: string
  to: PublishedRow
}): string => {
  const isShared = (language: string) => (from.textLanguages ?? []).includes(language)

  return (to.textLanguages ?? []).some(isShared)
    ? textLanguageOf({ among: isShared, locale, row: to })
    : locale
}
