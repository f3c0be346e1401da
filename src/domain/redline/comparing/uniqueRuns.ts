import type { Run } from './diffTokens.js'

import { inOrder } from '../matching/inOrder.js'

/**
 * Three tokens in a row that stand once in each of two long passages, and in the same order: what
 * is between them can be compared piece by piece. Tokens are given by number.
 */
export const uniqueRuns = ({ a, b }: { a: readonly number[]; b: readonly number[] }): Run[] => {
  if (Math.min(a.length, b.length) < fewestTokens) {
    return []
  }

  const base = 1 + [...a, ...b].reduce((most, id) => Math.max(most, id), 0)
  const places = uniquePlaces({ base, tokens: b })
  const pairs = [...uniquePlaces({ base, tokens: a })].flatMap(([key, place]) => {
    const other = places.get(key) ?? -1

    return place >= 0 && other >= 0 && isSame({ a, b, other, place })
      ? [{ a: place, b: other, weight: 1 }]
      : []
  })
  const runs: Run[] = []

  for (const pair of inOrder(pairs)) {
    const last = runs.at(-1)
    const overlap = last
      ? Math.max(0, last.a + last.length - pair.a, last.b + last.length - pair.b)
      : 0

    if (overlap < length) {
      runs.push({ a: pair.a + overlap, b: pair.b + overlap, length: length - overlap })
    }
  }
  return runs
}

/** A shorter passage is searched whole, which finds the fewest edits. */
const fewestTokens = 150

const length = 3

/** Where each three tokens in a row stand; -1 for those that stand in several places. */
const uniquePlaces = ({
  base,
  tokens,
}: {
  base: number
  tokens: readonly number[]
}): Map<number, number> => {
  const places = new Map<number, number>()

  for (let index = 0; index + length <= tokens.length; index += 1) {
    const key = (tokens[index]! * base + tokens[index + 1]!) * base + tokens[index + 2]!

    places.set(key, places.has(key) ? -1 : index)
  }
  return places
}

/** With very many words two keys may coincide. */
const isSame = ({
  a,
  b,
  other,
  place,
}: {
  a: readonly number[]
  b: readonly number[]
  other: number
  place: number
}): boolean => [0, 1, 2].every((step) => a[place + step] === b[other + step])
