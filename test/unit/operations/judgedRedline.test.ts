import { describe, expect, it } from 'vitest'

import type { PolicyContext } from '../../../src/options.js'

import { builtInMaterialityRules } from '../../../src/domain/materiality/rules/builtInMaterialityRules.js'
import { judgedRedline } from '../../../src/operations/judgedRedline.js'
import { state } from '../domain/redline/states.js'

const newContext = () =>
  ({ materiality: { rules: builtInMaterialityRules } }) as unknown as PolicyContext
const text = (words: string, title?: string) => ({ body: state([words]), title })

describe('the comparison of two texts', () => {
  it('is made once for the same texts, whatever else of their versions was written', () => {
    const context = newContext()
    const ask = (after = 'We keep data for a year.') =>
      judgedRedline({ context, from: text('We keep data.'), language: 'en', to: text(after) })
    const first = ask()

    expect(ask()).toBe(first)
    expect(ask('We keep data for two years.')).not.toBe(first)
    expect(ask()).toBe(first)
  })

  it('is made anew for another title, another language or other rules', () => {
    const context = newContext()
    const of = { context, from: text('We keep data.'), language: 'en', to: text('We keep it.') }
    const first = judgedRedline(of)

    expect(judgedRedline({ ...of, to: text('We keep it.', 'Privacy') })).not.toBe(first)
    expect(judgedRedline({ ...of, language: 'de' })).not.toBe(first)
    expect(judgedRedline({ ...of, from: undefined })).not.toBe(first)
    expect(judgedRedline({ ...of, context: newContext() })).not.toBe(first)
  })

  it('is kept for every language that there is, and for few texts besides', () => {
    const context = newContext()
    const languages = Array.from({ length: 40 }, (_, index) => `l${index}`)
    const ask = (language: string, words = 'We keep it.') =>
      judgedRedline({ context, from: text('We keep data.'), language, to: text(words) })
    const first = languages.map((language) => ask(language))

    expect(languages.map((language) => ask(language)).every((each, at) => each === first[at])).toBe(
      true,
    )
    for (let index = 0; index < 60; index += 1) {
      ask('l0', `We keep it for ${index} days.`)
    }
    expect(ask('l1')).not.toBe(first[1])
  })
})
