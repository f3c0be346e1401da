import { describe, expect, it } from 'vitest'

import { redlineHtml } from '../../../../src/domain/redline/redlineHtml.js'
import { blocksIn, compare, type Node, text } from './states.js'

const numbered = (count: number, letter: string): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`)

/** In an order that has nothing to do with the one before. */
const shuffled = <T>(items: readonly T[]): T[] =>
  items.map((_, index) => items[(index * 7_919) % items.length]!)

const nested = (depth: number): Node => {
  let node: Node = { children: [text('deep down')], type: 'paragraph' }

  for (let level = 0; level < depth; level += 1) {
    node = { children: [{ children: [node], type: 'listitem' }], listType: 'bullet', type: 'list' }
  }
  return node
}

/** Of the words, and a little for each block. */
const lengthOf = (blocks: readonly (Node | string)[]): number =>
  blocks.reduce((sum, one) => sum + (typeof one === 'string' ? one.length : 10) + 2, 0)

const long = 3_002

describe('what no editor writes', () => {
  it.each<[string, (Node | string)[], (Node | string)[]]>([
    ['one very long word', ['a'.repeat(500_000)], ['b'.repeat(500_000)]],
    ['a very long word with more in front', ['a'.repeat(300_000)], [`b${'a'.repeat(300_000)}`]],
    ['very many other words', [numbered(long, 'a').join(' ')], [numbered(long, 'b').join(' ')]],
    [
      'very many words in another order',
      [numbered(long, 'a').join(' ')],
      [shuffled(numbered(long, 'a')).join(' ')],
    ],
    ['very many blocks of other words', numbered(long, 'a'), numbered(long, 'b')],
    ['very many blocks in another order', numbered(long, 'a'), shuffled(numbered(long, 'a'))],
    [
      'very many equal blocks',
      Array<string>(long).fill('and so on'),
      Array<string>(long / 2).fill('and so on'),
    ],
    [
      'two blocks in turn',
      shuffled(numbered(long, 'a')).map((_, index) => (index % 2 ? 'we' : 'you')),
      shuffled(numbered(long, 'a')).map((_, index) => (index % 3 ? 'we' : 'you')),
    ],
    ['one block and its words as blocks', [numbered(long, 'a').join(' ')], numbered(long, 'a')],
    ['deep nesting', [nested(20_000)], ['deep down']],
    [
      'a very long text without blanks',
      ['個人情報を保護する'.repeat(5_000)],
      ['個人データを保護する'.repeat(5_000)],
    ],
    ['nothing but marks', ['.'.repeat(100_000)], ['"'.repeat(100_000)]],
    ['nothing but blanks between', [`a${' '.repeat(300_000)}b`], ['a b']],
    ['half addresses', ['@'.repeat(50_000)], ['a@'.repeat(50_000)]],
  ])('is compared all the same: %s', (_, from, to) => {
    const redline = compare(from, to)
    const blocks = blocksIn(redline)
    const input = lengthOf(from) + lengthOf(to)

    // Each block of either text once, and what moved twice; each character on each side once.
    expect(blocks.length).toBeLessThanOrEqual(2 * (from.length + to.length))
    expect(
      blocks.flatMap(({ segments }) => segments).reduce((sum, one) => sum + one.text.length, 0),
    ).toBeLessThanOrEqual(input)
    expect(redlineHtml({ redline }).length).toBeLessThan(20 * input + 400 * blocks.length + 10_000)
  })

  it('is replaced as a whole where the search for what stayed would take too long', () => {
    const from = numbered(long, 'a').join(' ')
    const to = shuffled(numbered(long, 'a')).join(' ')
    const segments = blocksIn(compare([from], [to])).flatMap((block) => block.segments)

    expect(segments.length).toBeLessThan(10)
  })
})

describe('a long text', () => {
  const paragraphs = Array.from({ length: 200 }, (_, index) =>
    Array.from({ length: 100 }, (__, place) => `word${(index * 131 + place * 17) % 3_000}`).join(
      ' ',
    ),
  )

  it('of 20,000 words is compared word by word', () => {
    const edited = paragraphs.map((one) => one.replace(/ word\d+ /u, ' never '))
    const redline = compare(paragraphs, edited)

    expect(redline.counts).toEqual({
      cosmetic: 0,
      moved: 0,
      substantial: 200,
      wordsDeleted: 200,
      wordsInserted: 200,
    })
  })

  it('of 20,000 words in one paragraph as well', () => {
    const one = paragraphs.join(' ')
    const edited = paragraphs.map((part) => part.replace(/ word\d+ /u, ' never ')).join(' ')

    expect(compare([one], [edited]).counts).toMatchObject({
      substantial: 1,
      wordsDeleted: 200,
      wordsInserted: 200,
    })
  })
})
