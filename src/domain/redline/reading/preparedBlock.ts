import type { TextBlock } from './textBlocks.js'
import type { Vocabulary } from './vocabulary.js'

import { type Frame, frameOf } from './frameOf.js'
import { type Token, tokensOf } from './tokens.js'

/** A block with what is compared of it. */
export type PreparedBlock = {
  block: TextBlock
  /** The marks and words behind the frame, which count where another block follows in its place. */
  closing: Token[]
  /** How often each word stands in it, by the number of its form in small letters. */
  counts: ReadonlyMap<number, number>
  frame: Frame
  /** The same for blocks of the same words, in capitals or not, with the same marks or not. */
  key: string
  /** "and" or "or" where the list that it belongs to has one. */
  listConjunction: string
  tokens: Token[]
  /** The number of each word in small letters, in their order. */
  words: readonly number[]
}

/** Gives blocks what they are compared by. The blocks of both texts take the same vocabulary. */
export const preparedBlocks = ({
  blocks,
  vocabulary,
}: {
  blocks: readonly TextBlock[]
  vocabulary: Vocabulary
}): PreparedBlock[] => withListConjunctions(blocks.map((block) => prepared({ block, vocabulary })))

const prepared = ({
  block,
  vocabulary,
}: {
  block: TextBlock
  vocabulary: Vocabulary
}): PreparedBlock => {
  const frame = frameOf(block)
  const { runs, text } = block
  const within = (start: number, end: number) => tokensOf({ end, runs, start, text, vocabulary })
  const tokens = within(frame.start, frame.end)
  const words = wordNumbers(tokens)
  const counts = new Map<number, number>()

  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return {
    block,
    closing: within(frame.end, text.length),
    counts,
    frame,
    key: words.join(' '),
    listConjunction: frame.conjunction,
    tokens,
    words,
  }
}

/** A block of marks alone is compared by them. */
const wordNumbers = (tokens: readonly Token[]): number[] => {
  const words = tokens.filter(({ word }) => word.isWord)

  return (words.length > 0 ? words : tokens).map(({ word }) => word.lower)
}

/** Most lists say "and" or "or" once, before the last item; it joins all of them. */
const withListConjunctions = (blocks: PreparedBlock[]): PreparedBlock[] => {
  let from = 0

  for (let to = 1; to <= blocks.length; to += 1) {
    if (to === blocks.length || !isSameList(blocks[to - 1]!, blocks[to]!)) {
      const items = blocks.slice(from, to)
      const last = items.findLast(({ frame }) => frame.conjunction !== '')

      items.forEach((item) => {
        item.listConjunction = last?.frame.conjunction ?? ''
      })
      from = to
    }
  }
  return blocks
}

const isSameList = (one: PreparedBlock, other: PreparedBlock): boolean =>
  one.block.list === null && other.block.list === null
    ? one.frame.start > 0 && other.frame.start > 0
    : one.block.list === other.block.list
