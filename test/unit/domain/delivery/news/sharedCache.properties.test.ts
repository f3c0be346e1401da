import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { PublishedRow } from '../../../../../src/domain/sealedVersion.js'

import { cachedSource } from '../../../../../src/database/cachedSource.js'
import { ask, deliveryFrom } from '../../../../helpers/deliveries.js'
import { memorySource, publishedRowOf } from '../../../../helpers/memorySource.js'
import { sharedCache } from '../../../../helpers/sharedCache.js'

const start = Date.UTC(2026, 5, 1)
const iso = (ms: number) => new Date(ms).toISOString()

/** Milliseconds from one thing to the next: close together as often as far apart. */
const gap = fc.oneof(
  fc.integer({ max: 5, min: 1 }),
  fc.integer({ max: 2_500, min: 1 }),
  fc.integer({ max: 100_000, min: 1 }),
)

const schedule = fc.record({
  maxAge: fc.constantFrom(0, 1, 3, 60, 90),
  requests: fc.array(
    fc.record({ after: gap, revalidationTakes: fc.integer({ max: 400, min: 0 }) }),
    { maxLength: 6, minLength: 3 },
  ),
  versions: fc.array(
    fc.record({
      ahead: gap,
      publishedAfter: gap,
      withdrawnAfter: fc.option(gap, { freq: 5, nil: null }),
    }),
    { maxLength: 4, minLength: 1 },
  ),
})

const rowsOf = (
  versions: { ahead: number; publishedAfter: number; withdrawnAfter: null | number }[],
): PublishedRow[] => {
  let publishedAt = start

  return versions.map(({ ahead, publishedAfter, withdrawnAfter }, index) => {
    publishedAt += publishedAfter
    return publishedRowOf({
      effectiveAt: iso(publishedAt + ahead),
      label: `${index}`,
      publishedAt: iso(publishedAt),
      // Only what is still to come is ever withdrawn.
      withdrawnAt:
        withdrawnAfter !== null && withdrawnAfter < ahead
          ? iso(publishedAt + withdrawnAfter)
          : null,
    })
  })
}

/** What has happened by an instant, as whoever heard of publications up to another can tell it. */
const toldAt = ({ at, heardAt, rows }: { at: number; heardAt: number; rows: PublishedRow[] }) =>
  rows
    .filter(({ publishedAt }) => +new Date(publishedAt) <= heardAt)
    .flatMap(({ effectiveAt, label, withdrawnAt }) => [
      `${label} announced`,
      ...(withdrawnAt && +new Date(withdrawnAt) <= heardAt
        ? [`${label} withdrawn`]
        : +new Date(effectiveAt) <= at
          ? [`${label} took effect`]
          : []),
    ])
    .sort()

it('a shared cache in front never keeps an effect back, and hears of publications in time', async () => {
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
        { maxAge },
      )
      const cache = sharedCache({
        fetch: ({ headers, url }) => ask({ delivery, headers: headers ?? {}, path: url }),
        now: () => new Date(now),
      })
      const news = rows
        .flatMap(({ publishedAt, withdrawnAt }) => [
          publishedAt,
          ...(withdrawnAt ? [withdrawnAt] : []),
        ])
        .map((instant) => +new Date(instant))

      for (const { after, revalidationTakes } of requests) {
        now += after
        const { later, served: answer } = await cache({ url: '/policies/feed.json' })
        const told = (JSON.parse(answer.body) as { items: { title: string }[] }).items
          .map(({ title }) => /version (\d+ (?:announced|withdrawn|took effect))/.exec(title)![1]!)
          .sort()
        // A second each: until a process reads again, and for clocks that count whole ones.
        const oldest = now - maxAge * 1_000 - 2_000
        const allowed = [oldest, ...news.filter((at) => at > oldest && at <= now)].map((heardAt) =>
          toldAt({ at: now, heardAt, rows }),
        )

        expect(allowed).toContainEqual(told)
        served += answer.isFromOrigin ? 0 : 1

        now += later ? revalidationTakes : 0
        await later?.()
      }
    }),
    { numRuns: 1_500 },
  )

  // Else nothing was shown about caches.
  expect(served).toBeGreaterThan(500)
}, 600_000)
