import type { SanitizedConfig } from 'payload'

import type { Languages } from '../domain/languages.js'
import type { PolicyContext } from '../options.js'

/**
 * The languages as Payload's localization is configured, or the one of the `language` option. What stands
 * in for one is what Payload reads in its place (its `sanitizeFallbackLocale`): nothing where `fallback` is
 * off, else its own `fallbackLocale`, else the default.
 */
export const languagesOf = ({
  config,
  context,
}: {
  config: Pick<SanitizedConfig, 'localization'>
  context: PolicyContext
}): Languages => {
  const { localization } = config

  if (!localization) {
    const { language } = context
    return { all: [language], default: language, fallback: {}, otherwise: [language] }
  }
  const { defaultLocale, fallback, localeCodes, locales } = localization
  const otherwise = fallback ? [defaultLocale] : []

  return {
    all: localeCodes,
    default: defaultLocale,
    fallback: Object.fromEntries(
      locales.map(({ code, fallbackLocale }) => [
        code,
        fallback && fallbackLocale ? [fallbackLocale].flat() : otherwise,
      ]),
    ),
    otherwise,
  }
}

/** The values of a field by language, also where the host has no localization and it holds just one. */
export const byLanguage = <T>({
  config,
  context,
  value,
}: Parameters<typeof languagesOf>[0] & { value: unknown }): Record<string, T> => {
  if (value === undefined || value === null) {
    return {}
  }
  return config.localization
    ? (value as Record<string, T>)
    : { [languagesOf({ config, context }).default]: value as T }
}
