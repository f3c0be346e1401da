import { type ChangeObject, diffArrays } from 'diff'

import { type Block, keyOf } from './blocks.js'
import { pairRun } from './pairRun.js'

/** What became of a text, block by block. */
export type Changes = {
  /** What was put in before each block, and after the last. */
  inserted: Block[][]
  /** What now stands in the place of each block; null where it was taken out. */
  placed: (Block | null)[]
}

/** Finds what became of each block of a text in another one that was made from it. */
export const changesOf = ({
  base,
  side,
}: {
  base: readonly Block[]
  side: readonly Block[]
}): Changes => {
  const changes: Changes = {
    inserted: Array.from({ length: base.length + 1 }, () => []),
    placed: base.map(() => null),
  }
  const parts = partsOf({ base: base.map(keyOf), side: side.map(keyOf) })
  let [fromBase, fromSide] = [0, 0]
  let [toBase, toSide] = [0, 0]

  /** Blocks that were taken out and put in between two that stayed: some of them are one, changed. */
  const endRun = (): void => {
    const pairs = pairRun({
      base: base.slice(fromBase, toBase),
      side: side.slice(fromSide, toSide),
    })

    for (const { inBase, inSide } of pairs) {
      const block = side[fromSide + inSide]!
      if (inBase.isPaired) {
        changes.placed[fromBase + inBase.index] = block
      } else {
        changes.inserted[fromBase + inBase.index]!.push(block)
      }
    }
    ;[fromBase, fromSide] = [toBase, toSide]
  }

  for (const { added, count, removed } of parts) {
    if (added) {
      toSide += count
    } else if (removed) {
      toBase += count
    } else {
      endRun()
      for (let step = 0; step < count; step += 1) {
        changes.placed[fromBase + step] = side[fromSide + step]!
      }
      ;[toBase, toSide] = [fromBase + count, fromSide + count]
      ;[fromBase, fromSide] = [toBase, toSide]
    }
  }
  endRun()

  return changes
}

type Part = Pick<ChangeObject<string[]>, 'added' | 'count' | 'removed'>

/** More blocks than that are not put in or taken out of a text: looking for them costs their square. */
const mostEdits = 1_000

/** What stayed, was put in and was taken out; beyond the bound, all between the same start and the same end. */
const partsOf = ({ base, side }: { base: string[]; side: string[] }): Part[] => {
  const shorter = Math.min(base.length, side.length)
  const found = diffArrays(base, side, { maxEditLength: mostEdits }) as Part[] | undefined
  let start = 0
  let end = 0

  if (found) {
    return found
  }
  while (start < shorter && base[start] === side[start]) {
    start += 1
  }
  while (end < shorter - start && base.at(-1 - end) === side.at(-1 - end)) {
    end += 1
  }
  return [
    stayed(start),
    { ...stayed(base.length - start - end), removed: true },
    { ...stayed(side.length - start - end), added: true },
    stayed(end),
  ]
}

const stayed = (count: number): Part => ({ added: false, count, removed: false })
