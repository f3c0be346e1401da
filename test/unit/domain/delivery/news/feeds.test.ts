import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { PublishedRow } from '../../../../../src/domain/sealedVersion.js'

import { ask, deliveryFrom } from '../../../../helpers/deliveries.js'
import { hostileMarkup } from '../../../../helpers/hostileTexts.js'
import { memorySource, publishedRowOf } from '../../../../helpers/memorySource.js'
import { parsedHtml, parsedXml, type XmlElement, xmlText } from '../../../../helpers/parsers.js'

const rows = [
  publishedRowOf({
    effectiveAt: '2026-01-01T00:00:00.000Z',
    label: '1',
    publishedAt: '2026-01-01T00:00:00.000Z',
  }),
  publishedRowOf({
    effectiveAt: '2026-06-01T00:00:00.000Z',
    label: '2',
    publishedAt: '2026-05-01T00:00:00.000Z',
  }),
  publishedRowOf({
    effectiveAt: '2026-08-01T00:00:00.000Z',
    label: '3',
    publishedAt: '2026-05-10T00:00:00.000Z',
    withdrawnAt: '2026-05-12T00:00:00.000Z',
  }),
]

const titled = ({ summary = null, title }: { summary?: null | string; title: string }) => {
  const row = publishedRowOf()
  return {
    ...row,
    sealed: {
      ...row.sealed!,
      policy: { ...row.sealed!.policy, title: { en: title } },
      summaries: { en: { changeSummary: summary, dateLabel: null, title } },
    },
  }
}

const get = ({
  at = '2026-05-15T00:00:00.000Z',
  path,
  shown = rows,
}: {
  at?: string
  path: string
  shown?: readonly PublishedRow[]
}) =>
  ask({
    delivery: deliveryFrom(memorySource({ now: () => new Date(at), rows: shown })),
    path,
  })

const childrenOf = (element: XmlElement, name: string) =>
  (element.elements ?? []).filter((child) => child.name === name)
const childOf = (element: XmlElement, name: string) => childrenOf(element, name)[0]!

const atomOf = async (asked: Parameters<typeof get>[0]) => {
  const [feed] = parsedXml(await (await get(asked)).text()).elements!
  const entries = childrenOf(feed!, 'entry').map((entry) => ({
    id: xmlText(childOf(entry, 'id')),
    link: childOf(entry, 'link').attributes!.href,
    summary: xmlText(childOf(entry, 'summary')),
    title: xmlText(childOf(entry, 'title')),
    updated: xmlText(childOf(entry, 'updated')),
  }))

  return {
    author: xmlText(childOf(childOf(feed!, 'author'), 'name')),
    entries,
    id: xmlText(childOf(feed!, 'id')),
    links: childrenOf(feed!, 'link').map(({ attributes }) => [attributes!.rel, attributes!.href]),
    namespace: feed!.attributes!.xmlns,
    title: xmlText(childOf(feed!, 'title')),
    updated: xmlText(childOf(feed!, 'updated')),
  }
}

