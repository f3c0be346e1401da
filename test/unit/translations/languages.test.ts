import { describe, expect, it } from 'vitest'

import { en } from '../../../src/translations/en.js'
import { dateLocaleOf, languages, pageWordsOf, wordsOf } from '../../../src/translations/index.js'

const placeholdersOf = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('the words of a language', () => {
  it('are there for the six languages of the admin', () => {
    expect(Object.keys(languages).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja'])
  })

  describe.each(Object.entries(languages))('%s', (_, words) => {
    it.each(['admin', 'page', 'public'] as const)('leave no word of %s out', (part) => {
      expect(Object.keys(words[part]).sort()).toEqual(Object.keys(en[part]).sort())
      expect(Object.entries(words[part]).filter(([, text]) => text.trim() === '')).toEqual([])
    })

    it('are filled in with what the English ones are filled in with', () => {
      for (const part of ['admin', 'page', 'public'] as const) {
        const own: Record<string, string> = words[part]

        for (const [key, text] of Object.entries<string>(en[part])) {
          expect([key, placeholdersOf(own[key]!)]).toEqual([key, placeholdersOf(text)])
        }
      }
    })
  })

  it('come with dates in the same language, of the region that the locale names', () => {
    expect(['de-AT', 'en_GB', 'de', 'it', 'th-TH', 'toString'].map(dateLocaleOf)).toEqual([
      'de-AT',
      'en_GB',
      'de',
      'en',
      'en',
      'en',
    ])
  })

  it('are those of the base language where a region has none, and English where nobody has any', () => {
    expect(wordsOf('de-AT').public.dateLabelEffective).toBe(languages.de!.public.dateLabelEffective)
    expect(pageWordsOf('nl')).toEqual({ language: 'en', words: en.page })
  })
})
