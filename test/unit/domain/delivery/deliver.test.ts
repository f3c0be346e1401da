import { describe, expect, it } from 'vitest'

import { stage } from '../../../helpers/deliveryStage.js'

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
