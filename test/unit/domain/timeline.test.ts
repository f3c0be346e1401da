import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { policyAt, predecessorOf, stateAt, successorOf } from '../../../src/domain/timeline.js'

const version = (id: number, effectiveAt: number, withdrawnAt: null | number = null) => ({
  id,
  effectiveAt: new Date(effectiveAt),
  withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
})
const versions = [version(2, 2_000), version(1, 1_000), version(3, 3_000, 1_500), version(4, 4_000)]
const idAt = (at: number) => policyAt({ at: new Date(at), versions })?.id ?? null

describe('the version in force', () => {
  it.each([
    ['before the first: none', 999, null],
    ['from its first instant on', 1_000, 1],
    ['until the millisecond before the next', 1_999, 1],
    ['from the next on', 2_000, 2],
    ['through the time of one that was withdrawn', 3_500, 2],
    ['for good after the last', 9_000, 4],
  ])('%s', (_, at, expected) => {
    expect(idAt(at)).toBe(expected)
  })

  it('is the same whatever order the versions come in, and whether instants are dates or texts', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(versions, { minLength: 4 }),
        fc.integer({ max: 9_000, min: 0 }),
        (shuffled, at) => {
          const texts = shuffled.map(({ effectiveAt, withdrawnAt, ...rest }) => ({
            ...rest,
            effectiveAt: effectiveAt.toISOString(),
            withdrawnAt: withdrawnAt?.toISOString() ?? null,
          }))
          expect(policyAt({ at: new Date(at), versions: texts })?.id ?? null).toBe(idAt(at))
        },
      ),
    )
  })

  it('is always the only one in force', () => {
    fc.assert(
      fc.property(fc.integer({ max: 9_000, min: 0 }), (at) => {
        const inForce = versions.filter(
          (one) => stateAt({ at: new Date(at), version: one, versions }) === 'in_force',
        )
        expect(inForce.map(({ id }) => id)).toEqual(at < 1_000 ? [] : [idAt(at)])
      }),
    )
  })
})

describe('the state of a version', () => {
  const stateOf = (id: number, at: number) =>
    stateAt({ at: new Date(at), version: versions.find((one) => one.id === id)!, versions })

  it('follows the clock', () => {
    expect([999, 1_000, 2_000].map((at) => stateOf(1, at))).toEqual([
      'upcoming',
      'in_force',
      'superseded',
    ])
    expect([1_499, 1_500].map((at) => stateOf(3, at))).toEqual(['upcoming', 'withdrawn'])
  })

  it('knows its neighbours, past those that were withdrawn', () => {
    expect(successorOf({ effectiveAt: new Date(2_000), versions })?.id).toBe(4)
    expect(predecessorOf({ effectiveAt: new Date(4_000), versions })?.id).toBe(2)
    expect(predecessorOf({ effectiveAt: new Date(1_000), versions })).toBeNull()
  })
})
