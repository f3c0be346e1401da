import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, startApp } from '../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  setStatus,
  textOf,
  thirtyBusinessDays,
} from '../helpers/cast.js'

const secret = 'Nobody outside has seen this sentence.'

describe('the public routes', () => {
  let now = new Date('2026-01-05T15:00:00Z')
  let app: App
  let cast: Cast
  let policy: number
  let fingerprint: string
  const get = (path: string) => app.rest('GET', path)

  beforeAll(async () => {
    app = await startApp({
      config: {
        localization: {
          defaultLocale: 'en',
          locales: [
            { code: 'en', label: 'English' },
            { code: 'de', label: 'Deutsch' },
            { code: 'at', fallbackLocale: 'de', label: 'Österreich' },
            { code: 'fr', label: 'Français' },
          ],
        },
        serverURL: 'https://cms.example',
      },
      options: {
        clock: () => now,
        policyUrl: ({ locale, policy: { slug }, version }) =>
          `https://www.example/${locale}/${slug}#${version.label}`,
      },
    })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id

    const first = await createDraft(app, {
      by: cast.editor,
      label: '2026-a',
      noticeTerms: thirtyBusinessDays,
      policy,
    })
    await app.payload.update({
      id: first.id,
      collection: 'policy-versions',
      data: { body: textOf('Wir hüten Ihre Daten.'), title: 'Datenschutz' },
      locale: 'de',
      user: cast.editor.user,
    })
    await approve(app, cast, first.id)
    fingerprint = String(
      (await setStatus(app, { id: first.id, by: cast.publisher, status: 'published' })).fingerprint,
    )

    now = new Date('2026-02-02T15:00:00Z')
    await publishVersion(app, cast, {
      changeSummary: 'More of it.',
      effectiveOn: '2026-04-01',
      label: '2026-b',
      materialChange: true,
      policy,
    })
    await createDraft(app, {
      body: textOf(secret),
      by: cast.editor,
      label: 'draft',
      policy,
      title: secret,
    })
    const pending = await createDraft(app, {
      body: textOf(secret),
      by: cast.editor,
      label: 'approved',
      policy,
      title: secret,
    })
    await approve(app, cast, pending.id)
  })

  afterAll(() => app.stop())

  it('answer the version in force in the shape of the contract', async () => {
    const { body, status } = await get('/policies/privacy/current')

    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(
      [
        ...[
          'body',
          'changeSummary',
          'dateLabel',
          'effectiveAt',
          'effectiveOn',
          'exception',
          'fingerprint',
          'forecast',
        ],
        ...[
          'html',
          'imported',
          'label',
          'links',
          'locale',
          'locales',
          'materialChange',
          'nextChangeAt',
          'noticeFrom',
          'noticeTerms',
        ],
        ...[
          'policy',
          'publishedAt',
          'replaces',
          'state',
          'supersededAt',
          'text',
          'title',
          'upcoming',
          'url',
          'withdrawnAt',
        ],
      ].sort(),
    )
    expect(body).toMatchObject({
      effectiveAt: '2026-01-05T15:00:00.000Z',
      effectiveOn: '2026-01-05',
      exception: null,
      fingerprint,
      html: '<p>We keep your data safe.</p>',
      imported: null,
      label: '2026-a',
      links: {
        current: 'https://cms.example/api/policies/privacy/current',
        history: 'https://cms.example/api/policies/privacy/versions',
        predecessor: null,
        self: 'https://cms.example/api/policies/privacy/versions/2026-a',
        successor: 'https://cms.example/api/policies/privacy/versions/2026-b',
      },
      locale: 'en',
      nextChangeAt: '2026-04-01T04:00:00.000Z',
      policy: {
        slug: 'privacy',
        kind: 'privacy',
        timeZone: 'America/New_York',
        title: 'Privacy Policy',
      },
      state: 'in_force',
      supersededAt: '2026-04-01T04:00:00.000Z',
      text: 'We keep your data safe.',
      upcoming: [{ label: '2026-b', state: 'upcoming' }],
      url: 'https://www.example/en/privacy#2026-a',
      withdrawnAt: null,
    })
  })

  it('answer what was in force at an instant, on a day, and what is announced for a day to come', async () => {
    const labelAt = async (at: string) =>
      (await get(`/policies/privacy/current?at=${at}`)).body.label

    expect(await labelAt('2026-01-05T15:00:00.000Z')).toBe('2026-a')
    expect(await labelAt('2026-03-31')).toBe('2026-a')
    expect(await labelAt('2026-04-01')).toBe('2026-b')
    expect(await labelAt('2026-04-01T04:00:00Z')).toBe('2026-b')
    expect(await labelAt('2026-04-01T05:59:59.999+02:00')).toBe('2026-a')

    // As of January, the second version was not announced yet.
    expect((await get('/policies/privacy/current?at=2026-01-20')).body).toMatchObject({
      nextChangeAt: null,
      supersededAt: null,
      upcoming: [],
    })
  })

  it('list the timeline, newest first, with the head of the record and without the texts', async () => {
    const { body } = await get('/policies/privacy/versions')

    expect(body.versions).toMatchObject([
      { changeSummary: 'More of it.', label: '2026-b', state: 'upcoming' },
      { label: '2026-a', state: 'in_force' },
    ])
    expect(body.versions[0]).not.toHaveProperty('html')
    expect(body.head).toEqual({ hash: expect.stringMatching(/^sha256:/), sequence: 8 })
  })

  it('know of no version before it was published, also where a simulated clock runs back', async () => {
    now = new Date('2026-02-02T14:59:59Z')
    expect((await get('/policies/privacy/versions')).body.versions).toMatchObject([
      { label: '2026-a', supersededAt: null },
    ])
    expect((await get('/policies/privacy/versions/2026-b')).status).toBe(404)
    expect((await get('/policy-notices/active')).body.notices).toEqual([])
    now = new Date('2026-02-02T16:00:00Z')
  })

  it('answer one version by its label, and its sealed part by its fingerprint, for ever', async () => {
    expect((await get('/policies/privacy/versions/2026-b')).body).toMatchObject({
      changeSummary: 'More of it.',
      state: 'upcoming',
      text: 'We keep your data safe.',
    })

    const text = await get(`/policies/privacy/texts/${fingerprint}`)
    expect(text.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(text.body).toMatchObject({ fingerprint, html: '<p>We keep your data safe.</p>' })
    expect(text.body).not.toHaveProperty('state')
  })

  it('never say a word of a draft, approved or not', async () => {
    const addresses = [
      '/policies/privacy/current',
      '/policies/privacy/current?at=2099-01-01',
      '/policies/privacy/versions',
      '/policies/privacy/versions/draft',
      '/policies/privacy/versions/approved',
      '/policy-notices/active',
      '/policies',
      '/policy-versions',
      '/policy-versions?draft=true&where[title][like]=Nobody',
      '/policy-versions/versions',
      '/policy-events',
    ]
    for (const address of addresses) {
      expect(JSON.stringify((await get(address)).body)).not.toContain('Nobody outside')
    }
    for (const label of ['draft', 'approved']) {
      expect((await get(`/policies/privacy/versions/${label}`)).status).toBe(404)
    }
    const { docs } = await app.payload.find({
      collection: 'policy-versions',
      where: { label: { equals: 'approved' } },
    })
    expect((await get(`/policies/privacy/texts/${docs[0]!.fingerprint}`)).status).toBe(404)
    for (const slug of [
      'policies',
      'policy-versions',
      'policy-events',
      'policy-notices',
      'policy-reviews',
    ]) {
      expect([slug, (await get(`/${slug}`)).status]).toEqual([slug, 403])
    }
    const query = '{ PolicyVersions { docs { title } } }'
    expect((await app.graphql(query)).data.PolicyVersions).toBeNull()
  })

  it('answer the language that is asked for, its fallback, and the default where there is no text', async () => {
    const inLocale = async (locale: string) =>
      (await get(`/policies/privacy/current?locale=${locale}`)).body

    expect(await inLocale('de')).toMatchObject({
      dateLabel: 'In Kraft ab dem 5. Januar 2026',
      html: '<p>Wir hüten Ihre Daten.</p>',
      locale: 'de',
      title: 'Datenschutz',
      url: 'https://www.example/de/privacy#2026-a',
    })
    expect(await inLocale('at')).toMatchObject({ locale: 'de', title: 'Datenschutz' })
    expect(await inLocale('fr')).toMatchObject({ locale: 'en', title: 'Privacy Policy' })
  })

  it.each([
    ['/policies/privacy/current?locale=xx', 400, 'INVALID_PARAMETER', /en, de, at, fr/],
    ['/policies/privacy/current?at=yesterday', 400, 'INVALID_PARAMETER', /2026-12-17T05:00:00Z/],
    ['/policies/privacy/current?at=2026-02-30', 400, 'INVALID_PARAMETER', /allowed/],
    ['/policies/privacy/current?at=2026-02-02T10:00:00', 400, 'INVALID_PARAMETER', /zone/],
    ['/policies/privacy/current?at=2025-12-31', 404, 'NOT_FOUND', /first takes effect|No version/],
    ['/policies/unknown/current', 404, 'NOT_FOUND', /no policy/],
    ['/policies/unknown/versions', 404, 'NOT_FOUND', /no policy/],
    ['/policies/privacy/versions/9', 404, 'NOT_FOUND', /labelled/],
    ['/policies/privacy/texts/sha256:0', 404, 'NOT_FOUND', /fingerprint/],
    ['/policy-notices/active?at=now', 400, 'INVALID_PARAMETER', /allowed/],
  ])('refuse %s with %d %s, readable from anywhere', async (path, status, code, message) => {
    const answer = await get(path)

    expect([answer.status, answer.body.errors[0].data.code]).toEqual([status, code])
    expect(answer.body.errors[0].message).toMatch(message)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('say when the first version starts where none is in force yet', async () => {
    const later = (await createPolicy(app, { slug: 'later' })).id
    expect((await get('/policies/later/current')).body.errors[0].data).toEqual({
      code: 'NOT_FOUND',
      startsAt: null,
    })
    const { id } = await publishVersion(app, cast, {
      effectiveOn: '2026-03-01',
      noticeTerms: thirtyBusinessDays,
      policy: later,
    })
    expect((await get('/policies/later/current')).body.errors[0].data).toEqual({
      code: 'NOT_FOUND',
      startsAt: '2026-03-01T05:00:00.000Z',
    })
    await setStatus(app, { id, by: cast.publisher, status: 'withdrawn' })
    expect((await get('/policies/later/current')).body.errors[0].data).toEqual({
      code: 'NOT_FOUND',
      startsAt: null,
    })
  })

  it('may be read by any site, with HEAD and OPTIONS as well', async () => {
    expect(
      (await get('/policies/privacy/current')).headers.get('access-control-allow-origin'),
    ).toBe('*')
    for (const method of ['HEAD', 'OPTIONS']) {
      const answer = await app.rest(method, '/policies/privacy/current')
      expect([method, answer.status < 300, answer.body]).toEqual([method, true, undefined])
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
  })

  it('let no cache keep an answer over the next change', async () => {
    const maxAge = async () => (await get('/policies/privacy/current')).headers.get('cache-control')

    expect(await maxAge()).toBe('public, max-age=30, s-maxage=30, stale-while-revalidate=30')
    now = new Date('2026-04-01T03:59:30.500Z')
    expect(await maxAge()).toBe('public, max-age=14, s-maxage=14, stale-while-revalidate=14')
    now = new Date('2026-04-01T03:59:59.500Z')
    expect(await maxAge()).toBe('no-cache')
    now = new Date('2026-02-02T16:00:00Z')
  })

  it.each([
    '/policies/privacy/current',
    '/policies/privacy/current?at=2026-03-31',
    '/policies/privacy/versions',
    '/policies/privacy/versions/2026-a',
    '/policy-notices/active',
  ])('ask the database once for %s', async (path) => {
    const { pool } = app.payload.db as unknown as {
      pool: { query: (...args: unknown[]) => unknown }
    }
    const query = pool.query.bind(pool)
    let statements = 0
    pool.query = (...args) => {
      statements += 1
      return query(...args)
    }
    const { status } = await get(path)
    pool.query = query

    expect([status, statements]).toEqual([200, 1])
  })
})
