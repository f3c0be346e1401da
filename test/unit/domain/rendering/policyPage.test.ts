import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import type { PublicVersion } from '../../../../src/domain/publicVersion.js'

import { policyPage } from '../../../../src/domain/rendering/policyPage.js'
import {
  policyPageSecurityPolicy,
  policyPageStyleSource,
} from '../../../../src/domain/rendering/policyPageStyle.js'
import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { safeUrl } from '../../../../src/domain/rendering/safeUrl.js'
import { timelinePage } from '../../../../src/domain/rendering/timelinePage.js'
import { wordsOf } from '../../../../src/translations/index.js'
import { hostileBody, hostileTexts } from '../../../helpers/hostileTexts.js'
import { type HtmlNode, nodesIn, parsedPage, wordsShown } from '../../../helpers/parsers.js'
import { activeNoticeOf, publicVersionOf } from '../../../helpers/publicVersions.js'

type Version = Parameters<typeof policyPage>[0]['version']

const links = { current: '/policies/privacy', history: '/policies/privacy/history' }

const pageOf = (
  version: Version = publicVersionOf(),
  more: Partial<Parameters<typeof policyPage>[0]> = {},
) => policyPage({ language: 'en', links, version, words: wordsOf('en').page, ...more })

const elements = (html: string, name: string): HtmlNode[] =>
  nodesIn(parsedPage(html)).filter(({ nodeName }) => nodeName === name)

const attributesOf = ({ attrs = [] }: HtmlNode): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]))

const shown = (html: string, name = 'body'): string =>
  elements(html, name)
    .map((element) => wordsShown(element).replace(/\s+/gu, ' ').trim())
    .join('\n')

describe('the page of a version', () => {
  const html = pageOf()

  it('says its language, its direction and its title', () => {
    expect(attributesOf(elements(html, 'html')[0]!)).toEqual({ dir: 'ltr', lang: 'en' })
    expect(shown(html, 'title')).toBe('Privacy Policy')
  })

  it('has one main heading, the one that the text begins with, or the title', () => {
    expect(elements(html, 'h1').map(attributesOf)).toEqual([{ id: 'section-privacy-policy' }])
    expect(shown(html, 'article')).toBe('We keep your data safe.')
    expect(shown(pageOf(publicVersionOf({ html: '<p>We keep nothing.</p>' })), 'h1')).toBe(
      'Privacy Policy',
    )
  })

  it('lets readers skip to the text', () => {
    const [skip] = elements(html, 'a')
    const [text] = elements(html, 'article')

    expect(shown(html, 'a')).toMatch(/^Skip to the text/u)
    expect(attributesOf(skip!).href).toBe(`#${attributesOf(text!).id}`)
    expect(attributesOf(text!).tabindex).toBe('-1')
  })

  it('says from when it counts, which version it is, and what it is told by', () => {
    expect(shown(html, 'header')).toBe(
      'Privacy Policy Effective June 1, 2026 Version 2 Published May 1, 2026',
    )
    expect(shown(html, 'footer')).toBe(
      `All versions of this policy Fingerprint of this version: sha256:${'0a'.repeat(32)}`,
    )
    expect(attributesOf(elements(html, 'a').at(-1)!).href).toBe('/policies/privacy/history')
  })

  it('has the text in its own language and direction', () => {
    const page = pageOf(publicVersionOf({ locale: 'ar' }), { language: 'he' })

    expect(attributesOf(elements(page, 'html')[0]!)).toEqual({ dir: 'rtl', lang: 'he' })
    expect(attributesOf(elements(page, 'article')[0]!)).toMatchObject({ dir: 'rtl', lang: 'ar' })
    expect(attributesOf(elements(pageOf(undefined, { dir: 'rtl' }), 'html')[0]!).dir).toBe('rtl')
  })

  it.each([
    ['pt_BR', { dir: 'ltr', lang: 'pt-BR' }],
    ['ar_EG', { dir: 'rtl', lang: 'ar-EG' }],
    // What is no language's code says nothing.
    ['my@code', { dir: 'ltr' }],
  ])('marks words in %s as a browser knows the language', (locale, attributes) => {
    const version = publicVersionOf({ changeSummary: 'Mais.', locale })
    const page = pageOf(version, { notices: [activeNoticeOf({ locale })] })
    const quoted = [...elements(page, 'article'), ...elements(page, 'span')].map(attributesOf)

    expect(page).not.toContain(`lang="${locale}"`)
    expect(attributesOf(elements(page, 'article')[0]!)).toEqual({
      ...attributes,
      id: 'policy-text',
      tabindex: '-1',
    })
    expect(quoted.filter(({ dir }) => dir !== undefined).length).toBeGreaterThan(2)
    const list = timelinePage({
      addressOf: () => 'https://cms.example',
      language: 'en',
      versions: [version],
      words: wordsOf('en').page,
    })
    expect(attributesOf(elements(list, 'h1')[0]!)).toEqual(attributes)
  })

  it('says the days in the language of the page and the zone of the policy', () => {
    const page = pageOf(publicVersionOf(), { language: 'de' })

    expect(shown(page, 'main')).toContain('In force since 1. Juni 2026')
    expect(elements(page, 'time').map(attributesOf)).toContainEqual({
      datetime: '2026-06-01T04:00:00.000Z',
    })
  })

  it('sums the change up, where that was written', () => {
    expect(shown(html)).not.toContain('Summary of the change')
    expect(shown(pageOf(publicVersionOf({ changeSummary: 'We <ask> first.' })))).toContain(
      'Summary of the change We <ask> first.',
    )
  })
})

