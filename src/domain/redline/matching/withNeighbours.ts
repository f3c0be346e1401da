import type { Match, Span } from './matchBlocks.js'
import type { Pairing } from './pairing.js'
import type { PreparedBlock } from '../reading/preparedBlock.js'

import { type Bag, shareIn, type Weights } from './similarity.js'

/**
 * Adds to each match the blocks beside it that were split off it or joined with it: those whose
 * words stand on the other side, and are still missing on their own.
 */
export const withNeighbours = ({
  matches,
  pairing: { a, b, toA, toB },
  weights,
}: {
  matches: readonly Match[]
  pairing: Pairing
  weights: Weights
}): Match[] => {
  const isFreeA = freely({ blocks: a, partners: toB })
  const isFreeB = freely({ blocks: b, partners: toA })

  return matches.map((match) => {
    const one = a[match.a.from]!
    const other = b[match.b.from]!

    if (one.key === other.key || one.block.type === 'heading') {
      return match
    }

    const spanB = extended({
      bag: one.counts,
      blocks: b,
      isFree: isFreeB,
      span: match.b,
      weights,
    })
    const spanA = extended({
      bag: bagOf({ blocks: b, span: spanB }),
      blocks: a,
      isFree: isFreeA,
      span: match.a,
      weights,
    })

    return { ...match, a: spanA, b: spanB }
  })
}

/** Tells whether a block can be taken into a match, and takes it. */
type Taking = { can: (index: number) => boolean; take: (index: number) => void }

const freely = ({
  blocks,
  partners,
}: {
  blocks: readonly PreparedBlock[]
  partners: Int32Array
}): Taking => {
  const taken = new Set<number>()

  return {
    can: (index) =>
      partners[index] === -1 && !taken.has(index) && blocks[index]!.block.type !== 'heading',
    take: (index) => taken.add(index),
  }
}

/** How much of a block must stand on the other side for it to have been split off there. */
const leastShare = 0.7

const extended = ({
  bag,
  blocks,
  isFree,
  span,
  weights,
}: {
  bag: Bag
  blocks: readonly PreparedBlock[]
  isFree: Taking
  span: Span
  weights: Weights
}): Span => {
  let { from, to } = span
  const missing = new Map(bag)

  takeOut({ bag: missing, taken: bagOf({ blocks, span }) })

  const takes = (index: number): boolean => {
    if (
      !isFree.can(index) ||
      shareIn({ bag: blocks[index]!.counts, other: missing, weights }) < leastShare
    ) {
      return false
    }
    isFree.take(index)
    takeOut({ bag: missing, taken: blocks[index]!.counts })
    return true
  }

  while (takes(to)) {
    to += 1
  }
  while (takes(from - 1)) {
    from -= 1
  }
  return { from, to }
}

const bagOf = ({
  blocks,
  span: { from, to },
}: {
  blocks: readonly PreparedBlock[]
  span: Span
}): Bag => {
  const bag = new Map<number, number>()

  for (const { counts } of blocks.slice(from, to)) {
    for (const [word, count] of counts) {
      bag.set(word, (bag.get(word) ?? 0) + count)
    }
  }
  return bag
}

/** In place: a copy for each of thousands of blocks would cost their square. */
const takeOut = ({ bag, taken }: { bag: Map<number, number>; taken: Bag }): void => {
  for (const [word, count] of taken) {
    const left = (bag.get(word) ?? 0) - count

    if (left > 0) {
      bag.set(word, left)
    } else {
      bag.delete(word)
    }
  }
}
