import { type Block, wordsOf } from './blocks.js'

/** Where a block of a changed text belongs: in the place of one of the old blocks, or before it. */
export type Paired = { inBase: { index: number; isPaired: boolean }; inSide: number }

type Runs = { base: readonly Block[]; side: readonly Block[] }

/**
 * Pairs the blocks of two runs in their order, as many as there can be, and of those ways the one in
 * which the pairs have the most words in common. Of very long runs, blocks in the same place are paired.
 */
export const pairRun = ({ base, side }: Runs): Paired[] =>
  base.length * side.length > mostPairs ? pairByPlace({ base, side }) : pairByWords({ base, side })

/** Beyond that many pairs to look at, only the places of blocks are. */
const mostPairs = 60_000

const pairByPlace = ({ base, side }: Runs): Paired[] =>
  side.map((_, inSide) => ({
    inBase: { index: Math.min(inSide, base.length), isPaired: inSide < base.length },
    inSide,
  }))

const pairByWords = ({ base, side }: Runs): Paired[] => {
  const worth = worthOf({ base, side })
  /** The most that can be had of what follows two places. */
  const best = Array.from({ length: base.length + 1 }, () =>
    Array.from({ length: side.length + 1 }, () => 0),
  )

  for (let i = base.length - 1; i >= 0; i -= 1) {
    for (let j = side.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(worth(i, j) + best[i + 1]![j + 1]!, best[i + 1]![j]!, best[i]![j + 1]!)
    }
  }

  const isPair = (one: number, other: number): boolean =>
    best[one]![other] === worth(one, other) + best[one + 1]![other + 1]!
  const pairs: Paired[] = []
  let i = 0

  for (let j = 0; j < side.length; j += 1) {
    while (i < base.length && best[i]![j] === best[i + 1]![j] && !isPair(i, j)) {
      i += 1
    }
    const isPaired = i < base.length && isPair(i, j)
    pairs.push({ inBase: { index: i, isPaired }, inSide: j })
    i += isPaired ? 1 : 0
  }
  return pairs
}

/** Any pair is worth something, so that what has no words in common is paired all the same. */
const anyPair = 0.01

const worthOf = ({ base, side }: Runs): ((i: number, j: number) => number) => {
  const words = { base: base.map(wordsOf), side: side.map(wordsOf) }

  return (i, j) => anyPair + shared(words.base[i]!, words.side[j]!)
}

/** From 0, no word in common, to 1. */
const shared = (one: Set<string>, other: Set<string>): number => {
  const both = [...one].filter((word) => other.has(word)).length

  return one.size + other.size === 0 ? 1 : (2 * both) / (one.size + other.size)
}
