import { expect, it } from 'vitest'

import { languageTag } from '../../../src/domain/languageTag.js'

it.each([
  ['en', 'en'],
  ['pt_BR', 'pt-BR'],
  ['pt-br', 'pt-BR'],
  ['zh_hant_TW', 'zh-Hant-TW'],
  ['de_AT@euro', undefined],
  ['"><script>', undefined],
  ['', undefined],
])('the tag of %j is %s', (locale, tag) => {
  expect(languageTag(locale)).toBe(tag)
})
