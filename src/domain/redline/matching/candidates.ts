import type { Weights } from './similarity.js'

import { gapsOf, type Pairing } from './pairing.js'

/** Two free blocks that may belong together. */
export type Candidate = { a: number; b: number }

/** Blocks that stand between the same neighbours, at about the same place. */
export const neighbourCandidates = (pairing: Pairing): Candidate[] =>
  gapsOf(pairing).flatMap((gap) =>
    gap.a.flatMap((a, place) => {
      // In a longer gap the places stretch along.
      const middle = Math.round((place * gap.b.length) / gap.a.length)

      return gap.b
        .slice(Math.max(0, middle - furthestInGap), middle + furthestInGap + 1)
        .map((b) => ({ a, b }))
    }),
  )

/** For each free block of `b` the free ones of `a` that share its rarer words, wherever they stand. */
export const likelyCandidates = ({
  pairing,
  weights,
}: {
  pairing: Pairing
  weights: Weights
}): Candidate[] => {
  const blocksOfWord = freeBlocksOfWord(pairing)

  return pairing.b.flatMap(({ counts }, b) => {
    const shared = new Map<number, number>()

    for (const word of pairing.toA[b]! < 0 ? counts.keys() : []) {
      const blocks = blocksOfWord.get(word) ?? []

      for (const block of blocks.length > mostBlocksOfWord ? [] : blocks) {
        shared.set(block, (shared.get(block) ?? 0) + weights.words[word]!)
      }
    }
    return [...shared]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, mostCandidates)
      .map(([a]) => ({ a, b }))
  })
}

/** How far from each other two blocks of a gap may stand, counted from its start. */
const furthestInGap = 4

/** A word that more blocks have tells too little to look at all of them. */
const mostBlocksOfWord = 16

/** How many of the blocks that share the most words are compared in full. */
const mostCandidates = 5

const freeBlocksOfWord = ({ a, toB }: Pairing): Map<number, number[]> => {
  const blocksOfWord = new Map<number, number[]>()

  a.forEach(({ counts }, index) => {
    for (const word of toB[index]! < 0 ? counts.keys() : []) {
      const blocks = blocksOfWord.get(word)

      if (blocks === undefined) {
        blocksOfWord.set(word, [index])
      } else if (blocks.length <= mostBlocksOfWord) {
        blocks.push(index)
      }
    }
  })
  return blocksOfWord
}
