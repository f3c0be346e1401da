import { languageTag } from '../languageTag.js'

/** The direction in which a language is written; left to right where a code is no language's. */
export const directionOf = (language: string): 'ltr' | 'rtl' => {
  const tag = languageTag(language)

  return tag !== undefined && rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '')
    ? 'rtl'
    : 'ltr'
}

/** Scripts, by ISO 15924. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])
