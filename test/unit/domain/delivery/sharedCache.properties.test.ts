import fc from 'fast-check'
import { expect, it } from 'vitest'

import { cachedSource } from '../../../../src/database/cachedSource.js'
import { policyAt } from '../../../../src/domain/timeline.js'
import { ask, deliveryFrom } from '../../../helpers/deliveries.js'
import { memorySource, publishedRowOf } from '../../../helpers/memorySource.js'
import { sharedCache } from '../../../helpers/sharedCache.js'

const start = Date.UTC(2026, 5, 1)
const iso = (ms: number) => new Date(ms).toISOString()

/** Milliseconds from one thing to the next: close together as often as far apart. */
const gap = fc.oneof(
  fc.integer({ max: 5, min: 0 }),
  fc.integer({ max: 2_500, min: 0 }),
  fc.integer({ max: 100_000, min: 0 }),
)

const schedule = fc.record({
  maxAge: fc.constantFrom(0, 1, 2, 3, 10, 60, 90),
  requests: fc.array(
    fc.record({
      after: gap,
      extension: fc.constantFrom('', '.txt'),
      /** How long it takes until the cache has asked again behind the reader's back. */
      revalidationTakes: fc.integer({ max: 400, min: 0 }),
    }),
    { maxLength: 7, minLength: 3 },
  ),
  versions: fc.array(
    fc.record({
      effectiveAfter: fc.oneof(fc.constant(0), gap),
      publishedAfter: fc.oneof(fc.constant(0), gap),
      withdrawnAfter: fc.option(gap, { freq: 5, nil: null }),
    }),
    { maxLength: 4, minLength: 1 },
  ),
})

const rowsOf = (
  versions: { effectiveAfter: number; publishedAfter: number; withdrawnAfter: null | number }[],
) => {
  let publishedAt = start
  const taken = new Set<number>()

  return versions.map(({ effectiveAfter, publishedAfter, withdrawnAfter }, index) => {
    publishedAt += publishedAfter + (index > 0 ? 1 : 0)
    let effectiveAt = publishedAt + effectiveAfter
    while (taken.has(effectiveAt)) {
      effectiveAt += 1
    }
    taken.add(effectiveAt)
    const withdrawnAt = withdrawnAfter === null ? null : publishedAt + withdrawnAfter

    return publishedRowOf({
      effectiveAt: iso(effectiveAt),
      label: `${index}`,
      publishedAt: iso(publishedAt),
      texts: { en: `Text ${index}` },
      // Only what is still to come is ever withdrawn.
      withdrawnAt: withdrawnAt !== null && withdrawnAt < effectiveAt ? iso(withdrawnAt) : null,
    })
  })
}

/** What may be answered at an instant by whoever heard of publications up to a while ago. */
const answersAt = ({
  at,
  newsTakes,
  rows,
}: {
  at: number
  newsTakes: number
  rows: ReturnType<typeof rowsOf>
}) => {
  const news = rows
    .flatMap(({ publishedAt, withdrawnAt }) => [publishedAt, ...(withdrawnAt ? [withdrawnAt] : [])])
    .map((instant) => +new Date(instant))
    .filter((instant) => instant > at - newsTakes && instant <= at)

  return [at - newsTakes, ...news].map((heardAt) => {
    const heard = rows
      .filter(({ publishedAt }) => +new Date(publishedAt) <= heardAt)
      .map((row) => ({
        ...row,
        withdrawnAt:
          row.withdrawnAt && +new Date(row.withdrawnAt) <= heardAt ? row.withdrawnAt : null,
      }))

    return policyAt({ at: new Date(at), versions: heard })?.label ?? null
  })
}

it('a shared cache in front never answers with what the clock has overtaken, and hears of publications in time', async () => {
  let served = 0

  await fc.assert(
    fc.asyncProperty(schedule, async ({ maxAge, requests, versions }) => {
      const rows = rowsOf(versions)
      let now = start
      const delivery = deliveryFrom(
        // Every notification of a publication is lost.
        cachedSource({
          elapsed: () => now - start,
          maxBytes: 1_000_000,
          source: memorySource({ now: () => new Date(now), rows }),
          wallClock: () => now,
        }),
        { made: new Map(), maxAge },
      )
      const cache = sharedCache({
        fetch: ({ headers, url }) => ask({ delivery, headers: headers ?? {}, path: url }),
        now: () => new Date(now),
      })
      // A second each: until a process reads again, and for clocks that count whole ones.
      const newsTakes = maxAge * 1_000 + 2_000

      for (const { after, extension, revalidationTakes } of requests) {
        now += after
        const { later, served: answer } = await cache({
          url: `/policies/privacy/current${extension}`,
        })
        const label =
          answer.status !== 200
            ? null
            : extension === ''
              ? (JSON.parse(answer.body) as { label: string }).label
              : answer.body.replace('Text ', '')

        if (!answersAt({ at: now, newsTakes, rows }).includes(label)) {
          throw new Error(`At ${iso(now)} the answer was ${label}.`)
        }
        served += answer.isFromOrigin ? 0 : 1

        now += later ? revalidationTakes : 0
        await later?.()
      }
    }),
    { numRuns: 10_000 },
  )

  // Else nothing was shown about caches.
  expect(served).toBeGreaterThan(10_000)
}, 600_000)
