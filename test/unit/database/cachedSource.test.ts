import { describe, expect, it } from 'vitest'

import type { PublicSource } from '../../../src/domain/delivery/source.js'

import { cachedSource } from '../../../src/database/cachedSource.js'
import { memorySource, publishedRowOf } from '../../helpers/memorySource.js'

const start = Date.UTC(2026, 5, 1)
const present = { closes: null, kind: 'in_force', opens: null } as const

const stage = ({ readTakes = 0, rows = [publishedRowOf()] } = {}) => {
  let elapsed = 0
  let reads = 0
  let wall = Date.UTC(2027, 0, 1)
  const inMemory = memorySource({ now: () => new Date(start + elapsed), rows })
  const counted: PublicSource = {
    ...inMemory,
    announced: (asked) => {
      reads += 1
      return inMemory.announced(asked)
    },
    notices: (asked) => {
      reads += 1
      return inMemory.notices(asked)
    },
    policy: async (asked) => {
      reads += 1
      const known = await inMemory.policy(asked)
      elapsed += readTakes
      return known
    },
  }
  const source = cachedSource({
    elapsed: () => elapsed,
    maxBytes: 1_000_000,
    source: counted,
    wallClock: () => wall,
  })

  return {
    ask: (slug = 'privacy') => source.policy({ slug, wanted: present }),
    pass: (ms: number) => {
      elapsed += ms
      wall += ms
    },
    reads: () => reads,
    source,
    /** The machine stands still, or its clock is set. */
    suspend: (ms: number) => {
      wall += ms
    },
  }
}

describe('news', () => {
  const rows = [
    publishedRowOf({ effectiveAt: new Date(start).toISOString(), label: '1' }),
    publishedRowOf({
      effectiveAt: new Date(start + 500).toISOString(),
      label: '2',
      publishedAt: new Date(start).toISOString(),
    }),
  ]

  it('is kept for a second, and not over an effect', async () => {
    const { pass, reads, source } = stage({ rows })
    const news = (slug: null | string) => source.announced({ slug, wanted: 'latest' })
    await news(null)
    pass(498)
    expect((await news(null)).record.takesEffectAt).toBe(rows[1]!.effectiveAt)
    expect(reads()).toBe(1)
    pass(2)
    expect((await news(null)).record.takesEffectAt).toBeNull()
    expect(reads()).toBe(2)
    pass(1_000)
    await news(null)
    expect(reads()).toBe(2)
    pass(1)
    await news(null)
    expect(reads()).toBe(3)
  })

  it('is of what was asked for', async () => {
    const { reads, source } = stage({ rows })
    const known = async (slug: null | string, wanted: 'latest' | 'upcoming') =>
      (await source.announced({ slug, wanted })).record.isKnown

    expect([
      await known(null, 'latest'),
      await known('null', 'latest'),
      await known('privacy', 'latest'),
      await known('privacy', 'upcoming'),
      await known('privacy', 'latest'),
    ]).toEqual([true, false, true, true, true])
    expect(reads()).toBe(4)
    source.forget()
    await known('privacy', 'latest')
    expect(reads()).toBe(5)
  })
})

describe('what is kept for the present', () => {
  it('is the first version, too, which whoever comes before it is told of', async () => {
    const { ask, reads, source } = stage()
    const first = () => source.policy({ slug: 'privacy', wanted: { kind: 'first' } })
    await ask()
    const { record } = await first()
    expect(record.versions).toHaveLength(1)
    expect(reads()).toBe(2)
    expect((await first()).record).toBe(record)
    expect(reads()).toBe(2)
  })

  it('answers for a second, with the time that has passed since', async () => {
    const { ask, pass, reads } = stage()
    const { at } = await ask()
    pass(1_000)

    expect(+(await ask()).at - +at).toBe(1_000)
    expect(reads()).toBe(1)
    pass(1)
    await ask()
    expect(reads()).toBe(2)
  })

  it('is read anew at once where a change was told of', async () => {
    const { ask, reads, source } = stage()
    await ask()
    source.forget()
    await ask()
    expect(reads()).toBe(2)
  })

  it('is read once for all who ask at the same time', async () => {
    const { ask, reads } = stage()
    await Promise.all(Array.from({ length: 50 }, () => ask()))
    expect(reads()).toBe(1)
  })

  it('is not used where a change may lie between the clocks', async () => {
    const effectiveAt = new Date(start + 100).toISOString()
    const rows = [
      publishedRowOf(),
      publishedRowOf({ effectiveAt, label: '2', publishedAt: '2026-05-01' }),
    ]
    const { ask, pass, reads } = stage({ readTakes: 20, rows })
    await ask()

    // By the database it is anything from 80 to 101 ms after the start.
    pass(80)
    expect(reads()).toBe(1)
    expect(+(await ask()).at).toBe(start + 100)
    expect(reads()).toBe(2)
  })

  it('says how late it can be by the database', async () => {
    const { ask, pass } = stage({ readTakes: 20 })
    await ask()
    pass(80)
    const { at, latest } = await ask()
    expect([+at - start, +latest - start]).toEqual([80, 101])
  })

  it('is no policy that there is not', async () => {
    const { ask, reads } = stage()
    await ask('unknown')
    await ask('unknown')
    expect(reads()).toBe(2)
  })

  it('is not what was read while a change was told of', async () => {
    const { ask, reads, source } = stage()
    const early = ask()
    source.forget()
    await early
    await ask()
    expect(reads()).toBe(2)
  })

  it('is asked for again where a read hangs, and that of then counts', async () => {
    let elapsed = 0
    const reads: ((label: string) => void)[] = []
    const { source: inMemory } = stage()
    const source = cachedSource({
      elapsed: () => elapsed,
      maxBytes: 1_000_000,
      source: {
        ...inMemory,
        policy: (asked) =>
          new Promise((resolve, reject) => {
            reads.push((label) => {
              memorySource({ now: () => new Date(start), rows: [publishedRowOf({ label })] })
                .policy(asked)
                .then(resolve, reject)
            })
          }),
      },
    })
    const ask = async () => {
      const { record } = await source.policy({ slug: 'privacy', wanted: present })
      return record.versions[0]!.label
    }

    const first = ask()
    elapsed = 1_000
    const joining = ask()
    expect(reads).toHaveLength(1)
    elapsed = 1_001
    const other = ask()
    expect(reads).toHaveLength(2)
    reads[1]!('new')
    expect(await other).toBe('new')
    reads[0]!('old')
    expect(await first).toBe('old')
    expect(await joining).toBe('new')
    expect(await ask()).toBe('new')
    expect(reads).toHaveLength(2)
  })

  it.each([
    [3_600_000, 2],
    [1_001, 2],
    [1_000, 1],
    [-3_600_000, 2],
  ])('is read anew where the machine stood still for %d ms: %d reads', async (ms, expected) => {
    const { ask, pass, reads, suspend } = stage()
    await ask()
    pass(10)
    suspend(ms)
    await ask()
    expect(reads()).toBe(expected)
    await ask()
    expect(reads()).toBe(expected)
  })

  it('is asked for again after a read that failed', async () => {
    let isDown = true
    const { source: inMemory } = stage()
    const source = cachedSource({
      maxBytes: 1_000,
      source: {
        ...inMemory,
        policy: (asked) => (isDown ? Promise.reject(new Error('down')) : inMemory.policy(asked)),
      },
    })
    const ask = () => source.policy({ slug: 'privacy', wanted: present })

    await expect(ask()).rejects.toThrow('down')
    isDown = false
    expect((await ask()).record.versions).toHaveLength(1)
  })
})
