import { ar } from './ar.js'
import { de } from './de.js'
import { en, type Words } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { ja } from './ja.js'
import { namespace } from './namespace.js'

export type { Words } from './en.js'

/** The languages that there are words for. */
export const languages: Record<string, Words> = { ar, de, en, es, fr, ja }

/** The words of a language; those of its base language, or English, where there are none. */
export const wordsOf = (locale: string): Words => languages[languageFor(locale)] ?? en

/** In which language dates are written between those words: the locale itself, with its region, where there are words for it. */
export const dateLocaleOf = (locale: string): string =>
  [locale, baseOf(locale)].some((language) => Object.hasOwn(languages, language)) ? locale : 'en'

/** The words of a policy's page, and the language that they are in. */
export const pageWordsOf = (locale: string): { language: string; words: Words['page'] } => ({
  language: languageFor(locale),
  words: wordsOf(locale).page,
})

const languageFor = (locale: string): string =>
  [locale, baseOf(locale)].find((language) => Object.hasOwn(languages, language)) ?? 'en'

const baseOf = (locale: string): string => locale.split(/[-_]/)[0]!

/** What Payload's `i18n.translations` takes. */
export const adminTranslations = Object.fromEntries(
  Object.entries(languages).map(([language, words]) => [language, { [namespace]: words.admin }]),
)
