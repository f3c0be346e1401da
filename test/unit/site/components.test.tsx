import type { ReactNode } from 'react'

import { prerender } from 'react-dom/static'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import {
  createPolicyClient,
  PolicyDocument,
  PolicyHistory,
  PolicyNotice,
} from '../../../src/exports/site.js'
import { hostileTexts } from '../../helpers/hostileTexts.js'
import { nodesIn, parsedHtml } from '../../helpers/parsers.js'
import { activeNoticeOf, publicVersionOf } from '../../helpers/publicVersions.js'

/** A client whose API answers what it is told to, or cannot be reached. */
const clientOf = (answer: unknown) =>
  createPolicyClient({
    baseUrl: 'https://cms.example/api',
    fetch: () =>
      answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve(new Response(JSON.stringify(answer))),
  })

/** The HTML of async components too. */
const rendered = async (node: ReactNode): Promise<string> => {
  const { prelude } = await prerender(node, { onError: () => undefined })

  return new Response(prelude).text()
}

const addresses = {
  current: ({ slug }: { slug: string }) => `/legal/${slug}`,
  history: ({ slug }: { slug: string }) => `/legal/${slug}/history`,
}

const importedFrom = (source: string) => ({
  effectiveOn: null,
  publishedOn: null,
  recordedAt: '2026-01-01T00:00:00.000Z',
  sequence: 1,
  source,
})

