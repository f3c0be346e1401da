import type { PreparedBlock } from '../reading/preparedBlock.js'

import { inOrder } from './inOrder.js'
import { emptyPairing, join, type Pairing, pairsOf, part } from './pairing.js'
import { pairSame } from './pairSame.js'
import { leastToMove, pairSimilar } from './pairSimilar.js'
import { sectionPartners } from './sectionPartners.js'
import { similarity, type Weights, weightsOf } from './similarity.js'
import { withNeighbours } from './withNeighbours.js'

/** Blocks in a row, the last one left out. */
export type Span = { from: number; to: number }

/** Blocks of two texts that are the same, edited or not; several where they were split or joined. */
export type Match = { a: Span; b: Span; isMoved: boolean }

/** Finds which blocks of two texts belong together. */
export const matchBlocks = ({
  a,
  b,
}: {
  a: readonly PreparedBlock[]
  b: readonly PreparedBlock[]
}): Match[] => {
  const pairing = emptyPairing({ a, b })
  const weights = weightsOf([...a, ...b])

  pairSame(pairing)
  pairSimilar({ pairing, weights })
  pairHeadings(pairing)
  partUnlikely({ pairing, weights })

  const kept = new Set(inOrder(pairsOf(pairing)).map((pair) => pair.a))

  return withNeighbours({
    matches: pairsOf(pairing).map((pair) => ({
      a: { from: pair.a, to: pair.a + 1 },
      b: { from: pair.b, to: pair.b + 1 },
      isMoved: !kept.has(pair.a),
    })),
    pairing,
    weights,
  })
}

/** A section whose text stayed and whose heading did not was renamed. */
const pairHeadings = (pairing: Pairing): void => {
  const { ofA, ofB, partners } = sectionPartners(pairing)
  const headings = new Map<number, number>()

  pairing.b.forEach(({ block }, index) => {
    if (block.type === 'heading' && pairing.toA[index]! < 0) {
      headings.set(ofB[index]!, index)
    }
  })
  pairing.a.forEach(({ block }, a) => {
    const section = partners.get(ofA[a]!)
    const b =
      block.type === 'heading' && pairing.toB[a]! < 0 && section !== undefined
        ? headings.get(section)
        : undefined

    if (b !== undefined && pairing.toA[b]! < 0) {
      join({ a, b, pairing })
    }
  })
}

/** What changed its place and most of its words is not the same any more. */
const partUnlikely = ({ pairing, weights }: { pairing: Pairing; weights: Weights }): void => {
  const pairs = pairsOf(pairing)
  const kept = new Set(inOrder(pairs).map(({ a }) => a))

  for (const { a, b } of pairs) {
    const one = pairing.a[a]!
    const other = pairing.b[b]!

    if (
      !kept.has(a) &&
      one.key !== other.key &&
      similarity({ a: one.counts, b: other.counts, weights }) < leastToMove
    ) {
      part({ a, b, pairing })
    }
  }
}
