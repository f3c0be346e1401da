import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sentenceTokens } from '../../../../src/domain/materiality/sentenceTokens.js'

const amountsIn = (sentence: string): string[] =>
  sentenceTokens(sentence).flatMap(({ details: { money }, start }) =>
    money === undefined ? [] : [sentence.slice(start, money)],
  )

describe('an amount of money', () => {
  it.each([
    ['It costs $1,234.50 a year.', ['$1,234.50']],
    ['It costs 1.234,50 € a year.', ['1.234,50 €']],
    ['It costs 12 euros, not 15 Eur.', ['12 euros', '15 Eur']],
    ['We keep 12 eurozone lists.', []],
  ])('is found: %s', (sentence, amounts) => {
    expect(amountsIn(sentence)).toEqual(amounts)
  })

  it('is found whole, however it is grouped', () => {
    const group = fc.stringMatching(/^[0-9]{1,5}$/u)

    fc.assert(
      fc.property(
        fc.array(group, { maxLength: 6, minLength: 1 }),
        fc.constantFrom(' USD', '€', ' dollars'),
        (groups, currency) => {
          const amount = `${groups.join(',')}${currency}`
          expect(amountsIn(`It costs ${amount}.`)).toEqual([amount])
        },
      ),
    )
  })

  it.each(['1', '1,', '1.', '12,345.'])(
    'is not looked for in every part of %j and so on',
    (part) => {
      expect(amountsIn(`${part.repeat(400_000 / part.length)}x`)).toEqual([])
    },
  )
})
