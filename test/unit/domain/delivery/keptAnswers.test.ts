import { describe, expect, it } from 'vitest'

import type { Remembered } from '../../../../src/domain/delivery/remembering.js'

import { cachedSource } from '../../../../src/database/cachedSource.js'
import { ask, deliveryFrom } from '../../../helpers/deliveries.js'
import { rows, stage } from '../../../helpers/deliveryStage.js'
import { memorySource, publishedRowOf } from '../../../helpers/memorySource.js'

describe('whoever has an answer by its date', () => {
  const held = async (path: string, headers: Record<string, string> = {}) => {
    const { ask } = stage()
    const first = await ask(path, headers)
    const since = first.headers.get('last-modified')!
    return { again: await ask(path, { ...headers, 'If-Modified-Since': since }), first }
  }

  it.each([
    '/policies/privacy/current',
    '/policies/privacy/current.md',
    '/policies/privacy/current.txt',
    '/policies/privacy/versions/1',
    '/policies/privacy/texts/sha256:1',
    '/policies/privacy/timemap',
  ])('is not sent it again: %s', async (path) => {
    const { again, first } = await held(path)

    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it.each<[string, Record<string, string>?]>([
    // What is around it is not data.
    ['/policies/privacy/current.html'],
    ['/policies/privacy/versions.html'],
    ['/policies/privacy/feed.atom'],
    ['/policies/privacy/compare/1/2'],
    // The head of the record moves without a change in public, and a notice's next change as well.
    ['/policies/privacy/versions'],
    ['/policy-notices/active'],
    // A forecast stops being one.
    ['/policies/privacy/current?at=2026-08-01'],
    ['/policies/privacy/current', { 'Accept-Datetime': 'Sun, 01 Mar 2026 00:00:00 GMT' }],
  ])('is sent it all the same where more than data makes it: %s %j', async (path, headers = {}) => {
    expect((await held(path, headers)).again.status).toBe(200)
  })

  it('is sent a version that took effect in the very second of the last answer', async () => {
    const { ask, travel } = stage('2026-06-05T12:00:00.100Z', [
      publishedRowOf({ effectiveAt: '2026-06-05T12:00:00.050Z', label: '1', texts: { en: 'Old' } }),
      publishedRowOf({ effectiveAt: '2026-06-05T12:00:00.345Z', label: '2', texts: { en: 'New' } }),
    ])
    const since = (await ask('/policies/privacy/current')).headers.get('last-modified')!
    travel('2026-06-05T12:00:05.000Z')
    const answer = await ask('/policies/privacy/current', { 'If-Modified-Since': since })

    expect(await answer.json()).toMatchObject({ text: 'New' })
  })

  it('may say so from another site', async () => {
    const { headers } = await stage().ask('/policies/privacy/current')
    expect(headers.get('access-control-allow-headers')).toContain('If-Modified-Since')
  })
})

describe('a cache in front', () => {
  it.each([
    ['/policies/privacy/current', 'policy-privacy'],
    // It shows what is announced.
    ['/policies/privacy/current.html', 'policy-privacy policy-notices'],
    ['/policies/privacy/current?at=2026-01-01', 'policy-privacy'],
    ['/policies/privacy/versions', 'policy-privacy'],
    ['/policies/privacy/versions.html', 'policy-privacy'],
    ['/policies/privacy/versions/1', 'policy-privacy'],
    ['/policies/privacy/versions/1.html', 'policy-privacy'],
    ['/policies/privacy/texts/sha256:1', 'policy-privacy'],
    ['/policies/privacy/compare/1/2', 'policy-privacy'],
    ['/policies/privacy/timemap', 'policy-privacy'],
    ['/policies/privacy/feed.atom', 'policy-privacy'],
    ['/policies/privacy/feed.json', 'policy-privacy'],
    ['/policies/privacy/calendar.ics', 'policy-privacy'],
    // What a policy that is not told of yet would change.
    ['/policies/feed.atom', 'policies policy-privacy'],
    ['/policies/feed.json', 'policies policy-privacy'],
    ['/policies/calendar.ics', 'policies policy-privacy'],
    ['/policy-notices/active', 'policy-notices'],
  ])('forgets %s with one of: %s', async (path, keys) => {
    const { headers } = await stage().ask(path)

    expect(headers.get('surrogate-key')).toBe(keys)
    expect(headers.get('cache-tag')).toBe(keys.replaceAll(' ', ','))
  })
})

describe('what was made', () => {
  const path = '/policies/privacy/current.html'
  const remembering = () => {
    let elapsed = 0
    const at = Date.parse('2026-05-31T23:59:59.000Z')
    const made = new Map<string, Remembered>()
    const source = cachedSource({
      elapsed: () => elapsed,
      maxBytes: 1_000_000,
      source: memorySource({ now: () => new Date(at + elapsed), rows }),
      wallClock: () => at + elapsed,
    })

    return {
      ask: (fields = { made }) => ask({ delivery: deliveryFrom(source, fields), path }),
      made,
      pass: (milliseconds: number) => {
        elapsed += milliseconds
      },
      source,
    }
  }

  it('answers again as if it were made anew, but for how long it may be kept', async () => {
    const { ask, made, pass, source } = remembering()
    await ask()
    const [kept] = made.values()
    pass(400)
    const [again, anew] = [await ask(), await ask({ made: new Map() })]

    expect([...made.values()]).toEqual([kept])
    expect(Object.fromEntries(again.headers)).toEqual(Object.fromEntries(anew.headers))
    expect(await again.text()).toBe(await anew.text())
    source.forget()
    await ask()
    expect([...made.values()][0]).not.toBe(kept)
  })

  it('is not answered any more once another version takes effect', async () => {
    const { ask, pass } = remembering()
    await ask()
    pass(999)
    expect(await (await ask()).text()).toContain('Old')
    pass(1)
    expect(await (await ask()).text()).toContain('New')
  })
})

describe('how long it may be kept', () => {
  const control = async (path: string, at: string) =>
    (await stage(at).ask(path)).headers.get('cache-control')

  it.each([
    '/policies/privacy/current',
    '/policies/privacy/versions',
    '/policies/privacy/versions/1',
  ])('ends before the next version takes effect: %s', async (path) => {
    expect(await control(path, '2026-05-31T23:59:49.000Z')).toBe(
      'public, max-age=5, s-maxage=5, stale-while-revalidate=5',
    )
    expect(await control(path, '2026-05-31T23:59:59.000Z')).toBe('no-cache')
  })

  it('reckons with a present that may be later than is known', async () => {
    const inMemory = memorySource({ now: () => new Date('2026-05-31T23:59:49.000Z'), rows })
    const delivery = deliveryFrom({
      ...inMemory,
      policy: async (asked) => ({
        ...(await inMemory.policy(asked)),
        latest: new Date('2026-05-31T23:59:50.000Z'),
      }),
    })

    expect(
      (await ask({ delivery, path: '/policies/privacy/current' })).headers.get('cache-control'),
    ).toBe('public, max-age=5, s-maxage=5, stale-while-revalidate=4')
  })

  it('has no end for a sealed text', async () => {
    expect(await control('/policies/privacy/texts/sha256:1', '2026-05-31T23:59:59.000Z')).toBe(
      'public, max-age=31536000, immutable',
    )
  })

  it('is not touched by what comes where the past is asked for', async () => {
    expect(
      await control('/policies/privacy/current?at=2026-03-01', '2026-05-31T23:59:59.000Z'),
    ).toBe('public, max-age=30, s-maxage=30, stale-while-revalidate=30')
  })
})
