import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { App } from '../../helpers/app.js'

import { verifyRecord } from '../../../src/index.js'
import { textOf } from '../../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../../helpers/stage.js'

/** A host with three languages: a policy with a first version in two of them, and a second to come. */
describe('the public routes', () => {
  let app: App
  let stage: Stage
  let fingerprint: string
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.rest(method, `/policies/privacy/${path}`, { headers })

  beforeAll(async () => {
    stage = await createStage(
      {},
      {
        localization: {
          defaultLocale: 'en',
          locales: [
            { code: 'en', label: 'English' },
            { code: 'de', label: 'Deutsch' },
            { code: 'fr', fallbackLocale: 'de', label: 'Français' },
          ],
        },
        serverURL: 'https://cms.example',
      },
    )
    app = stage.app
    stage.at('2026-06-01T12:00:00Z')
    const policy = Number(
      (
        await app.payload.create({
          collection: 'policies',
          data: {
            slug: 'privacy',
            kind: 'privacy',
            timeZone: 'America/New_York',
            title: 'Privacy',
          },
        })
      ).id,
    )
    const draft = await app.payload.create({
      collection: 'policy-versions',
      data: {
        body: textOf('Privacy\n\nWe keep *no* data.'),
        label: '1.0',
        noticeTerms: tenDays,
        policy,
        title: 'Privacy',
      },
      user: stage.cast.editor.user,
    })
    await app.payload.update({
      id: draft.id,
      collection: 'policy-versions',
      data: { body: textOf('Wir behalten nichts.'), title: 'Datenschutz' },
      locale: 'de',
      user: stage.cast.editor.user,
    })
    const id = Number(draft.id)
    await app.payload.update({
      id,
      collection: 'policy-versions',
      data: { status: 'in_review' },
      user: stage.cast.editor.user,
    })
    await app.payload.update({
      id,
      collection: 'policy-versions',
      data: { status: 'approved' },
      user: stage.cast.reviewer.user,
    })
    fingerprint = String((await stage.publish(id)).fingerprint)

    stage.at('2026-07-01T12:00:00Z')
    await stage.published({
      body: textOf('We keep a little.'),
      changeSummary: 'We keep more.',
      effectiveOn: '2026-08-01',
      label: '2.0',
      materialChange: true,
      policy,
    })
  })

  afterAll(() => stage.stop())

  it.each([
    ['current', 'application/json', 'Accept, Accept-Datetime'],
    ['current.html', 'text/html; charset=utf-8', 'Accept-Datetime'],
    ['current.json', 'application/json', 'Accept-Datetime'],
    ['current.md', 'text/markdown; charset=utf-8', 'Accept-Datetime'],
    ['current.txt', 'text/plain; charset=utf-8', 'Accept-Datetime'],
    ['current?at=2026-06-15', 'application/json', 'Accept'],
    ['versions', 'application/json', 'Accept'],
    ['versions.html', 'text/html; charset=utf-8', null],
    ['versions/1.0', 'application/json', 'Accept'],
    ['versions/1.0.html', 'text/html; charset=utf-8', null],
    ['versions/1.0.md', 'text/markdown; charset=utf-8', null],
    ['compare/1.0/2.0', 'application/json', null],
    ['timemap', 'application/link-format', null],
  ])('answer %s as %s, varying by %s', async (path, type, vary) => {
    const { headers, status } = await ask(path)

    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([200, type, vary])
    expect(headers.get('cache-control')).toBe(
      'public, max-age=30, s-maxage=30, stale-while-revalidate=30',
    )
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('surrogate-key')).toMatch(/^policy-privacy( |$)/)
    expect(headers.get('last-modified')).toBe('Wed, 01 Jul 2026 12:00:00 GMT')

    const held = await ask(path, { 'If-None-Match': headers.get('etag')! })
    expect([held.status, held.body, held.headers.get('etag')]).toEqual([
      304,
      undefined,
      headers.get('etag'),
    ])
    const head = await ask(path, {}, 'HEAD')
    expect([head.status, head.body]).toEqual([200, undefined])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(headers))
    const options = await ask(path, {}, 'OPTIONS')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    expect(options.headers.get('access-control-allow-headers')).toContain('If-None-Match')
  })

  it('write a version as a page, as Markdown and as plain text, from what was sealed', async () => {
    const page = String((await ask('current.html')).body)

    expect(page).toMatch(/^<!doctype html>\n<html dir="ltr" lang="en">/)
    expect(page).toContain('<p>We keep *no* data.</p>')
    // What is announced stands above the text.
    expect(page).toContain('We keep more.')
    expect((await ask('current', { Accept: 'text/html' })).body).toBe(page)
    expect((await ask('current.md')).body).toContain(String.raw`We keep \*no\* data.`)
    expect((await ask('current.txt')).body).toContain('We keep *no* data.')
  })

  it('answer in the language asked for, or say which one is missing', async () => {
    const inLocale = async (path: string) => {
      const { body, headers } = await ask(path)
      return { ...body, language: headers.get('content-language') }
    }

    expect(await inLocale('current?locale=de')).toMatchObject({
      language: 'de',
      locales: { authoritative: 'en', missing: null },
      title: 'Datenschutz',
    })
    expect(await inLocale('current?locale=fr')).toMatchObject({
      language: 'de',
      locales: { missing: 'fr' },
      upcoming: [{ locale: 'en', locales: { available: ['en'], missing: 'fr' } }],
    })
    expect(await inLocale(`texts/${fingerprint}?locale=de`)).toMatchObject({
      language: 'de',
      text: expect.stringContaining('Wir behalten nichts.'),
    })
    expect(await inLocale('compare/1.0/2.0?locale=de')).toMatchObject({ locale: 'en' })
  })

  it('compare two versions', async () => {
    const { body } = await ask('compare/1.0/2.0')

    expect(body).toMatchObject({
      from: { label: '1.0', state: 'in_force' },
      to: { label: '2.0', state: 'upcoming' },
    })
    expect(body.html).toContain('a little')
    expect(body.redline).toBeTypeOf('object')
    expect(body.from).not.toHaveProperty('html')
  })

  it('answer a past moment from what was known, a future one as a forecast', async () => {
    expect((await ask('current?at=2026-06-15')).body).toMatchObject({
      forecast: false,
      label: '1.0',
      nextChangeAt: null,
      upcoming: [],
    })
    const future = await ask('current?at=2026-08-01')
    expect(future.body).toMatchObject({ forecast: true, label: '2.0', state: 'in_force' })
    expect(future.headers.get('memento-datetime')).toBeNull()

    const memento = await ask('current', { 'Accept-Datetime': 'Mon, 15 Jun 2026 00:00:00 GMT' })
    expect(memento.body).toMatchObject({ label: '1.0' })
    expect(memento.headers.get('memento-datetime')).toBe('Mon, 01 Jun 2026 12:00:00 GMT')
    const { pathname, search } = new URL(memento.headers.get('content-location')!)
    const located = await app.rest('GET', `${pathname.replace('/api', '')}${search}`)
    expect(located.body).toEqual(memento.body)
  })

  it.each([
    ['Thu, 15 Jun 2000 00:00:00 GMT', '2026-06-01T12:00:00.000Z'],
    ['Mon, 15 Jun 2099 00:00:00 GMT', '2026-07-01T12:00:00.000Z'],
  ])('answer archives that ask for %s with the nearest state', async (datetime, instant) => {
    const { body, headers, status } = await ask('current', { 'Accept-Datetime': datetime })

    expect([status, body.label, body.forecast]).toEqual([200, '1.0', false])
    expect(headers.get('memento-datetime')).toBe('Mon, 01 Jun 2026 12:00:00 GMT')
    expect(new URL(headers.get('content-location')!).searchParams.get('at')).toBe(instant)
  })

  it('say when the first version started where the past has none', async () => {
    const { body, status } = await ask('current?at=2026-01-01')

    expect(status).toBe(404)
    expect(body.errors[0].data.startsAt).toBe('2026-06-01T12:00:00.000Z')
  })

  it('show a text that does not take effect before its day with no text of its own', async () => {
    // The span of a day, in zones unknown, reaches over the next day's first instant.
    const { body } = await ask('current?at=2026-07-31')
    expect(body).toMatchObject({ label: '1.0', upcoming: [{ label: '2.0' }] })
    expect(body.upcoming[0]).not.toHaveProperty('html')
  })

  it('let nobody keep an answer over the end of a notice', async () => {
    stage.at('2026-08-30T11:59:50Z')
    const notices = await app.rest('GET', '/policy-notices/active')
    const end = new Date(notices.body.nextChangeAt)
    expect(notices.body.notices).toHaveLength(1)

    stage.at(new Date(+end - 12_000).toISOString())
    for (const path of ['/policy-notices/active', '/policies/privacy/current.html']) {
      expect([path, (await app.rest('GET', path)).headers.get('cache-control')]).toEqual([
        path,
        'public, max-age=6, s-maxage=6, stale-while-revalidate=5',
      ])
    }
    stage.at(end.toISOString())
    const over = await app.rest('GET', '/policy-notices/active')
    expect(over.body.notices).toEqual([])
    expect(over.headers.get('last-modified')).toBe(end.toUTCString())
    stage.at('2026-07-01T12:00:00Z')
  })

  it.each([
    ['current?at=soon', 400],
    ['current?locale=xx', 400],
    ['versions/a%20b', 400],
    ['versions/3.0', 404],
    ['compare/1.0/3.0', 404],
    ['texts/sha256:0', 404],
  ])('refuse %s with %d, in the same way to HEAD', async (path, status) => {
    const [get, head] = [await ask(path), await ask(path, {}, 'HEAD')]

    expect([get.status, head.status, head.body]).toEqual([status, status, undefined])
    expect(get.headers.get('access-control-allow-origin')).toBe('*')
    expect(get.body.errors[0].message).toMatch(status === 400 ? /allowed/ : /No published/)
  })
})