describe('where a version stands', () => {
  it.each<[string, Partial<PublicVersion>, string, boolean]>([
    ['in force', {}, 'In force since June 1, 2026', false],
    ['in force, nobody knows since when', { effectiveAt: null }, 'In force', false],
    [
      'superseded',
      { state: 'superseded', supersededAt: '2026-09-01T04:00:00.000Z' },
      'No longer in force since September 1, 2026 Read the text in force',
      true,
    ],
    [
      'superseded, nobody knows since when',
      { state: 'superseded' },
      'No longer in force Read the text in force',
      true,
    ],
    [
      'upcoming',
      { state: 'upcoming' },
      'Takes effect on June 1, 2026 It does not apply yet: Read the text in force',
      true,
    ],
    [
      'upcoming, the first of its policy',
      { links: { ...publicVersionOf().links, predecessor: null }, state: 'upcoming' },
      'Takes effect on June 1, 2026',
      false,
    ],
    [
      'withdrawn',
      { state: 'withdrawn', withdrawnAt: '2026-05-20T12:00:00.000Z' },
      'Withdrawn on May 20, 2026, before it took effect It was announced for June 1, 2026 and never applied. Read the text in force',
      true,
    ],
    [
      'imported',
      {
        imported: {
          effectiveOn: null,
          publishedOn: null,
          recordedAt: '2026-01-01T00:00:00.000Z',
          sequence: 1,
          source: 'a filing <cabinet>',
        },
      },
      'In force since June 1, 2026 Imported from before this record began: a filing <cabinet>',
      false,
    ],
    [
      'sooner than was promised',
      { exception: { explanation: 'A court said so.', providedFor: true, reason: 'court' } },
      'In force since June 1, 2026 Its notice period was shortened: A court said so.',
      false,
    ],
    [
      'sooner than was promised, by a law that the policy says nothing about',
      { exception: { explanation: 'A court said so.', providedFor: false, reason: 'court' } },
      'In force since June 1, 2026 Its notice period was shortened by a legal obligation, which the policy did not provide for: A court said so.',
      false,
    ],
  ])('%s', (_, fields, words, hasLink) => {
    const html = pageOf(publicVersionOf(fields))

    expect(shown(html, 'section')).toBe(words)
    expect(html.includes('href="/policies/privacy"')).toBe(hasLink)
  })

  it('a withdrawn version does not show the day that never came', () => {
    const version = publicVersionOf({ state: 'withdrawn', withdrawnAt: '2026-05-20T12:00:00.000Z' })

    expect(shown(pageOf(version), 'header')).not.toContain('Effective')
  })
})

