import type { Run } from './diffTokens.js'
import type { Token } from '../reading/tokens.js'

/**
 * Makes shared runs readable: a stray word between two replacements is replaced along with them,
 * passages with next to nothing in common are replaced as a whole, and what was inserted or deleted
 * starts where a sentence or clause does, as far as the words allow.
 */
export const readableRuns = ({
  a,
  b,
  runs,
}: {
  a: readonly Token[]
  b: readonly Token[]
  runs: Run[]
}): Run[] => {
  const words = { a: wordsUpTo(a), b: wordsUpTo(b) }
  const kept = withoutStrays({ a, b, runs, words })
  const shared = kept.reduce(
    (sum, run) => sum + wordsBetween(words.a, run.a, run.a + run.length),
    0,
  )
  const total = Math.max(words.a.at(-1)!, words.b.at(-1)!)

  return shared < total * leastShared ? [] : withCleanEdges({ a, b, runs: kept })
}

/** The share of words below which two passages are not shown as one that was edited. */
const leastShared = 0.15

/** More words in a row are worth showing as what they are. */
const mostStrayWords = 3

type Words = { a: Int32Array; b: Int32Array }

/** How many words stand before each place. */
const wordsUpTo = (tokens: readonly Token[]): Int32Array => {
  const counts = new Int32Array(tokens.length + 1)

  tokens.forEach(({ word }, index) => {
    counts[index + 1] = counts[index]! + (word.isWord ? 1 : 0)
  })
  return counts
}

const wordsBetween = (counts: Int32Array, from: number, to: number): number =>
  counts[to]! - counts[from]!

const withoutStrays = ({
  a,
  b,
  runs,
  words,
}: {
  a: readonly Token[]
  b: readonly Token[]
  runs: Run[]
  words: Words
}): Run[] => {
  const end: Run = { a: a.length, b: b.length, length: 0 }
  let kept = runs

  // Where a stray word goes, its neighbour may be the next one.
  for (let round = 0; round < 4; round += 1) {
    const before: Run[] = []

    kept.forEach((run, index) => {
      const isLong = wordsBetween(words.a, run.a, run.a + run.length) > mostStrayWords
      const place = { from: before.at(-1), run, to: kept[index + 1] ?? end }

      if (isLong || !isStray({ ...place, a, words })) {
        before.push(run)
      }
    })
    if (before.length === kept.length) {
      break
    }
    kept = before
  }
  return kept
}

type Gap = { deleted: number; inserted: number; isEmpty: boolean }

const gapSize = ({ from, to, words }: { from: Run | undefined; to: Run; words: Words }): Gap => {
  const a = from ? from.a + from.length : 0
  const b = from ? from.b + from.length : 0

  return {
    deleted: wordsBetween(words.a, a, to.a),
    inserted: wordsBetween(words.b, b, to.b),
    isEmpty: a === to.a && b === to.b,
  }
}

const isStray = ({
  a,
  from,
  run,
  to,
  words,
}: {
  a: readonly Token[]
  from: Run | undefined
  run: Run
  to: Run
  words: Words
}): boolean => {
  const left = gapSize({ from, to: run, words })
  const right = gapSize({ from: run, to, words })
  const size = wordsBetween(words.a, run.a, run.a + run.length)
  // Between two insertions, or two deletions, nothing is gained by replacing what stayed.
  const replaces = left.deleted + right.deleted > 0 && left.inserted + right.inserted > 0
  const isSmall =
    size === 0 ||
    size < Math.min(largest(left), largest(right)) ||
    (size * 2 <= largest(left) + largest(right) && isWeak(a.slice(run.a, run.a + run.length)))

  return !left.isEmpty && !right.isEmpty && replaces && isSmall
}

/** Words such as "of the" hold no sentence together. */
const isWeak = (tokens: readonly Token[]): boolean =>
  tokens.every(({ word: { form, isWord } }) => !isWord || /^\p{Script=Latin}{1,3}$/u.test(form))

const largest = ({ deleted, inserted }: Gap): number => Math.max(deleted, inserted)

/** Slides what was inserted or deleted along equal tokens, to where it starts a sentence or clause. */
const withCleanEdges = ({
  a,
  b,
  runs,
}: {
  a: readonly Token[]
  b: readonly Token[]
  runs: readonly Run[]
}): Run[] => {
  const result = runs.map((run) => ({ ...run }))

  result.forEach((run, index) => {
    const next = result[index + 1]

    if (next !== undefined) {
      const endA = run.a + run.length
      const endB = run.b + run.length
      const isInsertion = endA === next.a
      const tokens = isInsertion ? b : endB === next.b ? a : undefined

      if (tokens !== undefined) {
        const start = isInsertion ? endB : endA
        const end = isInsertion ? next.b : next.a
        // A run in the middle stays, or the changes on both sides of it would become one.
        const most = run.a === 0 && run.b === 0 ? run.length : run.length - 1
        const shift = bestShift({ end, most, start, tokens })

        run.length -= shift
        next.a -= shift
        next.b -= shift
        next.length += shift
      }
    }
  })
  return result.filter(({ length }) => length > 0)
}

/** How many tokens to the left an insertion or deletion starts best. */
const bestShift = ({
  end,
  most,
  start,
  tokens,
}: {
  end: number
  most: number
  start: number
  tokens: readonly Token[]
}): number => {
  let best = { shift: 0, value: edgeValue({ start, tokens }) }

  for (
    let shift = 1;
    shift <= Math.min(most, longestShift) &&
    tokens[start - shift]!.word.id === tokens[end - shift]!.word.id;
    shift += 1
  ) {
    const value = edgeValue({ start: start - shift, tokens })

    if (value > best.value) {
      best = { shift, value }
    }
  }
  return best.shift
}

/** Nobody looks for the start of a sentence further away. */
const longestShift = 50

const edgeValue = ({ start, tokens }: { start: number; tokens: readonly Token[] }): number => {
  const before = tokens[start - 1]?.word.form ?? '.'

  return /^[.!?。！？]/u.test(before)
    ? 3
    : /^[;:；：]$/u.test(before)
      ? 2
      : /^[,、，(]$/u.test(before)
        ? 1
        : 0
}