/** A host that wants a text in the language that was asked for, or none. */
describe('without fallback', () => {
  let stage: Stage
  let slug: string

  beforeAll(async () => {
    stage = await createStage(
      {},
      {
        localization: {
          defaultLocale: 'en',
          fallback: false,
          locales: [
            { code: 'en', label: 'English' },
            { code: 'de', fallbackLocale: 'en', label: 'Deutsch' },
          ],
        },
      },
    )
    const policy = await stage.inForce()
    slug = policy.slug
    await stage.published({
      changeSummary: 'We keep more.',
      effectiveOn: '2026-08-01',
      label: '2.0',
      materialChange: true,
      policy: policy.policy,
    })
  })

  afterAll(() => stage.stop())

  it.each(['current', 'current.md', 'versions/2.0', 'compare/1/2.0'])(
    'a text is missing where it was not written, and the languages that there are are named: %s',
    async (path) => {
      const { body, status } = await stage.app.rest('GET', `/policies/${slug}/${path}?locale=de`)

      expect([status, body.errors[0].data]).toEqual([404, { available: ['en'], code: 'NOT_FOUND' }])
      expect((await stage.app.rest('GET', `/policies/${slug}/${path}`)).status).toBe(200)
    },
  )

  it('over GraphQL as well', async () => {
    const { errors } = await stage.app.graphql(
      `{ policyCurrent(slug: "${slug}", locale: "de") { label } }`,
    )
    expect(errors[0].extensions.data).toMatchObject({ available: ['en'], code: 'NOT_FOUND' })
  })

  it('what is announced is told all the same, and the record is whole', async () => {
    const { body } = await stage.app.rest('GET', '/policy-notices/active?locale=de')
    expect(body.notices).toMatchObject([
      { changeSummary: 'We keep more.', locale: 'en', message: expect.stringMatching(/\w/) },
    ])
    const timeline = await stage.app.rest('GET', `/policies/${slug}/versions?locale=de`)
    expect(timeline.body.versions).toMatchObject([
      { locale: 'en', title: expect.stringMatching(/\w/) },
      { locale: 'en', title: expect.stringMatching(/\w/) },
    ])
    expect((await verifyRecord({ payload: stage.app.payload })).findings).toEqual([])
  })
})
