import type { CallOut, ChangeKind } from '../redline.js'
import type { WrittenBlock } from './writtenBlocks.js'

import { type Detail, detailsIn } from './detailsIn.js'

/**
 * Calls out the addresses, dates and links that changes touch. One that left a place and came back
 * at another is none; the same at several places is one.
 */
export const callOutsOf = (written: readonly WrittenBlock[]): CallOut[] => {
  const touched = written
    .filter(({ block }) => block.kind !== null && block.segments.some(isChange))
    .flatMap(touchedIn)
  const balance = new Map<string, number>()

  for (const { after, before } of touched) {
    if (after === null || before === null) {
      const key = keyOf((after ?? before)!)

      balance.set(key, (balance.get(key) ?? 0) + (after ? 1 : -1))
    }
  }

  const callOuts = new Map<string, CallOut>()

  for (const { after, before, block, kind, type } of touched) {
    const isBalanced =
      (after === null || before === null) && balance.get(keyOf((after ?? before)!)) === 0
    const key = `${type} ${before?.key ?? ''} → ${after?.key ?? ''}`
    const known = callOuts.get(key)

    if (known !== undefined) {
      if (known.blocks.at(-1) !== block) {
        known.blocks.push(block)
      }
      known.kind = kind === 'substantial' ? kind : known.kind
    } else if (!isBalanced) {
      callOuts.set(key, {
        after: after?.text ?? null,
        before: before?.text ?? null,
        blocks: [block],
        kind,
        type,
      })
    }
  }
  return [...callOuts.values()]
}

type Touched = {
  after: Detail | null
  before: Detail | null
  block: number
  kind: ChangeKind
  type: CallOut['type']
}

const isChange = (segment: WrittenBlock['block']['segments'][number]): boolean =>
  segment.op !== 'equal' || segment.link !== undefined

const keyOf = ({ key, type }: Detail): string => `${type} ${key}`

const touchedIn = ({ a, b, block: { id, kind } }: WrittenBlock): Touched[] => {
  const old = a.flatMap(detailsIn)
  const fresh = b.flatMap(detailsIn)
  const removed = lacking({ details: old, others: fresh })
  const added = lacking({ details: fresh, others: old })
  const types = [...new Set([...removed, ...added].map(({ type }) => type))]

  return types.flatMap((type) => {
    const before = removed.filter((detail) => detail.type === type)
    const after = added.filter((detail) => detail.type === type)

    // What left and what came in the same block took the place of each other, in their order.
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
      after: after[index] ?? null,
      before: before[index] ?? null,
      block: id,
      kind: kind!,
      type,
    }))
  })
}

/** The details that others do not have, or not as often. */
const lacking = ({
  details,
  others,
}: {
  details: readonly Detail[]
  others: readonly Detail[]
}): Detail[] => {
  const left = new Map<string, number>()

  for (const other of others) {
    left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  }
  return details.filter((detail) => {
    const count = left.get(keyOf(detail)) ?? 0

    left.set(keyOf(detail), count - 1)
    return count <= 0
  })
}
