import type { PreparedBlock } from './preparedBlock.js'
import type { BlockType } from '../redline.js'
import type { Token } from './tokens.js'

/** Words that are compared as one: a block, or the blocks that it was split into. */
export type Passage = {
  conjunction: string
  isNumbered: boolean
  /** True where nothing is formatted, and no link says more than its words. */
  isPlain: boolean
  level: number
  listConjunction: string
  text: string
  tokens: readonly Token[]
  type: BlockType
}

/** Stands between two blocks, in a passage and in a text. */
export const blockSeparator = '\n\n'

/** Blocks in a row as one passage. There must be at least one. */
export const passageOf = (blocks: readonly PreparedBlock[]): Passage => {
  const { block, listConjunction } = blocks[0]!
  const tokens = tokensIn(blocks)

  return {
    conjunction: blocks.at(-1)!.frame.conjunction,
    isNumbered: block.list?.isNumbered ?? false,
    isPlain: tokens.every(({ format, url }) => format === 0 && url === null),
    level: block.level,
    listConjunction,
    text: textOf(blocks),
    tokens,
    type: block.type,
  }
}

const textOf = (blocks: readonly PreparedBlock[]): string =>
  blocks.map(({ block }) => block.text).join(blockSeparator)

const tokensIn = (blocks: readonly PreparedBlock[]): readonly Token[] => {
  const tokens: Token[] = []
  const length = textOf(blocks).length
  let start = 0

  if (blocks.length === 1) {
    return blocks[0]!.tokens
  }
  for (const { block, closing, tokens: own } of blocks) {
    // The full stop of a sentence stays when its paragraph is joined with the next.
    for (const token of start + block.text.length < length ? [...own, ...closing] : own) {
      tokens.push({ ...token, end: token.end + start, start: token.start + start })
    }
    start += block.text.length + blockSeparator.length
  }
  return tokens
}
