import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { rebaseText } from '../../../../src/domain/rebase.js'
import { childrenOf, rootOf } from '../../../../src/domain/rebase/blocks.js'
import { changesOf } from '../../../../src/domain/rebase/changesOf.js'
import { pairRun } from '../../../../src/domain/rebase/pairRun.js'
import { paragraph, state } from '../redline/states.js'

const blocks = (count: number, words: string) =>
  Array.from({ length: count }, (_, index) => paragraph(`${words} ${index}`))

describe('texts with very many blocks', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('are paired by their place, without a table of all pairs', () => {
    const [base, side] = [blocks(3_000, 'old'), blocks(3_001, 'new')]
    const making = vi.spyOn(Array, 'from')
    const pairs = pairRun({ base, side })
    const made = making.mock.calls.reduce(
      (sum, [like]) => sum + (like as ArrayLike<unknown>).length,
      0,
    )

    expect(made).toBeLessThan(10 * side.length)
    expect(pairs[0]).toEqual({ inBase: { index: 0, isPaired: true }, inSide: 0 })
    expect(pairs.at(-1)).toEqual({ inBase: { index: 3_000, isPaired: false }, inSide: 3_000 })
  })

  it('are no longer searched for what stayed once too much of them changed', () => {
    const kept = paragraph('We sell nothing.')
    const [start, end] = [paragraph('Privacy'), paragraph('Write to us.')]
    const base = [start, ...blocks(900, 'a'), kept, ...blocks(900, 'b'), end]
    const side = [start, ...blocks(901, 'c'), kept, ...blocks(899, 'd'), end]
    const { inserted, placed } = changesOf({ base, side })

    // Every block has the place that it stands in, also the one that only moved by one.
    expect(placed).toEqual(side)
    expect(inserted.flat()).toEqual([])
  })

  it('lose no block, whatever was put in', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 1_300, min: 0 }),
        fc.integer({ max: 1_300, min: 0 }),
        fc.nat(60),
        (was, is, shared) => {
          const same = blocks(shared, 'same')
          const base = [...same, ...blocks(was, 'old'), ...same]
          const side = [...same, ...blocks(is, 'new'), ...same]
          const { inserted, placed } = changesOf({ base, side })

          expect([...inserted.flat(), ...placed.filter((block) => block !== null)].length).toBe(
            side.length,
          )
          expect(placed.slice(0, shared)).toEqual(same)
          expect(shared === 0 ? [] : placed.slice(-shared)).toEqual(same)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('are rebased all the same', () => {
    const base = blocks(1_500, 'old')
    const { body } = rebaseText({
      base: state(base),
      draft: state([...base, paragraph('Ours.')]),
      label: '3',
      onto: state(blocks(1_500, 'new')),
    })

    expect(childrenOf(rootOf(body))).toEqual([...blocks(1_500, 'new'), paragraph('Ours.')])
  })
})