describe('a feed', () => {
  it('tells of publications, effects and withdrawals, newest first', async () => {
    const feed = await atomOf({ path: '/policies/privacy/feed.atom?locale=en' })

    expect(feed).toMatchObject({
      author: 'cms.example',
      links: [
        ['alternate', 'https://cms.example/api/policies/privacy/versions.html?locale=en'],
        ['self', 'https://cms.example/api/policies/privacy/feed.atom?locale=en'],
      ],
      namespace: 'http://www.w3.org/2005/Atom',
      title: 'Privacy: changes',
      updated: '2026-05-12T00:00:00.000Z',
    })
    expect(feed.entries.map(({ link, title, updated }) => [updated, title, link])).toEqual([
      [
        '2026-05-12T00:00:00.000Z',
        'Privacy, version 3 withdrawn; it will not take effect on July 31, 2026',
        'https://www.example/privacy/3',
      ],
      [
        '2026-05-10T00:00:00.000Z',
        'Privacy, version 3 announced; takes effect on July 31, 2026',
        'https://www.example/privacy/3',
      ],
      [
        '2026-05-01T00:00:00.000Z',
        'Privacy, version 2 announced; takes effect on May 31, 2026',
        'https://www.example/privacy/2',
      ],
      ['2026-01-01T00:00:00.000Z', 'Privacy, version 1 published', 'https://www.example/privacy/1'],
    ])
  })

  it('tells the same of one policy and of all, in both formats', async () => {
    const [one, all] = [
      await atomOf({ path: '/policies/privacy/feed.atom' }),
      await atomOf({ path: '/policies/feed.atom' }),
    ]
    const answer = await get({ path: '/policies/feed.json' })
    const json = (await answer.json()) as {
      feed_url: string
      items: {
        content_html: string
        date_modified: string
        id: string
        title: string
        url: string
      }[]
    }

    expect(all.entries).toEqual(one.entries)
    expect(all).toMatchObject({ title: 'Changes of all policies' })
    expect(all.id).not.toBe(one.id)
    expect(answer.headers.get('content-type')).toBe('application/feed+json')
    expect(json.feed_url).toBe('https://cms.example/api/policies/feed.json')
    expect(
      json.items.map(({ content_html: summary, date_modified: updated, id, title, url: link }) => ({
        id,
        link,
        summary,
        title,
        updated,
      })),
    ).toEqual(all.entries)
  })

  it('has an effect from its very instant on, and lets nobody keep an answer over it', async () => {
    const path = '/policies/privacy/feed.atom'
    const [before, after] = [
      await get({ at: '2026-05-31T23:59:49.000Z', path }),
      await get({ at: '2026-06-01T00:00:00.000Z', path }),
    ]

    expect(before.headers.get('cache-control')).toBe(
      'public, max-age=5, s-maxage=5, stale-while-revalidate=5',
    )
    expect(await before.text()).not.toContain('took effect')
    expect(await after.text()).toContain('Privacy, version 2 took effect on May 31, 2026')
    expect(after.headers.get('last-modified')).toBe('Mon, 01 Jun 2026 00:00:00 GMT')
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  })

  it('has the same identifier wherever it is answered, and as long as it tells of the same', async () => {
    const answer = async ({
      all = false,
      at = '2026-05-15T00:00:00.000Z',
      origin = '',
      shown = rows,
    }) => {
      const source = memorySource({ now: () => new Date(at), rows: shown })
      const addresses = {
        api: ({ path, slug }: { path: string; slug: string }) =>
          `${origin}/api/rules/${slug}/${path}`,
        site: () => `${origin}/rules`,
      }
      const xml = await ask({
        delivery: deliveryFrom(source, { addresses }),
        path: all ? '/policies/feed.atom' : '/policies/privacy/feed.atom',
      })
      return xmlText(childOf(parsedXml(await xml.text()).elements![0]!, 'id'))
    }
    const [id, ofAll] = [await answer({}), await answer({ all: true })]

    expect(id).toMatch(/^urn:uuid:[\da-f-]{36}$/)
    expect(ofAll).not.toBe(id)
    for (const elsewhere of [
      { origin: 'http://other.example' },
      { origin: 'https://other.example' },
      { at: '2026-02-01T00:00:00.000Z' },
      { shown: rows.toReversed() },
    ]) {
      expect(await answer(elsewhere)).toBe(id)
      expect(await answer({ ...elsewhere, all: true })).toBe(ofAll)
    }
    expect(await answer({ shown: rows.slice(1) })).not.toBe(id)
    expect(await answer({ all: true, shown: rows.slice(1) })).not.toBe(ofAll)
  })

  it('is bounded', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      publishedRowOf({
        effectiveAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
        label: `${index}`,
      }),
    )
    const { entries } = await atomOf({ path: '/policies/feed.atom', shown: many })

    expect(entries).toHaveLength(50)
    expect(entries[0]!.title).toContain('version 59')
  })

  it('of a policy that is unknown is refused, of all is empty where there is none', async () => {
    expect((await get({ path: '/policies/terms/feed.atom' })).status).toBe(404)
    expect((await get({ path: '/policies/privacy/feed.json', shown: [] })).status).toBe(404)
    expect((await atomOf({ path: '/policies/feed.atom', shown: [] })).entries).toEqual([])
  })

  it('has addresses with a host also where none is configured', async () => {
    const source = memorySource({ now: () => new Date('2026-05-15T00:00:00.000Z'), rows })
    const answer = await ask({
      delivery: deliveryFrom(source, {
        addresses: {
          api: ({ path, slug }) => `/api/policies/${slug}/${path}`,
          site: ({ label, slug }) => `/${slug}/${label}`,
        },
      }),
      path: '/policies/feed.json',
    })

    expect(await answer.json()).toMatchObject({
      feed_url: 'https://cms.example/api/policies/feed.json',
      home_page_url: 'https://cms.example/',
      items: expect.arrayContaining([
        expect.objectContaining({ url: 'https://cms.example/privacy/3' }),
      ]) as unknown,
    })
  })
})

describe('a hostile title', () => {
  const hostile = [
    ...hostileMarkup,
    'Q&A &amp; "more" \u2028 ]]> ]]>]]> <![CDATA[ &lt;b&gt;',
    'a\u0000b\u0001c\u000Bd\u001Fe\u007Ff\u0085g\uFFFEh\uFFFFi\uD800j',
  ]
  const readable = (text: string) =>
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu, '') // eslint-disable-line no-control-regex -- what XML cannot hold
      .trim()
  const textIn = (html: string) => {
    const { childNodes = [] } = parsedHtml(html)
    expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(['#text'])
    return childNodes[0]!.value
  }
  const check = async (title: string) => {
    const shown = [titled({ summary: title, title })]
    const at = '2026-06-02T00:00:00.000Z'
    const path = '/policies/privacy/feed'
    const xml = await (await get({ at, path: `${path}.atom`, shown })).text()
    const atom = await atomOf({ at, path: `${path}.atom`, shown })
    const json = (await (await get({ at, path: `${path}.json`, shown })).json()) as {
      items: { content_html: string; title: string }[]
      title: string
    }
    const headline = readable(`${title}, version 1 published`)
    const summary = readable(title) || headline

    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/) // eslint-disable-line no-control-regex -- what XML cannot hold
    expect(atom.title).toBe(readable(`${title}: changes`))
    expect(textIn(atom.entries[0]!.title)).toBe(headline)
    expect(textIn(atom.entries[0]!.summary)).toBe(summary)
    expect(json.title).toBe(readable(`${title}: changes`))
    expect(json.items[0]!.title).toBe(headline)
    expect(textIn(json.items[0]!.content_html)).toBe(summary)
  }

  it.each(hostile)('is text: %j', check)

  it('is text, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(
            fc.oneof(
              fc.constantFrom('<', '>', '&', ']]>', '&amp;', '\0', '"'),
              fc.string({ unit: 'binary' }),
            ),
          )
          .map((parts) => parts.join('')),
        check,
      ),
    )
  })
})