describe('PolicyDocument', () => {
  it('shows a text once with its heading, where it stands and what is announced', () => {
    const html = renderToStaticMarkup(
      <PolicyDocument
        addresses={addresses}
        version={{
          ...publicVersionOf({ supersededAt: '2026-12-17T05:00:00.000Z' }),
          upcoming: [
            publicVersionOf({
              changeSummary: 'We ask before we write.',
              effectiveAt: '2026-12-17T05:00:00.000Z',
              label: '3',
              state: 'upcoming',
              url: '/legal/privacy/3',
            }),
          ],
        }}
      />,
    )

    expect(html).toMatch(/^<article dir="ltr" lang="en" class="policy-document">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<h1 id="section-privacy-policy">Privacy Policy</h1>')
    expect(html).toContain('Effective June 1, 2026')
    expect(html).toContain(
      'In force since <time dateTime="2026-06-01T04:00:00.000Z">June 1, 2026</time>',
    )
    expect(html).toContain('<section dir="ltr" lang="en" aria-label="Upcoming version 3"')
    expect(html).toContain(
      'takes effect on <time dateTime="2026-12-17T05:00:00.000Z">December 17, 2026</time>',
    )
    expect(html).toContain('<a href="/legal/privacy/3">Read version <bdi>3</bdi></a>')
    expect(html).toContain('<a href="/legal/privacy/history">All versions</a>')
    expect(html).toContain('<div class="policy-text"><p>We keep your data safe.</p></div>')
  })

  it('says of what is announced that its notice was shortened', () => {
    const exception = { explanation: 'A court said so.', providedFor: false, reason: 'security' }
    const html = renderToStaticMarkup(
      <PolicyDocument
        version={{ ...publicVersionOf(), upcoming: [publicVersionOf({ exception, label: '3' })] }}
      />,
    )

    expect(html.replaceAll(/<[^>]+>/gu, '')).toMatch(
      /Its notice was shortened by a legal obligation, .*: A court said so\./,
    )
  })

  it('marks words as a browser knows their language, whatever the host calls it', () => {
    const html = (locale: string) =>
      renderToStaticMarkup(<PolicyDocument version={publicVersionOf({ locale })} />)

    expect(html('pt_BR')).toMatch(/^<article dir="ltr" lang="pt-BR"/)
    expect(html('my@code')).toMatch(/^<article dir="ltr" class/)
  })

  it('marks a text of another language and direction as such, beside its own words', () => {
    const html = renderToStaticMarkup(
      <PolicyDocument
        language="de"
        version={publicVersionOf({
          dateLabel: 'ابتداءً من 1 يونيو 2026',
          html: '<p>نحن نحمي بياناتك.</p>',
          locale: 'ar',
          locales: { authoritative: 'en', available: ['en', 'ar'], missing: 'de' },
          title: 'سياسة الخصوصية',
        })}
        words={{
          authoritative: 'Es gilt der Text auf {{language}}.',
          inForceSince: 'In Kraft seit {{date}}',
          languageMissing: 'Es gibt ihn nicht auf {{wanted}}, hier steht er auf {{shown}}.',
          standing: 'Stand',
        }}
      />,
    )

    expect(html).toMatch(/^<article dir="rtl" lang="ar"/)
    expect(html).toContain('<h1>سياسة الخصوصية</h1>')
    expect(html).toContain('<section dir="ltr" lang="de" aria-label="Stand"')
    expect(html).toContain('>1. Juni 2026</time>')
    expect(html).toContain(
      'Es gibt ihn nicht auf <bdi>Deutsch</bdi>, hier steht er auf <bdi>Arabisch</bdi>.',
    )
    expect(html).toContain('Es gilt der Text auf <bdi>Englisch</bdi>.')
  })

  it.each([
    ['in_force', {}, /In force since <time[^>]*>June 1, 2026/],
    ['in_force', { effectiveAt: null }, /<p class="policy-standing__lead">In force<\/p>/],
    [
      'in_force',
      { supersededAt: '2026-12-17T05:00:00.000Z' },
      /From <time[^>]*>December 17, 2026<\/time> on, another version/,
    ],
    [
      'superseded',
      { supersededAt: '2026-12-17T05:00:00.000Z' },
      /Superseded on <time[^>]*>December 17, 2026.*href="\/legal\/privacy"/,
    ],
    ['upcoming', {}, /Takes effect on .*Until then, <a href="\/legal\/privacy">the text in force/],
    [
      'withdrawn',
      { withdrawnAt: '2026-05-20T03:00:00.000Z' },
      /Withdrawn on <time[^>]*>May 19, 2026<.*announced for <time[^>]*>June 1, 2026/,
    ],
    [
      'in_force',
      { exception: { explanation: 'A court said so.', providedFor: false, reason: 'x' } },
      /shortened by a legal obligation.*A court said so\./,
    ],
    [
      'superseded',
      {
        imported: importedFrom('the old CMS'),
      },
      /Imported from before this record began: <bdi>the old CMS/,
    ],
  ] as const)('says of a version %s %j where it stands', (state, fields, words) => {
    const version = publicVersionOf({ state, ...fields })

    expect(
      renderToStaticMarkup(<PolicyDocument addresses={addresses} version={version} />),
    ).toMatch(words)
  })

  it('asks for the text itself, and leaves an error to the page', async () => {
    expect(
      await rendered(<PolicyDocument client={clientOf(publicVersionOf())} slug="privacy" />),
    ).toContain('We keep your data safe.')
    await expect(
      rendered(<PolicyDocument client={clientOf(new Error('gone'))} slug="privacy" />),
    ).rejects.toMatchObject({ code: 'UNREACHABLE' })
  })
})

describe('PolicyHistory', () => {
  const timeline = {
    head: null,
    nextChangeAt: null,
    policy: publicVersionOf().policy,
    versions: [
      publicVersionOf({
        effectiveAt: '2026-12-17T05:00:00.000Z',
        effectiveOn: '2026-12-17',
        label: '3',
        state: 'upcoming',
      }),
      publicVersionOf({ changeSummary: 'We keep less.' }),
      publicVersionOf({
        effectiveAt: null,
        effectiveOn: null,
        imported: importedFrom('a print'),
        label: '1',
        links: { ...publicVersionOf().links, predecessor: null },
        publishedAt: null,
        state: 'superseded',
      }),
    ],
  }

  it('lists every version with its state, its day and what changed', () => {
    const html = renderToStaticMarkup(<PolicyHistory addresses={addresses} timeline={timeline} />)

    expect(html).toContain('<h1 dir="ltr" lang="en">Privacy</h1>')
    expect(html.match(/<h2>/g)).toHaveLength(3)
    expect(html).toMatch(/Upcoming[\s\S]*In force[\s\S]*Superseded/)
    expect(html).toContain('<time dateTime="2026-12-17">December 17, 2026</time>')
    expect(html).toContain('We keep less.')
    expect(html).toMatch(/First version[\s\S]*a print/)
    expect(html).toContain('an unknown date')
    expect(html).toContain('<a href="/legal/privacy">Read the text in force</a>')
  })

  it('asks for the timeline itself, and takes its place among other headings', async () => {
    const html = await rendered(
      <PolicyHistory client={clientOf(timeline)} headingLevel={3} slug="privacy" />,
    )

    expect(html).not.toMatch(/<h[12]/)
    expect(html).toMatch(/<h3[\s\S]*<h4/)
  })
})

describe('PolicyNotice', () => {
  it('is a region with a heading for each notice, its day and where to read it', () => {
    const html = renderToStaticMarkup(
      <PolicyNotice addresses={addresses} notices={[activeNoticeOf()]} />,
    )

    expect(html).toMatch(/^<section dir="ltr" lang="en" aria-label="Changes to our policies"/)
    expect(html).toContain('>Privacy will change on September 1, 2026.</h2>')
    expect(html).toContain('<time dateTime="2026-09-01">September 1, 2026</time>')
    expect(html).toContain(
      '<a href="https://cider.example/policies/privacy/versions/3">Read the new text</a>',
    )
    expect(html).toContain('<a href="/legal/privacy">Read the text in force now</a>')
  })

  it.each([
    ['after', 'In effect since', '/legal/privacy/history'],
    ['withdrawn', 'Would have taken effect on', '/legal/privacy'],
  ] as const)('tells of a change %s', (phase, words, address) => {
    const html = renderToStaticMarkup(
      <PolicyNotice addresses={addresses} notices={[activeNoticeOf({ phase })]} />,
    )

    expect(html).toContain(words)
    expect(html).toContain(`href="${address}"`)
  })

  it.each([
    ['no notice', { nextChangeAt: null, notices: [] }],
    ['no API', new Error('connect ECONNREFUSED')],
    ['another program’s answer', { notices: 'many' }],
    ['nonsense', { notices: [null, 1, {}, { message: {}, phase: 'before' }] }],
    ['a phase of a later release', { notices: [activeNoticeOf({ phase: 'soon' as 'before' })] }],
    [
      'another policy’s notice',
      { notices: [activeNoticeOf({ policy: { slug: 'x', title: '' } })] },
    ],
  ])('is nothing where there is %s', async (_, answer) => {
    expect(
      await rendered(
        <main>
          <PolicyNotice client={clientOf(answer)} policy="privacy" />
        </main>,
      ),
    ).toBe('<main></main>')
  })

  it('keeps no page waiting for an API that is silent', async () => {
    const silent = { ...clientOf(null), activeNotices: () => new Promise<never>(() => undefined) }
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const page = (timeout?: number) =>
      rendered(
        <main>
          <PolicyNotice client={silent} timeout={timeout} />
        </main>,
      )

    expect(await page(5)).toBe('<main></main>')
    void page().catch(() => undefined)
    await vi.waitFor(() => expect(timers.mock.calls.map(([, delay]) => delay)).toContain(5_000))
    timers.mockRestore()
  })

  it('shows a day that is none as it came, rather than no page', () => {
    expect(
      renderToStaticMarkup(<PolicyNotice notices={[activeNoticeOf({ effectiveOn: 'soon' })]} />),
    ).toContain('<time dateTime="soon">soon</time>')
  })
})

/** What is in some HTML as a browser reads it: elements, attributes, and the protocols of links. */
const insides = (html: string) => {
  const nodes = nodesIn(parsedHtml(html))
  const attributes = nodes.flatMap(({ attrs = [] }) => attrs)
  const links = attributes.filter(({ name }) => name === 'href')

  return {
    attributes: [...new Set(attributes.map(({ name }) => name))],
    elements: [...new Set(nodes.map(({ nodeName }) => nodeName))],
    protocols: links.map(({ value }) => new URL(value, 'https://site.example').protocol),
  }
}

it.each(hostileTexts)('whatever %j stands in for, it stays text', (hostile) => {
  const version = publicVersionOf({
    changeSummary: hostile,
    dateLabel: hostile,
    effectiveAt: hostile,
    effectiveOn: hostile,
    exception: { explanation: hostile, providedFor: true, reason: hostile },
    html: '',
    label: hostile,
    locale: hostile,
    policy: { kind: 'privacy', slug: 'privacy', timeZone: hostile, title: hostile },
    publishedAt: hostile,
    title: hostile,
    url: hostile,
  })
  const html = renderToStaticMarkup(
    <>
      <PolicyDocument version={{ ...version, upcoming: [version] }} />
      <PolicyHistory
        timeline={{ head: null, nextChangeAt: null, policy: version.policy, versions: [version] }}
      />
      <PolicyNotice
        notices={[
          activeNoticeOf({
            changeSummary: hostile,
            effectiveOn: hostile,
            locale: hostile,
            message: hostile || 'x',
            url: hostile,
          }),
        ]}
      />
    </>,
  )

  const { attributes, elements, protocols } = insides(html)

  expect(
    `#document-fragment #text a article bdi dd div dl dt h1 h2 header li ol p section span time`.split(
      ' ',
    ),
  ).toEqual(expect.arrayContaining(elements))
  expect('aria-label class datetime dir href lang reversed'.split(' ')).toEqual(
    expect.arrayContaining(attributes),
  )
  expect(['http:', 'https:', 'mailto:', 'tel:']).toEqual(expect.arrayContaining(protocols))
})
