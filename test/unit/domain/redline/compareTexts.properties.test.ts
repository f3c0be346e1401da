import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Redline, RedlineBlock, Segment } from '../../../../src/domain/redline/redline.js'

import { textBlocksOf } from '../../../../src/domain/redline/reading/textBlocks.js'
import {
  blocksIn,
  compare,
  heading,
  list,
  type Node,
  state,
  table,
  textAfter,
  textBefore,
} from './states.js'

/** Few words, so that texts repeat them and have to be told apart by their order. */
const word = fc.oneof(
  fc.constantFrom('we', 'you', 'data', 'share', 'not', 'collect', 'the', 'and', 'or', 'may', '30'),
  fc.constantFrom('1.', '(a)', '2.1', 'don’t', '"sell"', '—', '–', ',', '.', ';', ':', '…'),
  fc.constantFrom('a@b.org', 'https://b.org/x', '5 May 2021', '個人情報', 'third-party', '\u00ad'),
)
const words = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(' '))
const anything = fc.oneof(
  { arbitrary: words, weight: 6 },
  { arbitrary: fc.string({ maxLength: 30, unit: 'binary' }), weight: 1 },
)
const block: fc.Arbitrary<Node | string> = fc.oneof(
  { arbitrary: anything, weight: 5 },
  { arbitrary: words.map((title) => heading(title)), weight: 2 },
  { arbitrary: fc.array(anything, { maxLength: 4 }).map((items) => list(items)), weight: 2 },
  { arbitrary: fc.tuple(words, words).map((cells) => table(cells)), weight: 1 },
)
const text = fc.array(block, { maxLength: 8 })

/** Two texts with much in common. */
const editions = text.chain((blocks) =>
  fc.tuple(
    fc.constant(blocks),
    fc.oneof(
      text,
      fc.tuple(fc.shuffledSubarray(blocks), text).map(([kept, added]) => [...kept, ...added]),
      fc
        .tuple(fc.nat(), block)
        .map(([place, added]) => blocks.toSpliced(place % (blocks.length + 1), 0, added)),
    ),
  ),
)

const plainText = (blocks: readonly (Node | string)[]): string =>
  textBlocksOf(state(blocks))
    .map((one) => one.text)
    .join('\n\n')

/** Puts one side of a redline together again. */
const sideOf = (
  redline: Redline,
  side: { place: 'after' | 'before'; textOf: (segments: readonly Segment[]) => string },
): string =>
  blocksIn(redline)
    .filter(({ [side.place]: place }) => place !== null)
    .sort((one, other) => one[side.place]! - other[side.place]!)
    .map(({ segments }) => side.textOf(segments))
    .join('\n\n')

/** What a block says of its change, seen from the other direction. */
const turned = (blocks: readonly RedlineBlock[]) =>
  blocks
    .filter(({ status }) => status !== 'moved_away')
    .map(({ after, before, kind, segments }) => ({
      after: before,
      before: after,
      kind,
      segments: sorted(
        segments.map((segment) => ({
          ...segment,
          op: segment.op === 'insert' ? 'delete' : segment.op === 'delete' ? 'insert' : 'equal',
        })),
      ),
    }))
const straight = (blocks: readonly RedlineBlock[]) =>
  blocks
    .filter(({ status }) => status !== 'moved_away')
    .map(({ after, before, kind, segments }) => ({
      after,
      before,
      kind,
      segments: sorted(segments),
    }))
const sorted = (segments: readonly object[]): string[] =>
  segments.map((segment) => JSON.stringify(Object.entries(segment).sort())).sort()
const byPlace = (
  one: { after: null | number; before: null | number },
  other: { after: null | number; before: null | number },
): number => (one.before ?? -1) - (other.before ?? -1) || (one.after ?? -1) - (other.after ?? -1)

