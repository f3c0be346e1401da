import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { materialitySigns } from '../../../../src/domain/materiality/materialitySigns.js'
import { sentencesToJudge } from '../../../../src/domain/materiality/sentencesToJudge.js'
import { compare } from '../redline/states.js'

const plain = ['books', 'window', 'green', 'garden', 'reading', 'morning', 'table', 'often']
const telling = ['share', 'retention', 'fees', 'liable', 'children', 'sell', 'refunds']
const words = (from: readonly string[]) =>
  fc.array(fc.constantFrom(...from), { maxLength: 12, minLength: 3 })
const sentence = words([...plain, ...telling])
const judge = (before: readonly string[], after: readonly string[]) =>
  materialitySigns({
    changedSentences: [{ after: [...after], before: [...before], section: null }],
    language: 'en',
  })
const topicsOf = (signs: readonly { topic: string }[]) =>
  [...new Set(signs.map(({ topic }) => topic))].sort()

describe('signs of materiality', () => {
  it('there are none where only case, punctuation and layout changed', () => {
    const marks = fc.array(fc.constantFrom(' ', ', ', ' – ', '  ', '; ', ' “', '” '), {
      maxLength: 12,
      minLength: 12,
    })

    fc.assert(
      fc.property(sentence, marks, fc.array(fc.boolean(), { minLength: 12 }), (said, gaps, up) => {
        const written = said
          .map((word, index) => (up[index] ? word.toUpperCase() : word) + (gaps[index] ?? ''))
          .join('')

        expect(judge([`${said.join(' ')}.`], [written])).toEqual([])
      }),
    )
  })

  it('there is one for every telling word that came or went, and it names the sentence', () => {
    fc.assert(
      fc.property(words(plain), fc.constantFrom(...telling), fc.nat(), (said, word, at) => {
        const place = at % said.length
        const before = said.join(' ')
        const after = [...said.slice(0, place), word, ...said.slice(place)].join(' ')

        for (const [one, other] of [
          [before, after],
          [after, before],
        ] as const) {
          const signs = judge([one], [other])
          expect(signs.length).toBeGreaterThan(0)
          expect(signs.every(({ why }) => why.words.includes(word))).toBe(true)
          expect(signs[0]!.sentence).toEqual({ after: other, before: one })
        }
      }),
    )
  })

  it('there are none in words that are no topic’s', () => {
    fc.assert(
      fc.property(words(plain), words(plain), (before, after) => {
        expect(judge([before.join(' ')], [after.join(' ')])).toEqual([])
      }),
    )
  })

  it('the same topics are touched there and back', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 4 }),
        fc.array(sentence, { maxLength: 4 }),
        (one, other) => {
          const [before, after] = [one, other].map((all) => all.map((said) => said.join(' ')))

          expect(topicsOf(judge(before!, after!))).toEqual(topicsOf(judge(after!, before!)))
        },
      ),
    )
  })

  it('each stands in a block of the redline that changed', () => {
    const text = fc.array(
      sentence.map((said) => `${said.join(' ')}.`),
      { maxLength: 6 },
    )

    fc.assert(
      fc.property(text, text, (before, after) => {
        const redline = compare(before, after)
        const changed = redline.sections.flatMap(({ blocks }) =>
          blocks.filter(({ kind }) => kind === 'substantial').map(({ id }) => id),
        )

        for (const { block } of materialitySigns({
          changedSentences: sentencesToJudge(redline),
          language: 'en',
        })) {
          expect(changed).toContain(block)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('any text is read, and a long one in good time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'de', 'fr', 'es', 'xx'),
        (said, language) => {
          expect(() =>
            materialitySigns({
              changedSentences: [{ after: [said], before: [], section: said }],
              language,
            }),
          ).not.toThrow()
        },
      ),
    )

    // Minutes, if a pattern went back over the sentence again and again: the test would run out of time.
    expect(judge([], [`${'we share data with partners '.repeat(10_000)}.`])).not.toEqual([])
  })
})
