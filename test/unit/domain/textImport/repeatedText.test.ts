import { describe, expect, it } from 'vitest'

import { repeatedText } from '../../../../src/domain/textImport/repeatedText.js'
import { importText } from '../../../../src/domain/textImport/importText.js'
import { counts, imported } from './states.js'

/** A text of different sentences. */
const sentences = (count: number, about: string): string[] =>
  Array.from(
    { length: count },
    (_, index) => `Paragraph ${index} says of ${about} what clause ${index * 7} of the law wants.`,
  )

const policy = ['Privacy Policy', ...sentences(20, 'data')]

describe('a text that stands in a file several times', () => {
  it('is kept once: the copy that is whole, wherever it stands', () => {
    const half = policy.slice(0, 12)

    expect(repeatedText([...policy, ...policy])).toEqual({
      copies: 2,
      differences: 0,
      repetitions: [{ from: 21, to: 42 }],
    })
    expect(repeatedText([...half, ...policy, ...half])?.repetitions).toEqual([
      { from: 0, to: 12 },
      { from: 33, to: 45 },
    ])
  })

  it('is recognised in fragments, and in one line', () => {
    const fragments = policy.flatMap((line) => line.match(/.{1,11}/gu) ?? [])

    expect(repeatedText([...policy, ...fragments, policy.join('  ')])).toEqual({
      copies: 3,
      differences: 0,
      repetitions: [
        { from: 21, to: 21 + fragments.length },
        { from: 21 + fragments.length, to: 22 + fragments.length },
      ],
    })
  })

  it('is recognised where a few words differ, and it is told how often', () => {
    const edited = policy.map((line, index) => (index === 5 ? line.replace('wants', 'asks') : line))

    expect(repeatedText([...policy, ...edited])).toMatchObject({ copies: 2, differences: 1 })
  })

  it('keeps what only follows the copies', () => {
    const annex = sentences(3, 'cookies')

    expect(repeatedText([...policy, ...policy, ...annex])?.repetitions).toEqual([
      { from: 0, to: 21 },
    ])
    expect(repeatedText([...policy, ...annex, ...policy.slice(0, 15)])?.repetitions).toEqual([
      { from: 24, to: 39 },
    ])
  })

  it.each([
    ['a text of its own', [...policy, ...sentences(20, 'cookies')]],
    ['a clause that stands in two sections', [...policy, ...policy.slice(8, 14), 'End']],
    [
      'a short text twice',
      ['Privacy Policy', 'We keep no data.', 'Privacy Policy', 'We keep no data.'],
    ],
    ['nothing', []],
  ])('is not %s', (_, parts) => {
    expect(repeatedText(parts)).toBeUndefined()
  })

  it('is told of, with the choice to keep it all', () => {
    const text = [...policy, ...policy].join('\n\n')

    for (const format of ['text', 'markdown'] as const) {
      const once = imported(text, format)
      expect(once.repeated).toEqual({ copies: 2, isWholeKept: true })
      expect(counts(once)).toEqual({ repeated: 1 })
      expect(once.body.root.children).toHaveLength(21)

      const twice = importText({ format, isEveryCopyKept: true, text })
      expect(twice.repeated).toEqual({ copies: 2, isWholeKept: false })
      expect(twice.dropped).toEqual([])
      expect(twice.body.root.children).toHaveLength(42)
    }
  })
})