describe('any two texts', () => {
  it('are given back exactly by the segments', () => {
    fc.assert(
      fc.property(editions, ([from, to]) => {
        const redline = compare(from, to)

        expect(sideOf(redline, { place: 'before', textOf: textBefore })).toBe(plainText(from))
        expect(sideOf(redline, { place: 'after', textOf: textAfter })).toBe(plainText(to))
      }),
      { numRuns: 300 },
    )
  })

  it('compare the same in both directions, with insertions and deletions swapped', () => {
    fc.assert(
      fc.property(editions, ([from, to]) => {
        const there = compare(from, to)
        const back = compare(to, from)

        expect(back.counts).toEqual({
          ...there.counts,
          wordsDeleted: there.counts.wordsInserted,
          wordsInserted: there.counts.wordsDeleted,
        })
        expect(straight(blocksIn(back)).sort(byPlace)).toEqual(
          turned(blocksIn(there)).sort(byPlace),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('are counted as their blocks say', () => {
    fc.assert(
      fc.property(editions, ([from, to]) => {
        const redline = compare(from, to)
        const blocks = blocksIn(redline)
        const changes = (kind: string) => blocks.filter((one) => one.kind === kind)

        expect(redline.counts.substantial).toBe(
          new Set(changes('substantial').map(({ change }) => change)).size,
        )
        expect(blocks.map(({ id }) => id)).toEqual(blocks.map((_, index) => index + 1))
        for (const { kind, segments } of changes('cosmetic')) {
          expect([kind, segments.some((one) => 'kind' in one && one.kind !== kind)]).toEqual([
            'cosmetic',
            false,
          ])
        }
        for (const one of blocks.filter(({ moved }) => moved !== null)) {
          expect(blocks[one.moved!.block - 1]?.moved?.block).toBe(one.id)
        }
        expect(JSON.parse(JSON.stringify(redline))).toEqual(redline)
      }),
    )
  })
})

describe('one text', () => {
  it('has no changes against itself', () => {
    fc.assert(
      fc.property(text, (blocks) => {
        const { callOuts, counts, sections } = compare(blocks, blocks)

        expect(counts).toEqual({
          cosmetic: 0,
          moved: 0,
          substantial: 0,
          wordsDeleted: 0,
          wordsInserted: 0,
        })
        expect(callOuts).toEqual([])
        expect(sections.every(({ status }) => status === 'unchanged')).toBe(true)
      }),
    )
  })
})

/** Sentences of real words, each block with one of its own. */
const sentence = fc
  .array(fc.constantFrom('we', 'you', 'share', 'collect', 'data', 'with', 'partners', 'days'), {
    maxLength: 14,
    minLength: 4,
  })
  .map((parts) => parts.join(' '))
const article = fc
  .array(sentence, { maxLength: 10, minLength: 2 })
  .map((sentences) => sentences.map((one, index) => `Point${'abcdefghij'[index]} says: ${one}.`))

describe('what changes no word', () => {
  const mutations: Record<string, (text: string) => Node | string> = {
    'a heading': (one) => heading(one),
    'bold type': (one) => ({
      children: [{ format: 1, text: one, type: 'text' }],
      type: 'paragraph',
    }),
    bullets: (one) => `• ${one}`,
    colons: (one) => one.replace(/\.$/u, ':'),
    'invisible hyphens': (one) => one.replaceAll('oi', 'o\u00adi'),
    items: (one) => list([one]),
    letters: (one) => `(b) ${one}`,
    'no full stops': (one) => one.replace(/\.$/u, ''),
    'no-break spaces': (one) => one.replaceAll(' ', '\u00a0'),
    numbers: (one) => `2.3. ${one}`,
    'wide spaces': (one) => one.replaceAll(' ', '   '),
  }

  it.each(Object.keys(mutations))('is cosmetic: %s', (name) => {
    fc.assert(
      fc.property(article, fc.infiniteStream(fc.boolean()), (sentences, chosen) => {
        const changed = sentences.map((one) => (chosen.next().value ? mutations[name]!(one) : one))
        const { counts } = compare(sentences, changed)

        expect(counts).toMatchObject({ moved: 0, substantial: 0, wordsDeleted: 0 })
        expect(compare(changed, sentences).counts.substantial).toBe(0)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a block that moves', () => {
  it('is moved, and nothing is substantial', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), (sentences, from, to) => {
        const [block = ''] = sentences.slice(from % sentences.length)
        const rest = sentences.filter((one) => one !== block)
        const target = to % (rest.length + 1)
        const { counts } = compare(sentences, rest.toSpliced(target, 0, block))
        const isMoved = target !== from % sentences.length

        expect(counts).toMatchObject({ cosmetic: 0, moved: isMoved ? 1 : 0, substantial: 0 })
      }),
    )
  })

  it('is moved between sections as well', () => {
    fc.assert(
      fc.property(article, article, fc.nat(), (first, second, from) => {
        const block = first[from % first.length]!
        const moving = `Zebra ${block}`
        const sections = (a: string[], b: string[]) => [
          heading('First'),
          ...a,
          heading('Second'),
          ...b,
        ]
        const others = second.map((one) => `Other ${one}`)
        const { counts } = compare(
          sections([...first, moving], [...others, 'Last words']),
          sections(first, [...others, moving, 'Last words']),
        )

        expect(counts).toMatchObject({ moved: 1, substantial: 0 })
      }),
    )
  })
})