describe('what is announced', () => {
  const upcoming = publicVersionOf({
    changeSummary: 'We ask before we write.',
    effectiveAt: '2026-09-01T04:00:00.000Z',
    label: '3',
    state: 'upcoming',
    url: 'https://cider.example/policies/privacy/versions/3',
  })
  const sections = (html: string): string[] => shown(html, 'section').split('\n').slice(1)

  it('is a box with its notice, what changes and a link', () => {
    const html = pageOf(
      { ...publicVersionOf(), upcoming: [upcoming] },
      { notices: [activeNoticeOf()] },
    )

    expect(sections(html)).toEqual([
      'Version 3 Privacy will change on September 1, 2026. We ask before we write. Read version 3',
    ])
    expect(html).toContain('href="https://cider.example/policies/privacy/versions/3"')
  })

  it('is a box for an upcoming version without a notice too', () => {
    expect(sections(pageOf({ ...publicVersionOf(), upcoming: [upcoming] }))).toEqual([
      'Version 3 Takes effect on September 1, 2026 We ask before we write. Read version 3',
    ])
  })

  it('says once that the notice was shortened, in the words of the notice or of the page', () => {
    const exception = { explanation: 'A court said so.', providedFor: true, reason: 'security' }
    const shortened = publicVersionOf({ ...upcoming, exception })
    const message = 'It will change. Its notice period was shortened: A court said so.'
    const page = { ...publicVersionOf(), upcoming: [shortened] }

    expect(sections(pageOf(page))[0]).toMatch(/notice .*shortened: A court said so\./)
    expect(
      sections(pageOf(page, { notices: [activeNoticeOf({ exception, message })] }))[0]?.match(
        /A court said so/g,
      ),
    ).toHaveLength(1)
  })

  it('is nothing where it is about another policy, or the version itself', () => {
    const notices = [
      activeNoticeOf({ policy: { slug: 'terms', title: 'Terms' } }),
      activeNoticeOf({ version: { label: '2', state: 'in_force' } }),
    ]

    expect(sections(pageOf(undefined, { notices }))).toEqual([])
  })
})

describe('a page that anybody may see', () => {
  it('has a style of its own, whose hash the policy for it names, and loads nothing', () => {
    const html = pageOf()
    const style = elements(html, 'style')[0]?.childNodes?.[0]?.value ?? ''
    const hash = createHash('sha256').update(style).digest('base64')

    expect(policyPageStyleSource).toBe(`'sha256-${hash}'`)
    expect(policyPageSecurityPolicy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
    expect(style).not.toMatch(/url\(|@import|<\//u)
    expect(nodesIn(parsedPage(html)).map(({ nodeName }) => nodeName)).not.toContain('script')
  })

  it.each(hostileTexts)('has nothing in it that %j would make', (hostile) => {
    const fields = {
      changeSummary: hostile,
      dateLabel: hostile,
      exception: { explanation: hostile, providedFor: false, reason: hostile },
      fingerprint: hostile,
      html: renderText({ body: hostileBody(hostile) }).html,
      imported: {
        effectiveOn: null,
        publishedOn: null,
        recordedAt: '2026-01-01T00:00:00.000Z',
        sequence: 1,
        source: hostile,
      },
      label: hostile,
      locale: hostile,
      title: hostile,
      url: hostile,
    }
    const version = {
      ...publicVersionOf(fields),
      upcoming: [publicVersionOf({ ...fields, label: `${hostile}1`, state: 'upcoming' })],
    }
    const notice = activeNoticeOf({
      changeSummary: hostile,
      locale: hostile,
      message: hostile,
      url: hostile,
      version: { label: `${hostile}2`, state: 'upcoming' },
    })
    const html = pageOf(version, {
      links: { current: hostile, history: hostile },
      notices: [notice],
    })
    const nodes = nodesIn(parsedPage(html))
    const names = nodes.flatMap(({ attrs = [] }) => attrs.map(({ name }) => name))

    expect(nodes.map(({ nodeName }) => nodeName).filter((name) => !expected.has(name))).toEqual([])
    expect(names.filter((name) => !expectedAttributes.has(name))).toEqual([])
    for (const { href } of nodes.map(attributesOf)) {
      expect(href === undefined ? undefined : safeUrl(href)).toBe(href)
    }
  })
})

const expected = new Set([
  ...['#document', '#documentType', '#text', 'html', 'head', 'meta', 'title', 'style', 'body'],
  ...['header', 'main', 'footer', 'section', 'article', 'div', 'span', 'bdi', 'time', 'a', 'p'],
  ...['h1', 'h2', 'ul', 'li', 'blockquote', 'br', 'code', 's', 'strong', 'em', 'b'],
  ...['table', 'tbody', 'tr', 'td'],
])

const expectedAttributes = new Set([
  ...['aria-label', 'charset', 'class', 'content', 'datetime', 'dir', 'href', 'id', 'lang', 'name'],
  ...['rel', 'tabindex', 'target'],
])
