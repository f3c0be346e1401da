import { describe, expect, it } from 'vitest'

import type { Remembered } from '../../../../src/domain/delivery/remembering.js'
import type { PublicSource } from '../../../../src/domain/delivery/source.js'

import { createByteCache } from '../../../../src/database/byteCache.js'
import { cachedSource } from '../../../../src/database/cachedSource.js'
import { ask, deliveryFrom } from '../../../helpers/deliveries.js'
import { memorySource, publishedRowOf } from '../../../helpers/memorySource.js'

const rows = [
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

const stage = (at = '2026-05-15T00:00:00.000Z', published = rows) => {
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
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

const routes = [
  '/policies/privacy/current',
  '/policies/privacy/current.html',
  '/policies/privacy/current.md',
  '/policies/privacy/current.txt',
  '/policies/privacy/current?at=2026-01-01',
  '/policies/privacy/versions',
  '/policies/privacy/versions/1',
  '/policies/privacy/versions/1.html',
  '/policies/privacy/versions.html',
  '/policies/privacy/texts/sha256:1',
  '/policies/privacy/compare/1/2',
  '/policies/privacy/timemap',
  '/policies/privacy/feed.atom',
  '/policies/privacy/feed.json',
  '/policies/privacy/calendar.ics',
  '/policies/feed.atom',
  '/policies/feed.json',
  '/policies/calendar.ics',
  '/policy-notices/active',
]

describe.each(routes)('%s', (path) => {
  it('has a strong tag, a date of its last change and a key to forget it by', async () => {
    const { headers, status } = await stage().ask(path)

    expect(status).toBe(200)
    expect(headers.get('etag')).toMatch(/^"[\w-]+"$/)
    expect(headers.get('surrogate-key')).toMatch(/policy-(privacy|notices)/)
    expect(headers.get('cache-tag')).toMatch(/policy-(privacy|notices)/)
    expect(new Date(headers.get('last-modified')!).toUTCString()).toBe(headers.get('last-modified'))
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is not sent again to whoever has it', async () => {
    const { ask } = stage()
    const first = await ask(path)
    const again = await ask(path, { 'If-None-Match': `"x", ${first.headers.get('etag')}` })

    expect([again.status, await again.text()]).toEqual([304, ''])
    for (const name of ['etag', 'cache-control', 'vary', 'content-language']) {
      expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)])
    }
    const other = await ask(path, { 'If-None-Match': '"x"' })
    expect([other.status, await other.text()]).toEqual([200, await first.text()])
  })

  it('is answered to HEAD alike, without a body', async () => {
    const { ask } = stage()
    const [get, head] = [await ask(path), await ask(path, {}, 'HEAD')]

    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
  })

  it('is the same whether bodies are kept or made anew', async () => {
    const { ask, askKeeping } = stage()
    const made = await (await ask(path)).text()

    expect(await (await askKeeping(path)).text()).toBe(made)
    expect(await (await askKeeping(path)).text()).toBe(made)
  })
})

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

describe('a text', () => {
  it.each([
    '/policies/privacy/current',
    '/policies/privacy/current.html',
    '/policies/privacy/versions/1',
    '/policies/privacy/texts/sha256:1',
    '/policies/privacy/compare/1/2',
  ])('is not read for whoever has it, nor for HEAD: %s', async (path) => {
    const { ask, reads } = stage()
    const etag = (await ask(path)).headers.get('etag')!
    reads.length = 0

    await ask(path, { 'If-None-Match': etag })
    await ask(path, {}, 'HEAD')
    expect(reads.length).toBeGreaterThan(0)
    expect(reads).not.toContain('text')
  })

  it('is read once where bodies are kept', async () => {
    const { askKeeping, reads } = stage()
    await askKeeping('/policies/privacy/current')
    await askKeeping('/policies/privacy/current')
    expect(reads.filter((read) => read === 'text')).toHaveLength(1)
  })

  it('is that of the version it is told with, though another takes effect while it is read', async () => {
    const { askKeeping, travel } = stage('2026-05-31T23:59:59.999Z')
    const asking = askKeeping('/policies/privacy/current')
    travel('2026-06-01T00:00:00.000Z')

    expect(await (await asking).json()).toMatchObject({ label: '1', text: 'Old' })
    expect(await (await askKeeping('/policies/privacy/current')).json()).toMatchObject({
      label: '2',
      text: 'New',
    })
  })
})

