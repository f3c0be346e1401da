import type { PreparedBlock } from '../reading/preparedBlock.js'

import { type Candidate, likelyCandidates, neighbourCandidates } from './candidates.js'
import { gapsOf, join, type Pairing } from './pairing.js'
import { sectionPartners } from './sectionPartners.js'
import { shareIn, similarity, type Weights } from './similarity.js'

/**
 * Pairs the blocks that were edited: those most alike first. Where two stand between the same
 * neighbours, or in sections that belong together, less likeness is enough.
 */
export const pairSimilar = ({ pairing, weights }: { pairing: Pairing; weights: Weights }): void => {
  const relations = relationsOf(pairing)
  const neighbours = scored({
    candidates: neighbourCandidates(pairing),
    pairing,
    relations,
    weights,
  })

  // What hardly changed and stayed in its place needs no search through the whole text.
  joinBest({ pairing, scored: neighbours.filter(({ likeness }) => likeness >= leastToMove) })

  const others = scored({
    candidates: likelyCandidates({ pairing, weights }),
    pairing,
    relations,
    weights,
  })

  joinBest({ pairing, scored: [...neighbours, ...others] })
}

/** How alike two blocks must be to be one that moved and was edited. */
export const leastToMove = 0.6

/** A few words are soon alike. */
const fewestWordsToMove = 6

type Scored = Candidate & { likeness: number; score: number }

const scored = ({
  candidates,
  pairing,
  relations,
  weights,
}: {
  candidates: readonly Candidate[]
  pairing: Pairing
  relations: (candidate: Candidate) => Relation
  weights: Weights
}): Scored[] =>
  candidates.flatMap(({ a, b }) => {
    const { bonus, isElsewhere, least } = relations({ a, b })
    const likeness = likenessOf({ isElsewhere, one: pairing.a[a]!, other: pairing.b[b]!, weights })
    const isLong =
      Math.min(pairing.a[a]!.words.length, pairing.b[b]!.words.length) >= fewestWordsToMove

    return likeness >= least && (isLong || !isElsewhere)
      ? [{ a, b, likeness, score: likeness + bonus }]
      : []
  })

const joinBest = ({
  pairing,
  scored: candidates,
}: {
  pairing: Pairing
  scored: readonly Scored[]
}): void => {
  const sorted = [...candidates].sort(
    (one, other) => other.score - one.score || one.a - other.a || one.b - other.b,
  )

  for (const { a, b } of sorted) {
    if (pairing.toB[a]! < 0 && pairing.toA[b]! < 0) {
      join({ a, b, pairing })
    }
  }
}

const likenessOf = ({
  isElsewhere,
  one,
  other,
  weights,
}: {
  isElsewhere: boolean
  one: PreparedBlock
  other: PreparedBlock
  weights: Weights
}): number => {
  if ((one.block.type === 'heading') !== (other.block.type === 'heading')) {
    return 0
  }

  const likeness = Math.max(
    similarity({ a: one.counts, b: other.counts, weights }),
    sharedEnds(one, other),
  )

  return isElsewhere ? likeness : Math.max(likeness, partLikeness({ one, other, weights }))
}

/** A sentence that was split off its paragraph has little of it, and still belongs to it. */
const partLikeness = ({
  one,
  other,
  weights,
}: {
  one: PreparedBlock
  other: PreparedBlock
  weights: Weights
}): number => {
  const [part, whole] = one.words.length < other.words.length ? [one, other] : [other, one]

  return part.words.length < fewestWordsOfPart
    ? 0
    : shareIn({ bag: part.counts, other: whole.counts, weights }) / 2
}

const fewestWordsOfPart = 4

/** The share of words that two blocks start and end with: "Last updated: 3 May 2021". */
const sharedEnds = ({ words: a }: PreparedBlock, { words: b }: PreparedBlock): number => {
  const most = Math.min(a.length, b.length)
  let start = 0
  let end = 0

  while (start < most && a[start] === b[start]) {
    start += 1
  }
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1
  }
  return (start + end) / Math.max(a.length, b.length, 1)
}

type Relation = { bonus: number; isElsewhere: boolean; least: number }

/** How near two free blocks stand to each other, and how alike they must be for that. */
const relationsOf = (pairing: Pairing): ((candidate: Candidate) => Relation) => {
  const gapOfA = new Map<number, number>()
  const gapOfB = new Map<number, number>()
  const lonely = new Set<number>()
  const { ofA, ofB, partners } = sectionPartners(pairing)

  gapsOf(pairing).forEach((gap, index) => {
    gap.a.forEach((a) => gapOfA.set(a, index))
    gap.b.forEach((b) => gapOfB.set(b, index))
    if (gap.a.length === 1 && gap.b.length === 1) {
      lonely.add(index)
    }
  })

  return ({ a, b }) => {
    const gap = gapOfA.get(a)

    if (gap !== undefined && gap === gapOfB.get(b)) {
      return { bonus: 0.3, isElsewhere: false, least: lonely.has(gap) ? 0.2 : 0.35 }
    }
    return partners.get(ofA[a]!) === ofB[b]
      ? { bonus: 0.2, isElsewhere: false, least: 0.45 }
      : { bonus: 0, isElsewhere: true, least: leastToMove }
  }
}
