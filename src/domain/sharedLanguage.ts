import type { PublishedRow } from './publicVersion.js'

import { inLanguage } from './languages.js'

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
  const languages = to.sealed?.languages
  const shared = Object.entries(to.renditions ?? {}).filter(
    ([language]) => from.renditions?.[language],
  )

  return (
    (languages &&
      inLanguage({ languages, values: Object.fromEntries(shared), wanted: locale })?.language) ??
    locale
  )
}