describe('the format', () => {
  it.each([
    ['/policies/privacy/current.html', '*/*', 'text/html; charset=utf-8', null],
    [
      '/policies/privacy/current',
      'text/html',
      'text/html; charset=utf-8',
      'Accept, Accept-Datetime',
    ],
    [
      '/policies/privacy/current',
      'text/markdown',
      'text/markdown; charset=utf-8',
      'Accept, Accept-Datetime',
    ],
    [
      '/policies/privacy/current?at=2026-01-01',
      'text/plain',
      'text/plain; charset=utf-8',
      'Accept',
    ],
    ['/policies/privacy/current', '*/*', 'application/json', 'Accept, Accept-Datetime'],
    ['/policies/privacy/versions/1', 'text/html', 'text/html; charset=utf-8', 'Accept'],
    ['/policies/privacy/versions/1.txt', 'text/html', 'text/plain; charset=utf-8', null],
    ['/policies/privacy/versions', 'text/html', 'text/html; charset=utf-8', 'Accept'],
    ['/policies/privacy/versions', 'text/plain, */*;q=0.1', 'application/json', 'Accept'],
    ['/policies/privacy/versions.html', 'application/json', 'text/html; charset=utf-8', null],
    ['/policies/privacy/texts/sha256:1', 'text/html', 'application/json', null],
  ])('of %s for %s is %s', async (path, accept, type, vary) => {
    const { headers } = await stage().ask(path, { Accept: accept })

    expect(headers.get('content-type')).toBe(type)
    // An extension leaves nothing to negotiate but the moment.
    expect(headers.get('vary')).toBe(vary ?? (path.includes('current.') ? 'Accept-Datetime' : null))
  })

  it('is a page, Markdown or plain text of what was sealed', async () => {
    const { ask } = stage()
    const page = await ask('/policies/privacy/current.html')

    expect(await page.text()).toMatch(/^<!doctype html>.*<p>Old<\/p>/s)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(await (await ask('/policies/privacy/current.md')).text()).toBe('**Old**')
    expect(await (await ask('/policies/privacy/current.txt')).text()).toBe('Old')
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

describe('the moment', () => {
  it('may be asked for as archives do, and is said', async () => {
    const { headers, ...answer } = await stage('2026-07-01T00:00:00.000Z')
      .ask('/policies/privacy/current', { 'Accept-Datetime': 'Sun, 01 Mar 2026 00:00:00 GMT' })
      .then(async (response) => ({
        body: (await response.json()) as object,
        headers: response.headers,
      }))

    expect(answer.body).toMatchObject({ forecast: false, label: '1', state: 'in_force' })
    expect(headers.get('memento-datetime')).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
    expect(headers.get('content-location')).toBe(
      'https://cms.example/api/policies/privacy/current.json?at=2026-03-01T00%3A00%3A00.999Z&locale=en',
    )
  })

  it('to the second of a time map finds the version that took effect within that second', async () => {
    const within = stage('2026-06-05T12:00:00.345Z', [
      publishedRowOf({ effectiveAt: '2026-06-05T12:00:00.345Z', label: '1' }),
    ])
    const travels = async () => {
      const map = await (await within.ask('/policies/privacy/timemap')).text()
      const [, datetime = ''] = /rel="memento"; datetime="([^"]+)"/.exec(map) ?? []
      const answer = await within.ask('/policies/privacy/current', { 'Accept-Datetime': datetime })
      const { pathname, search } = new URL(answer.headers.get('content-location')!)
      const located = await within.ask(pathname.replace('/api', '') + search)

      return {
        body: await answer.json(),
        datetime,
        located: await located.json(),
        memento: answer.headers.get('memento-datetime'),
        search,
        status: answer.status,
      }
    }
    const found = {
      body: { forecast: false, label: '1' },
      datetime: 'Fri, 05 Jun 2026 12:00:00 GMT',
      memento: 'Fri, 05 Jun 2026 12:00:00 GMT',
      status: 200,
    }

    // While that second lasts, no later than now; afterwards to its last millisecond.
    const during = await travels()
    expect(during).toMatchObject({
      ...found,
      search: '?at=2026-06-05T12%3A00%3A00.345Z&locale=en',
    })
    expect(during.located).toEqual(during.body)
    within.travel('2026-06-05T12:00:01.000Z')
    const after = await travels()
    expect(after).toMatchObject({ ...found, search: '?at=2026-06-05T12%3A00%3A00.999Z&locale=en' })
    expect(after.located).toEqual(after.body)
  })

  it.each([
    ['Tue, 02 Jan 2024 00:00:00 GMT', '1', '2026-01-01T00:00:00.000Z'],
    ['Tue, 02 Jan 2046 00:00:00 GMT', '1', '2026-05-15T00:00:00.000Z'],
  ])('outside of what there is, %s, finds the nearest state', async (datetime, label, instant) => {
    const { ask } = stage()
    const answer = await ask('/policies/privacy/current', { 'Accept-Datetime': datetime })

    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ forecast: false, label })
    expect(answer.headers.get('memento-datetime')).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
    expect(new URL(answer.headers.get('content-location')!).searchParams.get('at')).toBe(instant)
    const page = await ask('/policies/privacy/current.html', { 'Accept-Datetime': datetime })
    expect(page.status).toBe(200)
  })

  it('later than now is kept no longer than what is in force now', async () => {
    const { headers } = await stage('2026-05-31T23:59:49.000Z').ask('/policies/privacy/current', {
      'Accept-Datetime': 'Tue, 02 Jan 2046 00:00:00 GMT',
    })
    expect(headers.get('cache-control')).toBe(
      'public, max-age=5, s-maxage=5, stale-while-revalidate=5',
    )
  })

  it('before the first state is none as long as nothing has taken effect', async () => {
    const { ask } = stage('2025-12-15T00:00:00.000Z')
    for (const datetime of ['Tue, 02 Jan 2024 00:00:00 GMT', 'Tue, 02 Jan 2046 00:00:00 GMT']) {
      const answer = await ask('/policies/privacy/current', { 'Accept-Datetime': datetime })
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({
        errors: [{ data: { startsAt: '2026-01-01T00:00:00.000Z' } }],
      })
    }
  })

  it('before an import without a date finds the first state that has one', async () => {
    const undated = publishedRowOf({
      effectiveAt: '1970-01-01T00:00:00.000Z',
      isUndated: true,
      knownFrom: '2025-01-01T00:00:00.000Z',
      label: '0',
    })
    const { ask } = stage('2026-05-15T00:00:00.000Z', [undated, ...rows])
    const labelAt = async (datetime: string) => {
      const answer = await ask('/policies/privacy/current', { 'Accept-Datetime': datetime })
      return ((await answer.json()) as { label: string }).label
    }
    expect(await labelAt('Tue, 02 Jan 2024 00:00:00 GMT')).toBe('1')
    // From when it was known it is what was in force.
    expect(await labelAt('Thu, 02 Jan 2025 00:00:00 GMT')).toBe('0')
  })

  it('is none where what is current is asked for', async () => {
    const { headers } = await stage().ask('/policies/privacy/current')
    expect([headers.get('memento-datetime'), headers.get('content-location')]).toEqual([null, null])
  })

  it('to come is answered with a forecast, which is no memory of anything', async () => {
    const answer = await stage().ask('/policies/privacy/current?at=2026-06-01')

    expect(await answer.json()).toMatchObject({ forecast: true, label: '2', state: 'in_force' })
    expect(answer.headers.get('memento-datetime')).toBeNull()
  })

  it('relates versions to each other', async () => {
    const { headers } = await stage('2026-07-01T00:00:00.000Z').ask('/policies/privacy/versions/2')
    const base = 'https://cms.example/api/policies/privacy'

    expect(
      headers
        .get('link')!
        .split(', <')
        .map((link) => link.replace(/^</, '')),
    ).toEqual([
      `${base}/versions/2>; rel="canonical"`,
      `${base}/current>; rel="latest-version"`,
      `${base}/current>; rel="original timegate"`,
      `${base}/versions>; rel="version-history"`,
      `${base}/timemap>; rel="timemap"; type="application/link-format"`,
      `${base}/versions/1>; rel="predecessor-version"`,
      `${base}/versions/2>; rel="memento"; datetime="Mon, 01 Jun 2026 00:00:00 GMT"`,
    ])
    expect((await stage().ask('/policies/privacy/versions/1')).headers.get('link')).toContain(
      `<${base}/versions/2>; rel="successor-version"`,
    )
  })

  it('maps them for archives', async () => {
    const answer = await stage().ask('/policies/privacy/timemap')
    const base = 'https://cms.example/api/policies/privacy'

    expect(answer.headers.get('content-type')).toBe('application/link-format')
    expect((await answer.text()).split(',\n')).toEqual([
      `<${base}/current>; rel="original timegate"`,
      `<${base}/timemap>; rel="self"; type="application/link-format"`,
      `<${base}/versions/1>; rel="memento"; datetime="Thu, 01 Jan 2026 00:00:00 GMT"`,
    ])
  })
})

