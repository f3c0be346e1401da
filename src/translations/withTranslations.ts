import type { Config } from 'payload'

import { adminTranslations, wordsOf } from './index.js'
import { namespace } from './namespace.js'

type I18n = NonNullable<Config['i18n']>
type Words = Record<string, Record<string, Record<string, string>> | undefined>

/**
 * Adds the plugin's words to Payload's; what the host translates itself wins. A language of the panel that
 * there are none for has English ones, as Payload would show their keys.
 */
export const withTranslations = (i18n: Config['i18n']): I18n => {
  const own = adminTranslations as Words
  const host = (i18n?.translations ?? {}) as Words
  const languages = [own, host, i18n?.supportedLanguages ?? {}].flatMap(Object.keys)

  return {
    ...i18n,
    translations: Object.fromEntries(
      languages.map((language) => [
        language,
        mergedWords(
          own[language] ?? { [namespace]: wordsOf(language).admin },
          host[language] ?? {},
        ),
      ]),
    ),
  }
}

const mergedWords = (
  own: Record<string, Record<string, string>>,
  host: Record<string, Record<string, string>>,
) => ({
  ...host,
  ...Object.fromEntries(
    Object.entries(own).map(([namespace, words]) => [namespace, { ...words, ...host[namespace] }]),
  ),
})
