import type { PublicSource } from '../../src/domain/delivery/source.js'

import { createByteCache } from '../../src/database/byteCache.js'
import { ask, deliveryFrom } from './deliveries.js'
import { memorySource, publishedRowOf } from './memorySource.js'

/** One version that was in force before another, which takes effect on 1 June 2026. */
export const rows = [
  publishedRowOf({
    effectiveAt: '2026-01-01T00:00:00.000Z',
    label: '1',
    publishedAt: '2025-12-01T00:00:00.000Z',
    texts: { de: 'Alt', en: 'Old' },
  }),
  publishedRowOf({
    effectiveAt: '2026-06-01T00:00:00.000Z',
    label: '2',
    publishedAt: '2026-05-01T00:00:00.000Z',
    texts: { en: 'New' },
  }),
]

/** Answers public requests from versions in memory, at an instant, and counts what is read. */
export const stage = (at = '2026-05-15T00:00:00.000Z', published = rows) => {
  let now = new Date(at)
  const reads: ('policy' | 'text')[] = []
  const inMemory = memorySource({ now: () => now, rows: published })
  const source: PublicSource = {
    ...inMemory,
    policy: (asked) => {
      reads.push('policy')
      return inMemory.policy(asked)
    },
    text: (asked) => {
      reads.push('text')
      return inMemory.text(asked)
    },
  }
  const bodies = createByteCache<Uint8Array<ArrayBuffer>>({
    maxBytes: 1_000_000,
    sizeOf: ({ byteLength }) => byteLength,
  })

  return {
    ask: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      ask({ delivery: deliveryFrom(source), headers, method, path }),
    askKeeping: (path: string, headers: Record<string, string> = {}) =>
      ask({ delivery: deliveryFrom(source, { bodies }), headers, path }),
    reads,
    travel: (to: string) => {
      now = new Date(to)
    },
  }
}

/** What a browser accepts. */
export const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
