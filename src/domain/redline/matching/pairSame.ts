import { diffArrays } from 'diff'

import type { PreparedBlock } from '../reading/preparedBlock.js'

import { gapsOf, join, type Pairing } from './pairing.js'

/**
 * Pairs the blocks that have the same words in both texts, wherever they stand: first those that
 * are the only ones of their kind, then their neighbours, then what is repeated, in its order.
 */
export const pairSame = (pairing: Pairing): void => {
  pairUnique(pairing)
  pairNeighbours(pairing)
  pairRepeated(pairing)
  pairDistant(pairing)
}

const pairUnique = (pairing: Pairing): void => {
  const places = uniquePlaces(pairing.b)

  for (const [key, a] of uniquePlaces(pairing.a)) {
    const b = places.get(key)

    if (a >= 0 && b !== undefined && b >= 0) {
      join({ a, b, pairing })
    }
  }
}

/** Where each key stands; -1 for one that stands in several places. */
const uniquePlaces = (blocks: readonly PreparedBlock[]): Map<string, number> => {
  const places = new Map<string, number>()

  blocks.forEach(({ key }, index) => places.set(key, places.has(key) ? -1 : index))
  return places
}

/** What is repeated belongs to what stands beside it; the start and the end of a text count too. */
const pairNeighbours = (pairing: Pairing): void => {
  const { a, b, toB } = pairing

  for (let index = -1; index < a.length; index += 1) {
    const partner = index < 0 ? -1 : toB[index]!

    if (index < 0 || partner >= 0) {
      joinSame({ a: index + 1, b: partner + 1, pairing })
    }
  }
  for (let index = a.length; index >= 0; index -= 1) {
    const partner = index === a.length ? b.length : toB[index]!

    if (partner >= 0) {
      joinSame({ a: index - 1, b: partner - 1, pairing })
    }
  }
}

const joinSame = ({ a, b, pairing }: { a: number; b: number; pairing: Pairing }): void => {
  if (pairing.toB[a] === -1 && pairing.toA[b] === -1 && pairing.a[a]?.key === pairing.b[b]?.key) {
    join({ a, b, pairing })
  }
}

/** Beyond that, thousands of repeated blocks are not worth their order. */
const mostEdits = 200

const pairRepeated = (pairing: Pairing): void => {
  for (const gap of gapsOf(pairing).filter(({ a, b }) => a.length > 0 && b.length > 0)) {
    const parts = diffArrays(
      gap.a.map((index) => pairing.a[index]!.key),
      gap.b.map((index) => pairing.b[index]!.key),
      { maxEditLength: mostEdits },
    )
    let fromA = 0
    let fromB = 0

    for (const { added, count, removed } of parts ?? []) {
      if (!added && !removed) {
        for (let step = 0; step < count; step += 1) {
          join({ a: gap.a[fromA + step]!, b: gap.b[fromB + step]!, pairing })
        }
      }
      fromA += added ? 0 : count
      fromB += removed ? 0 : count
    }
  }
}

/** A shorter block that stands in several places may as well be another one. */
const fewestWords = 4

const pairDistant = (pairing: Pairing): void => {
  const free = new Map<string, number[]>()

  for (let index = pairing.b.length - 1; index >= 0; index -= 1) {
    const { key, words } = pairing.b[index]!

    if (pairing.toA[index]! < 0 && words.length >= fewestWords) {
      const places = free.get(key)

      if (places === undefined) {
        free.set(key, [index])
      } else {
        places.push(index)
      }
    }
  }
  pairing.a.forEach(({ key }, a) => {
    const b = pairing.toB[a]! < 0 ? free.get(key)?.pop() : undefined

    if (b !== undefined) {
      join({ a, b, pairing })
    }
  })
}