describe('the language', () => {
  const inLocale = async (locale: string) => {
    const answer = await stage().ask(`/policies/privacy/current?locale=${locale}`)
    return { body: await answer.json(), language: answer.headers.get('content-language') }
  }

  it('is the one asked for, or one that stands in for it, and the answer says so', async () => {
    expect(await inLocale('de')).toMatchObject({
      body: {
        locale: 'de',
        locales: { authoritative: 'en', available: ['de', 'en'], missing: null },
        text: 'Alt',
      },
      language: 'de',
    })
    expect(await inLocale('fr')).toMatchObject({
      body: { locale: 'de', locales: { missing: 'fr' }, text: 'Alt' },
      language: 'de',
    })
  })

  it('of the title is that of the text', async () => {
    const { ask } = stage('2026-07-01T00:00:00.000Z')
    expect(await (await ask('/policies/privacy/versions?locale=de')).json()).toMatchObject({
      versions: [
        { label: '2', locale: 'en' },
        { label: '1', locale: 'de' },
      ],
    })
  })

  it('is said as HTTP has it, and in data by the code of the host', async () => {
    const { ask: asked } = stage('2026-05-15T00:00:00.000Z', [
      publishedRowOf({
        label: '1',
        effectiveAt: '2026-01-01T00:00:00.000Z',
        texts: { pt_BR: 'Oi' },
      }),
    ])
    const answer = await asked('/policies/privacy/current')

    expect(answer.headers.get('content-language')).toBe('pt-BR')
    expect(await answer.json()).toMatchObject({ locale: 'pt_BR' })
  })

  it.each([
    ['/policies/privacy/versions', 'en, de'],
    ['/policies/privacy/versions.html', 'de, en'],
    ['/policies/privacy/feed.atom', 'de, en'],
    ['/policies/privacy/calendar.ics', 'de, en'],
  ])('is said wherever there are words: %s', async (path, languages) => {
    const { headers } = await stage().ask(`${path}?locale=de`)
    expect(headers.get('content-language')).toBe(languages)
  })

  it('is said of notices', async () => {
    const notice = {
      effectiveAt: '2026-06-01T00:00:00.000Z',
      id: 1,
      label: '2',
      message: { fr: { after: 'Après.', before: 'Avant.' } },
      postedAt: '2026-05-01T00:00:00.000Z',
      sealed: rows[1]!.sealed!,
      supersededAt: null,
      url: 'https://www.example/privacy',
      version: '2',
      visibleUntil: '2026-07-01T00:00:00.000Z',
      withdrawnAt: null,
    }
    const source = memorySource({
      notices: [notice],
      now: () => new Date('2026-05-15T00:00:00.000Z'),
      rows,
    })
    const answer = await ask({ delivery: deliveryFrom(source), path: '/policy-notices/active' })

    expect(answer.headers.get('content-language')).toBe('fr')
  })

  it('is said in a feed', async () => {
    const { ask } = stage()
    expect(await (await ask('/policies/privacy/feed.atom?locale=de')).text()).toMatch(
      /<feed xml:lang="de" xmlns=/,
    )
    expect(await (await ask('/policies/privacy/feed.json?locale=fr')).json()).toMatchObject({
      language: 'fr',
    })
  })

  it('is said on a page', async () => {
    const page = await (await stage().ask('/policies/privacy/current.html?locale=fr')).text()
    expect(page).toContain('auf <bdi>Französisch</bdi> nicht verfügbar')
    expect(page).toContain('<bdi>Englisch</bdi> maßgeblich')
  })

  it('of a comparison is one that both have', async () => {
    expect(
      await (await stage().ask('/policies/privacy/compare/1/2?locale=fr')).json(),
    ).toMatchObject({ from: { label: '1' }, locale: 'en', to: { label: '2' } })
  })
})

