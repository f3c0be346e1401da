import type { SanitizedConfig } from 'payload'

import type { Languages } from '../domain/languages.js'
import type { PolicyContext } from '../options.js'

/** The languages as Payload's localization is configured, or the one of the `language` option. */
export const languagesOf = ({
  config,
  context,
}: {
  config: Pick<SanitizedConfig, 'localization'>
  context: PolicyContext
}): Languages => {
  const { localization } = config

  if (!localization) {
    return { all: [context.language], default: context.language, fallback: {} }
  }

  return {
    all: localization.localeCodes,
    default: localization.defaultLocale,
    fallback: Object.fromEntries(
      localization.locales.map(({ code, fallbackLocale }) => [
        code,
        [fallbackLocale ?? []].flat().map(String),
      ]),
    ),
  }
}

/** The values of a field by language, also where the host has no localization and it holds just one. */
export const byLanguage = <T>({
  isLocalized,
  languages,
  value,
}: {
  isLocalized: boolean
  languages: Languages
  value: unknown
}): Record<string, T> => {
  if (value === undefined || value === null) {
    return {}
  }
  return isLocalized ? (value as Record<string, T>) : { [languages.default]: value as T }
}
