import type { PreparedBlock } from '../reading/preparedBlock.js'

/** Words by number, with how often each stands somewhere. */
export type Bag = ReadonlyMap<number, number>

/** How much words tell about where they stand. */
export type Weights = {
  /** Of bags that were weighed before. */
  bags: WeakMap<Bag, number>
  /** By the number of the word. */
  words: readonly number[]
}

/** Words that few blocks have tell more than those that stand everywhere. */
export const weightsOf = (blocks: readonly PreparedBlock[]): Weights => {
  const spread: number[] = []

  for (const { counts } of blocks) {
    for (const word of counts.keys()) {
      while (spread.length <= word) {
        spread.push(0)
      }
      spread[word]! += 1
    }
  }
  return {
    bags: new WeakMap(),
    words: spread.map((count) => 1 / Math.sqrt(Math.max(1, count))),
  }
}

/** How much two bags have in common: from 0 for nothing to 1 for the same words as often. */
export const similarity = ({ a, b, weights }: { a: Bag; b: Bag; weights: Weights }): number => {
  const total = weightOf({ bag: a, weights }) + weightOf({ bag: b, weights })

  return total === 0 ? 0 : (2 * sharedWeight({ a, b, weights })) / total
}

/** The share of a bag that another one has too. The bag itself must not change any more. */
export const shareIn = ({
  bag,
  other,
  weights,
}: {
  bag: Bag
  other: Bag
  weights: Weights
}): number => {
  const total = weightOf({ bag, weights })

  return total === 0 ? 0 : sharedWeight({ a: bag, b: other, weights }) / total
}

const weightOf = ({ bag, weights }: { bag: Bag; weights: Weights }): number => {
  const known = weights.bags.get(bag)

  if (known !== undefined) {
    return known
  }

  let weight = 0

  for (const [word, count] of bag) {
    weight += weights.words[word]! * count
  }
  weights.bags.set(bag, weight)
  return weight
}

const sharedWeight = ({ a, b, weights }: { a: Bag; b: Bag; weights: Weights }): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let weight = 0

  for (const [word, count] of small) {
    const other = large.get(word)

    if (other !== undefined) {
      weight += weights.words[word]! * Math.min(count, other)
    }
  }
  return weight
}
