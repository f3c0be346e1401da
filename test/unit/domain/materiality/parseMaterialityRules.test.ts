import { describe, expect, it } from 'vitest'

import { materialityTopics } from '../../../../src/domain/materiality/materialityRules.js'
import { parseMaterialityRules } from '../../../../src/domain/materiality/parseMaterialityRules.js'
import { builtInMaterialityRules } from '../../../../src/domain/materiality/rules/builtInMaterialityRules.js'

describe('the rules of a host', () => {
  it('are the built-in ones where there are none', () => {
    expect(parseMaterialityRules({})).toEqual(builtInMaterialityRules)
  })

  it('take the place of a topic, add one, turn one off, or a language', () => {
    const rules = parseMaterialityRules({
      de: false,
      en: { biometrics: ['face*'], fees: [], sale: ['swap*'] },
      it: { sale: ['vendere'] },
    })

    expect(Object.keys(rules).sort()).toEqual(['*', 'en', 'es', 'fr', 'it'])
    expect(rules.en).toMatchObject({ biometrics: ['face*'], fees: [], sale: ['swap*'] })
    expect(rules.en!.retention).toEqual(builtInMaterialityRules.en.retention)
    expect(rules.it).toEqual({ sale: ['vendere'] })
  })

  it.each([
    [null, 'materiality.rules` is null; allowed is an object of languages'],
    [['en'], 'allowed is an object of languages'],
    [{ german: {} }, 'is "german"; allowed is a language code'],
    [{ en: 'fee' }, 'materiality.rules.en` is "fee"; allowed is an object of topics'],
    [{ en: { 'my fees': [] } }, 'allowed is the name of a topic'],
    [{ en: { fees: 'fee' } }, 'materiality.rules.en.fees` is "fee"; allowed is a list of phrases'],
    [{ en: { fees: ['fee', 3] } }, 'materiality.rules.en.fees[1]` is 3; allowed is a phrase'],
    [{ en: { fees: [''] } }, '"" is not a word'],
    [{ en: { fees: ['fee  due'] } }, '"" is not a word'],
    [{ en: { fees: ['fee.'] } }, '"fee." is not a word'],
    [{ en: { fees: ['fe*'] } }, 'too short to be open; it takes 3 letters'],
    [{ en: { fees: ['… fee'] } }, 'stands between two words'],
    [{ en: { fees: ['{price}'] } }, 'there are'],
  ])('that cannot be read are refused with what is allowed: %j', (rules, words) => {
    expect(() => parseMaterialityRules(rules)).toThrow(words.replace('there are', '{money}'))
  })

  it('that are built in can be read, and know every topic in every language', () => {
    const { '*': everywhere, ...languages } = builtInMaterialityRules

    expect(() => parseMaterialityRules(builtInMaterialityRules)).not.toThrow()
    expect(Object.keys(everywhere).length).toBeGreaterThan(0)
    for (const topics of Object.values(languages)) {
      expect(Object.keys(topics).sort()).toEqual([...materialityTopics].sort())
    }
  })
})
