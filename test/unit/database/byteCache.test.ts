import fc from 'fast-check'
import { expect, it } from 'vitest'

import { createByteCache } from '../../../src/database/byteCache.js'

const cacheOf = (maxBytes: number) =>
  createByteCache<string>({ maxBytes, sizeOf: ({ length }) => length })

it('keeps what was asked for last, and forgets what was not', () => {
  const cache = cacheOf(750)
  for (const key of ['a', 'b', 'c']) {
    cache.set(key, 'x')
  }
  cache.get('a')
  cache.set('d', 'x')

  expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd'])
})

it('never keeps more than its bytes, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(900), fc.boolean())),
      (steps) => {
        const cache = cacheOf(1_000)
        for (const [key, length, isPut] of steps) {
          if (isPut) {
            cache.set(key, 'x'.repeat(length))
          } else {
            cache.delete(key)
          }
          expect(cache.size()).toBeGreaterThanOrEqual(0)
          expect(cache.size()).toBeLessThanOrEqual(1_000)
        }
        cache.clear()
        expect(cache.size()).toBe(0)
      },
    ),
  )
})
