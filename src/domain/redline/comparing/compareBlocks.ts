import type { Passage } from '../reading/passage.js'
import type { PreparedBlock } from '../reading/preparedBlock.js'
import type { Segment } from '../redline.js'

import { newBudget } from './budget.js'
import { comparePassages, type PassageChange } from './comparePassages.js'
import { type Match, matchBlocks } from '../matching/matchBlocks.js'
import { isSameName } from './isSameName.js'
import { passageOf } from '../reading/passage.js'

/** A text as it is compared: its title and its blocks. */
export type PreparedText = { blocks: readonly PreparedBlock[]; title: PreparedBlock }

/** Blocks that belong together, and what changed in them. */
export type ComparedMatch = Match & { change: PassageChange }

/** What became of the blocks that two texts share, and of their titles. */
export type Comparison = { matches: ComparedMatch[]; title: PassageChange }

/**
 * Compares two texts. From the new one to the old one it finds the very same, the other way round:
 * the search always runs from the text that sorts first, as its choices depend on the direction.
 */
export const compareBlocks = ({ a, b }: { a: PreparedText; b: PreparedText }): Comparison =>
  sortKey(a) <= sortKey(b) ? compared({ a, b }) : reversed(compared({ a: b, b: a }))

const sortKey = ({ blocks, title }: PreparedText): string =>
  [title, ...blocks].map(({ block }) => block.text).join('\n')

const compared = ({ a, b }: { a: PreparedText; b: PreparedText }): Comparison => {
  const budget = newBudget()
  const links = { a: hasLinks(a.blocks), b: hasLinks(b.blocks) }
  const titles = { a: titleIndex(a.blocks), b: titleIndex(b.blocks) }
  const compare = ({ areTitles, ...pair }: { a: Passage; areTitles: boolean; b: Passage }) =>
    comparePassages({
      ...pair,
      budget,
      context: {
        areSameName:
          areTitles &&
          pair.a.text !== pair.b.text &&
          isSameName({
            names: [nameOf(pair.a), nameOf(pair.b)],
            words: { a: wordsOf(a.blocks), b: wordsOf(b.blocks) },
          }),
        hasLinks: links,
      },
    })

  return {
    matches: matchBlocks({ a: a.blocks, b: b.blocks }).map((match) => ({
      ...match,
      change: compare({
        a: passageOf(a.blocks.slice(match.a.from, match.a.to)),
        areTitles: match.a.from === titles.a && match.b.from === titles.b,
        b: passageOf(b.blocks.slice(match.b.from, match.b.to)),
      }),
    })),
    title: compare({ a: passageOf([a.title]), areTitles: true, b: passageOf([b.title]) }),
  }
}

const nameOf = ({ tokens }: Passage): string =>
  tokens.map(({ word }) => word.form.toLowerCase()).join(' ')

const hasLinks = (blocks: readonly PreparedBlock[]): boolean =>
  blocks.some(
    ({ block, tokens }) =>
      block.runs.some(({ url }) => url !== null) || tokens.some(({ address }) => address === 'web'),
  )

const wordsOf = (blocks: readonly PreparedBlock[]): string =>
  blocks
    .filter(({ block }) => block.type !== 'heading')
    .flatMap(({ tokens }) => tokens.map(({ word }) => ` ${word.form.toLowerCase()}`))
    .concat(' ')
    .join('')

/** A heading of the first level in front of every other names the document; without headings its first line may. */
const titleIndex = (blocks: readonly PreparedBlock[]): number => {
  const index = blocks.findIndex(({ block }) => block.type === 'heading')

  return index < 0 ? 0 : blocks[index]!.block.level === 1 ? index : -1
}

const reversed = ({ matches, title }: Comparison): Comparison => ({
  matches: matches
    .map(({ a, b, change, isMoved }) => ({ a: b, b: a, change: reversedChange(change), isMoved }))
    .sort((one, other) => one.a.from - other.a.from),
  title: reversedChange(title),
})

const reversedChange = ({
  segments,
  wordsDeleted,
  wordsInserted,
  ...change
}: PassageChange): PassageChange => ({
  ...change,
  segments: deletionsFirst(segments.map(reversedSegment)),
  wordsDeleted: wordsInserted,
  wordsInserted: wordsDeleted,
})

const reversedSegment = (segment: Segment): Segment =>
  segment.op === 'equal'
    ? {
        ...segment,
        ...(segment.link && {
          link: { after: segment.link.before, before: segment.link.after },
        }),
      }
    : { ...segment, op: segment.op === 'delete' ? 'insert' : 'delete' }

const deletionsFirst = (segments: Segment[]): Segment[] => {
  const result = [...segments]

  for (let index = 0; index + 1 < result.length; index += 1) {
    const one = result[index]!
    const other = result[index + 1]!

    if (one.op === 'insert' && other.op === 'delete' && one.kind === other.kind) {
      result[index] = other
      result[index + 1] = one
      index += 1
    }
  }
  return result
}
