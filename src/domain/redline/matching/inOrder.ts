/** Two places that belong together, and how much depends on that. */
export type Pair = { a: number; b: number; weight: number }

/**
 * Of pairs, those that stand in the same order on both sides: the heaviest such set. The others
 * crossed them, which is to say that they moved.
 */
export const inOrder = <T extends Pair>(pairs: readonly T[]): T[] => {
  const sorted = [...pairs].sort((one, other) => one.a - other.a)
  const ranks = rankOf(sorted)
  // A tree of maxima: entry r covers the ranks from r - (r & -r) + 1 to r.
  const best: (Chain<T> | undefined)[] = []

  for (const pair of sorted) {
    const rank = ranks.get(pair.b)!
    const before = heaviestUpTo({ best, rank: rank - 1 })
    const chain = { before, pair, weight: (before?.weight ?? 0) + pair.weight }

    for (let at = rank; at <= ranks.size; at += at & -at) {
      if ((best[at]?.weight ?? -1) < chain.weight) {
        best[at] = chain
      }
    }
  }

  const result: T[] = []

  for (
    let chain = heaviestUpTo({ best, rank: ranks.size });
    chain !== undefined;
    chain = chain.before
  ) {
    result.push(chain.pair)
  }
  return result.reverse()
}

type Chain<T> = { before: Chain<T> | undefined; pair: T; weight: number }

const rankOf = (pairs: readonly Pair[]): Map<number, number> =>
  new Map(
    [...new Set(pairs.map(({ b }) => b))]
      .sort((one, other) => one - other)
      .map((b, index) => [b, index + 1]),
  )

const heaviestUpTo = <T>({
  best,
  rank,
}: {
  best: readonly (Chain<T> | undefined)[]
  rank: number
}): Chain<T> | undefined => {
  let heaviest: Chain<T> | undefined

  for (let at = rank; at > 0; at -= at & -at) {
    const chain = best[at]

    if (chain !== undefined && chain.weight > (heaviest?.weight ?? 0)) {
      heaviest = chain
    }
  }
  return heaviest
}
