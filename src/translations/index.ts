import { en, type Words } from './en.js'
import { namespace } from './namespace.js'

export type { Words } from './en.js'

/** The languages that there are words for. */
export const languages: Record<string, Words> = { en }

/** The words of a language; those of its base language, or English, where there are none. */
export const wordsOf = (locale: string): Words =>
  languages[locale] ?? languages[locale.split(/[-_]/)[0]!] ?? en

/** What Payload's `i18n.translations` takes. */
export const adminTranslations = Object.fromEntries(
  Object.entries(languages).map(([language, words]) => [language, { [namespace]: words.admin }]),
)
