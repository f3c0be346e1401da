import type { SanitizedConfig } from 'payload'

import { sanitizeFallbackLocale } from 'payload'
import { expect, it } from 'vitest'

import type { PolicyContext } from '../../../src/options.js'

import { inLanguage, standInFor } from '../../../src/domain/languages.js'
import { languagesOf } from '../../../src/operations/languages.js'

const languagesWith = (fallback: boolean) => {
  const localization = {
    defaultLocale: 'en',
    fallback,
    localeCodes: ['en', 'de', 'at', 'fr', 'it'],
    locales: [
      { code: 'en', label: 'English' },
      { code: 'de', label: 'Deutsch' },
      { code: 'at', fallbackLocale: ['de', 'fr'], label: 'Österreich' },
      { code: 'fr', fallbackLocale: 'de', label: 'Français' },
      { code: 'it', fallbackLocale: [], label: 'Italiano' },
    ],
  } as unknown as Exclude<SanitizedConfig['localization'], false>

  return {
    languages: languagesOf({ config: { localization }, context: {} as PolicyContext }),
    localization,
  }
}

it.each([true, false])(
  'what stands in for a language is what Payload reads in its place, fallback %s',
  (fallback) => {
    const { languages, localization } = languagesWith(fallback)

    for (const locale of localization.localeCodes) {
      const ofPayload = sanitizeFallbackLocale({
        fallbackLocale: undefined as never,
        locale,
        localization,
      })
      // What it falls back to once the language itself has nothing.
      const tried = [ofPayload || []]
        .flat()
        .map(String)
        .filter((code) => code !== locale)

      for (const code of localization.localeCodes.filter((other) => other !== locale)) {
        expect([locale, code, standInFor({ among: [code], languages, wanted: locale })]).toEqual([
          locale,
          code,
          tried.includes(code) ? code : undefined,
        ])
      }
      expect(standInFor({ among: tried, languages, wanted: locale })).toBe(tried[0])
    }
    // A language that the host adds later.
    expect(standInFor({ among: ['en'], languages, wanted: 'es' })).toBe(fallback ? 'en' : undefined)
  },
)

it('without localization whatever is asked for later is answered in the one language', () => {
  const languages = languagesOf({
    config: { localization: false },
    context: { language: 'de' } as PolicyContext,
  })
  expect(standInFor({ among: ['de'], languages, wanted: 'en' })).toBe('de')
})

it('what was sealed before keeps its meaning: the default comes last, and after it whatever there is', () => {
  const languages = { default: 'en', fallback: { fr: ['de'] } }

  expect(standInFor({ among: ['en', 'de'], languages, wanted: 'fr' })).toBe('de')
  expect(standInFor({ among: ['it', 'en'], languages, wanted: 'fr' })).toBe('en')
  expect(standInFor({ among: ['it'], languages, wanted: 'fr' })).toBe('it')
})

it('words are lost in no configuration', () => {
  const { languages } = languagesWith(false)

  expect(inLanguage({ languages, values: { de: 'Hallo', fr: 'Salut' }, wanted: 'it' })).toEqual({
    language: 'de',
    value: 'Hallo',
  })
  expect(inLanguage({ languages, values: { de: 'Hallo', en: 'Hello' }, wanted: 'fr' })?.value).toBe(
    'Hello',
  )
  expect(inLanguage({ languages, values: {}, wanted: 'fr' })).toBeUndefined()
})
