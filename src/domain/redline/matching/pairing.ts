import type { PreparedBlock } from '../reading/preparedBlock.js'

import { inOrder, type Pair } from './inOrder.js'

/** Which block of one text belongs to which of the other, as far as it is known. */
export type Pairing = {
  a: readonly PreparedBlock[]
  b: readonly PreparedBlock[]
  /** The partner in `a` of each block of `b`, -1 without one. */
  toA: Int32Array
  /** The partner in `b` of each block of `a`, -1 without one. */
  toB: Int32Array
}

/** A pairing of two texts in which nothing is paired yet. */
export const emptyPairing = ({ a, b }: Pick<Pairing, 'a' | 'b'>): Pairing => ({
  a,
  b,
  toA: new Int32Array(b.length).fill(-1),
  toB: new Int32Array(a.length).fill(-1),
})

/** Makes two blocks partners. */
export const join = ({ a, b, pairing }: { a: number; b: number; pairing: Pairing }): void => {
  pairing.toB[a] = b
  pairing.toA[b] = a
}

/** Takes two partners apart. */
export const part = ({ a, b, pairing }: { a: number; b: number; pairing: Pairing }): void => {
  pairing.toB[a] = -1
  pairing.toA[b] = -1
}

/** The pairs so far. */
export const pairsOf = ({ a, toB }: Pairing): Pair[] =>
  a.flatMap(({ words }, index) =>
    toB[index]! < 0 ? [] : [{ a: index, b: toB[index]!, weight: words.length + 1 }],
  )

/** The blocks without a partner on both sides, gap by gap: between two pairs that kept their order. */
export const gapsOf = (pairing: Pairing): { a: number[]; b: number[] }[] => {
  const gaps: { a: number[]; b: number[] }[] = []
  let fromA = 0
  let fromB = 0

  for (const { a, b } of [
    ...inOrder(pairsOf(pairing)),
    { a: pairing.a.length, b: pairing.b.length },
  ]) {
    gaps.push({
      a: freeBetween({ from: fromA, partners: pairing.toB, to: a }),
      b: freeBetween({ from: fromB, partners: pairing.toA, to: b }),
    })
    fromA = a + 1
    fromB = b + 1
  }
  return gaps
}

const freeBetween = ({
  from,
  partners,
  to,
}: {
  from: number
  partners: Int32Array
  to: number
}): number[] => {
  const free: number[] = []

  for (let index = from; index < to; index += 1) {
    if (partners[index]! < 0) {
      free.push(index)
    }
  }
  return free
}
