import { diffArrays } from 'diff'

import type { Budget } from './budget.js'
import type { Token } from '../reading/tokens.js'

import { readableRuns } from './readableRuns.js'
import { uniqueRuns } from './uniqueRuns.js'

/** Tokens in a row that stand in both texts. */
export type Run = { a: number; b: number; length: number }

/**
 * Finds the tokens that two passages share, as runs in their order; between the runs is what was
 * deleted and inserted. Where that is too much to be worth the search, it counts as replaced.
 */
export const diffTokens = ({
  a,
  b,
  budget,
}: {
  a: readonly Token[]
  b: readonly Token[]
  budget: Budget
}): Run[] => {
  const ids = { a: a.map(({ word }) => word.id), b: b.map(({ word }) => word.id) }
  const runs = withinEnds({
    ...ids,
    search: (middle) =>
      betweenRuns({
        ...middle,
        runs: uniqueRuns(middle),
        search: (gap) => withinEnds({ ...gap, search: (rest) => searched({ ...rest, budget }) }),
      }),
  })

  return readableRuns({ a, b, runs: connected(runs) })
}

type Sides = { a: readonly number[]; b: readonly number[] }

type Search = (sides: Sides) => Run[]

/** Takes off what both sides start and end with, and searches the rest. */
const withinEnds = ({ a, b, search }: Sides & { search: Search }): Run[] => {
  const start = commonStart({ a, b })
  const end = commonEnd({ a, b, start })
  const middle = { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end) }
  const found = middle.a.length > 0 && middle.b.length > 0 ? search(middle) : []

  return [
    { a: 0, b: 0, length: start },
    ...found.map((run) => ({ ...run, a: run.a + start, b: run.b + start })),
    { a: a.length - end, b: b.length - end, length: end },
  ]
}

/** Searches between runs that are known. */
const betweenRuns = ({ a, b, runs, search }: Sides & { runs: Run[]; search: Search }): Run[] => {
  const result: Run[] = []
  let fromA = 0
  let fromB = 0

  for (const run of [...runs, { a: a.length, b: b.length, length: 0 }]) {
    for (const found of search({ a: a.slice(fromA, run.a), b: b.slice(fromB, run.b) })) {
      result.push({ ...found, a: found.a + fromA, b: found.b + fromB })
    }
    result.push(run)
    fromA = run.a + run.length
    fromB = run.b + run.length
  }
  return result
}

/** What the shortest list of edits leaves, or nothing where the budget does not reach so far. */
const searched = ({ a, b, budget }: Sides & { budget: Budget }): Run[] => {
  const maxEditLength = budget.editLength()
  const parts = diffArrays([...a], [...b], { maxEditLength })
  const runs: Run[] = []
  let edits = 0
  let fromA = 0
  let fromB = 0

  for (const { added, count, removed } of parts ?? []) {
    if (added || removed) {
      edits += count
    } else {
      runs.push({ a: fromA, b: fromB, length: count })
    }
    fromA += added ? 0 : count
    fromB += removed ? 0 : count
  }
  budget.spend(parts ? edits : maxEditLength)
  return runs
}

const commonStart = ({ a, b }: Sides): number => {
  const most = Math.min(a.length, b.length)
  let length = 0

  while (length < most && a[length] === b[length]) {
    length += 1
  }
  return length
}

const commonEnd = ({ a, b, start }: Sides & { start: number }): number => {
  const most = Math.min(a.length, b.length) - start
  let length = 0

  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) {
    length += 1
  }
  return length
}

/** Empty runs left out, and those that touch each other on both sides joined. */
const connected = (runs: readonly Run[]): Run[] => {
  const result: Run[] = []

  for (const run of runs.filter(({ length }) => length > 0)) {
    const last = result.at(-1)

    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      last.length += run.length
    } else {
      result.push({ ...run })
    }
  }
  return result
}