describe('a language that nothing stands in for', () => {
  const strict = { all: ['en', 'de', 'fr'], default: 'en', fallback: {}, otherwise: [] }
  const at = '2026-05-15T00:00:00.000Z'
  const published = rows.map((row) => ({ ...row, sealed: { ...row.sealed!, languages: strict } }))
  const { ask: asked } = stage(at, published)

  it.each([
    ['/policies/privacy/current?locale=fr', ['de', 'en']],
    ['/policies/privacy/current.html?locale=fr', ['de', 'en']],
    ['/policies/privacy/current?at=2026-06-02&locale=de', ['en']],
    ['/policies/privacy/versions/2.md?locale=de', ['en']],
    ['/policies/privacy/texts/sha256:2?locale=de', ['en']],
    ['/policies/privacy/compare/1/2?locale=de', ['en']],
  ])('is refused, with those that there are: %s', async (path, available) => {
    const answer = await asked(path)
    const { errors } = (await answer.json()) as { errors: { data: object; message: string }[] }

    expect(answer.status).toBe(404)
    expect(errors[0]!.data).toEqual({ available, code: 'NOT_FOUND' })
    expect(errors[0]!.message).toMatch(/Ask with locale for one that is there: .*en\.$/)
  })

  it('is told to a browser in its own, with links to those that there are', async () => {
    const answer = await asked('/policies/privacy/current?at=2026-05-02&locale=fr', {
      Accept: browser,
    })
    const page = await answer.text()

    expect([answer.status, answer.headers.get('content-language')]).toEqual([404, 'fr'])
    expect(page).toContain('Il n’y a pas de texte dans cette langue : <bdi>français</bdi>')
    expect(page).toContain('<a href="?at=2026-05-02&amp;locale=de" hreflang="de">allemand</a>')
  })

  it('is answered in another where a copy is made, whose pages lead to each other', async () => {
    const source = memorySource({ now: () => new Date(at), rows: published })
    const answer = await ask({
      delivery: deliveryFrom(source, { isCopy: true }),
      path: '/policies/privacy/versions/2?locale=de',
    })
    expect(await answer.json()).toMatchObject({ locale: 'en', locales: { missing: 'de' } })
    const page = await ask({
      delivery: deliveryFrom(source, { isCopy: true }),
      path: '/policies/privacy/current.html',
    })
    expect(await page.text()).not.toContain('rel="alternate"')
  })

  it('is answered where there is a text in it, and lists leave nothing out', async () => {
    expect(await (await asked('/policies/privacy/current?locale=de')).json()).toMatchObject({
      locale: 'de',
      text: 'Alt',
      upcoming: [{ label: '2', locale: 'en', locales: { missing: 'de' } }],
    })
    expect(await (await asked('/policies/privacy/versions?locale=fr')).json()).toMatchObject({
      versions: [
        { label: '2', title: 'Privacy' },
        { label: '1', title: 'Privacy' },
      ],
    })
    expect((await asked('/policies/privacy/feed.atom?locale=fr')).status).toBe(200)
    // The page of a version is led to in a language that it is there in.
    const page = await (await asked('/policies/privacy/versions.html?locale=de')).text()
    expect([...page.matchAll(/versions\/(\d.html[^"]+)/g)].map(([, link]) => link)).toEqual([
      '2.html?locale=en',
      '1.html?locale=de',
    ])
  })
})

describe('whoever wants to follow a policy', () => {
  const base = 'https://cms.example/api/policies/privacy'
  const addresses = [
    ['text/calendar', `${base}/calendar.ics?locale=de`],
    ['application/atom+xml', `${base}/feed.atom?locale=de`],
    ['application/feed+json', `${base}/feed.json?locale=de`],
  ]

  it.each(['current', 'versions', 'versions.html'])(
    'is told where by a header: %s',
    async (path) => {
      const { headers } = await stage().ask(`/policies/privacy/${path}?locale=de`)
      const links = [
        ...headers.get('link')!.matchAll(/<([^>]+)>; rel="alternate"; type="([^"]+)"/g),
      ]

      expect(links.map(([, address, type]) => [type, address])).toEqual(addresses)
    },
  )

  it.each(['current.html', 'versions.html', 'versions/1.html'])(
    'is told where by %s',
    async (path) => {
      const page = await (await stage().ask(`/policies/privacy/${path}?locale=de`)).text()
      const links = [...page.matchAll(/<link href="([^"]+)" rel="alternate" type="([^"]+)">/g)]

      expect(links.map(([, address, type]) => [type, address])).toEqual(addresses)
      const answers = await Promise.all(
        addresses.map(([, address]) =>
          stage().ask(address!.replace('https://cms.example/api', '')),
        ),
      )
      expect(answers.map(({ headers }) => headers.get('content-type')!.split(';')[0])).toEqual(
        addresses.map(([type]) => type),
      )
    },
  )

  it('finds the text in force from the list of versions', async () => {
    const { headers } = await stage().ask('/policies/privacy/versions')
    expect(headers.get('link')).toContain(`<${base}/current>; rel="latest-version"`)
  })
})

describe('a refusal', () => {
  it.each([
    ['/policies/privacy/current?at=soon', 400, /allowed is an ISO 8601 instant/],
    ['/policies/privacy/current?locale=xx', 400, /allowed are en, de, fr/],
    ['/policies/privacy/versions/a%20b', 400, /allowed are up to 100 letters/],
    ['/policies/privacy/compare/1/a%20b', 400, /allowed are up to 100 letters/],
    ['/policies/privacy/versions/9', 404, /labelled "9"/],
    ['/policies/privacy/versions/9.html', 404, /labelled "9"/],
    ['/policies/privacy/compare/1/9', 404, /labelled "9"/],
    ['/policies/unknown/current', 404, /no policy/],
    ['/policies/privacy/current?at=2020-01-01', 404, /No version/],
    ['/policy-notices/active?placement=', 400, /allowed is the name of a channel/],
  ])('of %s is %d, readable from anywhere and kept by nobody', async (path, status, message) => {
    const answer = await stage().ask(path)
    const { errors } = (await answer.json()) as { errors: { message: string }[] }

    expect(answer.status).toBe(status)
    expect(errors[0]!.message).toMatch(message)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  const unknown = ['There is no such policy or version here.', 'There is no policy with the slug']
  it.each([
    ['/policies/mistyped/current', 404, unknown],
    ['/policies/mistyped/current.html', 404, unknown],
    [
      '/policies/privacy/versions/9',
      404,
      [
        unknown[0]!,
        'is labelled',
        '/policies/privacy/versions.html?locale=en">All versions of this policy</a>',
      ],
    ],
    ['/policies/mistyped/versions', 404, unknown],
    [
      '/policies/privacy/current?at=2020-01-01',
      404,
      [
        'No version of this policy is in force at the time',
        'The first version applies from <time',
        '<a href="?">Read the text in force</a>',
      ],
    ],
    [
      '/policies/privacy/current?locale=xx',
      400,
      ['This address cannot be answered as it is written.', 'allowed are en, de, fr'],
    ],
  ])('is a page to a browser: %s', async (path, status, words) => {
    const { ask } = stage()
    const answer = await ask(path, { Accept: browser })
    const page = await answer.text()

    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'text/html; charset=utf-8',
    ])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(page).toMatch(/^<!doctype html>\n<html dir="ltr" lang="en">/)
    expect(words.filter((said) => !page.includes(said))).toEqual([])
    const head = await ask(path, { Accept: browser }, 'HEAD')
    expect([head.status, await head.text()]).toEqual([status, ''])
  })

  it('tells a browser when the first version starts, in the zone of the policy and the language asked for', async () => {
    const { ask } = stage('2025-12-15T00:00:00.000Z')
    for (const path of ['current', 'current.html']) {
      const page = await ask(`/policies/privacy/${path}?locale=de`, { Accept: browser })
      expect(await page.text()).toContain(
        'Die erste Version gilt ab dem <time datetime="2026-01-01T00:00:00.000Z">1. Januar 2026</time>',
      )
    }
  })

  it.each(['mistyped', 'drafted', '%00'])(
    'leads a browser to no versions where none was ever published: %s',
    async (slug) => {
      const answer = await stage().ask(`/policies/${slug}/versions/1`, { Accept: browser })

      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('<a ')
    },
  )

  it('to a browser has nothing in it that somebody else wrote as markup', async () => {
    const path = `/policies/${encodeURIComponent('<script>alert(1)</script>')}/current`
    expect(await (await stage().ask(path, { Accept: browser })).text()).not.toContain('<script')
  })

  it('of a malformed Accept-Datetime is 400, and none where at is given', async () => {
    const { ask } = stage()
    const headers = { 'Accept-Datetime': 'yesterday' }

    expect((await ask('/policies/privacy/current', headers)).status).toBe(400)
    expect((await ask('/policies/privacy/current?at=2026-02-01', headers)).status).toBe(200)
  })
})

describe('the page of all versions', () => {
  it('leads to the page of each, and is led to by each', async () => {
    const { ask } = stage()
    const list = await ask('/policies/privacy/versions.html?locale=de')
    const page = await list.text()
    const base = 'https://cms.example/api/policies/privacy'

    expect(list.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(list.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect([...page.matchAll(/<a href="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      `${base}/versions/2.html?locale=de`,
      `${base}/versions/1.html?locale=de`,
    ])
    expect(await (await ask('/policies/privacy/versions/1.html?locale=de')).text()).toContain(
      `href="${base}/versions.html?locale=de"`,
    )
  })
})
