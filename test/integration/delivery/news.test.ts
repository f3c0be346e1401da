import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { App } from '../../helpers/app.js'

import { createDraft, createPolicy, setStatus } from '../../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../../helpers/stage.js'

type Item = { date_modified: string; id: string; title: string; url: string }

/** A policy with a version in force, one announced and one withdrawn; another that is in force; a draft. */
describe('feeds and calendars', () => {
  let app: App
  let stage: Stage
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.rest(method, `/policies/${path}`, { headers })
  const entries = async (path: string) =>
    ((await ask(path)).body as { items: Item[] }).items.map(({ date_modified: at, title }) => [
      at,
      title,
    ])

  beforeAll(async () => {
    stage = await createStage({}, { serverURL: 'https://cms.example' })
    app = stage.app
    stage.at('2026-06-01T12:00:00Z')
    const policy = (await createPolicy(app)).id
    await stage.published({ label: '1.0', noticeTerms: tenDays, policy })
    stage.at('2026-07-01T12:00:00Z')
    await stage.published({
      changeSummary: 'We keep more.',
      effectiveOn: '2026-08-01',
      label: '2.0',
      materialChange: true,
      policy,
    })
    stage.at('2026-07-02T12:00:00Z')
    const third = await stage.published({ effectiveOn: '2026-09-01', label: '3.0', policy })
    stage.at('2026-07-03T12:00:00Z')
    await stage.withdraw(third.id)
    await createDraft(app, { by: stage.cast.editor, label: 'secret', policy, title: 'Secret' })

    // Of another, what was before the plugin.
    stage.at('2026-07-04T12:00:00Z')
    const terms = (await createPolicy(app, { slug: 'terms', kind: 'terms', title: 'Terms' })).id
    for (const [sequence, imported] of [
      { effectiveOn: '2018-04-02', publishedOn: '2018-03-01' },
      {},
    ].entries()) {
      const { id } = await createDraft(app, {
        by: stage.cast.admin,
        imported: { sequence: 2 - sequence, source: 'archive', ...imported },
        label: `old-${sequence}`,
        noticeTerms: tenDays,
        policy: terms,
      })
      await setStatus(app, { id, by: stage.cast.admin, status: 'in_review' })
      await setStatus(app, { id, by: stage.cast.reviewer, status: 'approved' })
      await setStatus(app, { id, by: stage.cast.admin, status: 'published' })
    }
    await createPolicy(app, { slug: 'drafted', title: 'Drafted' })
    stage.at('2026-07-05T12:00:00Z')
  })

  afterAll(() => stage.stop())

  it.each([
    ['privacy/feed.atom', 'application/atom+xml; charset=utf-8', '03 Jul', 'policy-privacy'],
    ['privacy/feed.json', 'application/feed+json', '03 Jul', 'policy-privacy'],
    ['privacy/calendar.ics', 'text/calendar; charset=utf-8', '03 Jul', 'policy-privacy'],
    ['feed.atom', 'application/atom+xml; charset=utf-8', '04 Jul', /^policies policy-/],
    ['feed.json', 'application/feed+json', '04 Jul', /^policies policy-/],
    ['calendar.ics', 'text/calendar; charset=utf-8', '04 Jul', /^policies policy-/],
  ])('answer %s as %s, changed on %s', async (path, type, changed, key) => {
    const { headers, status } = await ask(path)

    expect([status, headers.get('content-type')]).toEqual([200, type])
    expect(headers.get('cache-control')).toBe(
      'public, max-age=30, s-maxage=30, stale-while-revalidate=30',
    )
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('last-modified')).toContain(changed)
    expect(headers.get('surrogate-key')).toMatch(key)

    const held = await ask(path, { 'If-None-Match': headers.get('etag')! })
    expect([held.status, held.body]).toEqual([304, undefined])
    const head = await ask(path, {}, 'HEAD')
    expect([head.status, head.body]).toEqual([200, undefined])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(headers))
    expect((await ask(path, {}, 'OPTIONS')).status).toBe(204)
  })

  it('tell of what happened, and of nothing that is being drafted', async () => {
    const ofPrivacy = [
      [
        '2026-07-03T12:00:00.000Z',
        'Privacy Policy, version 3.0 withdrawn; it will not take effect on September 1, 2026',
      ],
      [
        '2026-07-02T12:00:00.000Z',
        'Privacy Policy, version 3.0 announced; takes effect on September 1, 2026',
      ],
      [
        '2026-07-01T12:00:00.000Z',
        'Privacy Policy, version 2.0 announced; takes effect on August 1, 2026',
      ],
      ['2026-06-01T12:00:00.000Z', 'Privacy Policy, version 1.0 published'],
    ]
    const ofTerms = [
      ['2018-04-02T04:00:00.000Z', 'Terms, version old-0 took effect on April 2, 2018'],
      ['2018-03-01T05:00:00.000Z', 'Terms, version old-0 announced; takes effect on April 2, 2018'],
    ]

    expect(await entries('privacy/feed.json')).toEqual(ofPrivacy)
    expect(await entries('terms/feed.json')).toEqual(ofTerms)
    expect(await entries('feed.json')).toEqual([...ofPrivacy, ...ofTerms])
    expect(JSON.stringify((await ask('feed.atom')).body)).not.toMatch(/secret|drafted/i)
  })

  it('have a day in the calendar, and that another will not come', async () => {
    const events = String((await ask('privacy/calendar.ics')).body)
      .split('BEGIN:VEVENT')
      .slice(1)

    expect(events).toHaveLength(2)
    expect(events[0]).toContain('DTSTART;VALUE=DATE:20260801\r\n')
    expect(events[0]).toContain('STATUS:CONFIRMED\r\n')
    expect(events[0]).toContain('DTSTAMP:20260701T120000Z\r\n')
    expect(events[0]).toContain(
      'URL;VALUE=URI:https://cms.example/policies/privacy/versions/2.0\r\n',
    )
    expect(events[1]).toContain('DTSTART;VALUE=DATE:20260901\r\n')
    expect(events[1]).toContain('STATUS:CANCELLED\r\n')
    expect(String((await ask('calendar.ics')).body)).toContain(events[0])
    expect(String((await ask('terms/calendar.ics')).body)).not.toContain('VEVENT')
  })

  it('tell of an effect from its instant on, and let nobody keep an answer over it', async () => {
    const before = await entries('feed.json')
    const ids = ((await ask('feed.json')).body as { items: Item[] }).items.map(({ id }) => id)

    stage.at('2026-08-01T03:59:49Z')
    expect((await ask('feed.atom')).headers.get('cache-control')).toBe(
      'public, max-age=5, s-maxage=5, stale-while-revalidate=5',
    )
    expect(await entries('feed.json')).toEqual(before)

    stage.at('2026-08-01T04:00:00Z')
    const { body, headers } = await ask('feed.json')
    expect(await entries('privacy/feed.json')).toContainEqual([
      '2026-08-01T04:00:00.000Z',
      'Privacy Policy, version 2.0 took effect on August 1, 2026',
    ])
    expect(headers.get('last-modified')).toBe('Sat, 01 Aug 2026 04:00:00 GMT')
    expect((body as { items: Item[] }).items.slice(1).map(({ id }) => id)).toEqual(ids)

    stage.at('2026-08-02T03:59:49Z')
    const lastOfDay = await ask('privacy/calendar.ics')
    expect(lastOfDay.headers.get('cache-control')).toContain('max-age=5,')
    expect(lastOfDay.body).toContain('20260801')
    stage.at('2026-08-02T04:00:00Z')
    const over = await ask('privacy/calendar.ics')
    expect(over.body).not.toContain('20260801')
    expect(over.headers.get('last-modified')).toBe('Sun, 02 Aug 2026 04:00:00 GMT')
    stage.at('2026-08-20T04:00:00Z')
    expect((await ask('privacy/calendar.ics')).headers.get('last-modified')).toBe(
      'Sun, 02 Aug 2026 04:00:00 GMT',
    )
    stage.at('2026-07-05T12:00:00Z')
  })

  it.each([
    ['drafted/feed.atom', 404],
    ['drafted/calendar.ics', 404],
    ['unknown/feed.json', 404],
    ['%00/feed.json', 404],
    ['feed.atom?locale=xx', 400],
    ['privacy/calendar.ics?locale=xx', 400],
  ])('refuse %s with %d', async (path, status) => {
    const { body, headers, status: answered } = await ask(path)

    expect(answered).toBe(status)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(body.errors[0].data.code).toBe(status === 404 ? 'NOT_FOUND' : 'INVALID_PARAMETER')
  })

  it('read the database once', async () => {
    const { pool } = app.payload.db as unknown as {
      pool: { query: (...args: unknown[]) => unknown }
    }
    const query = pool.query.bind(pool)
    for (const path of ['feed.atom', 'privacy/feed.json', 'calendar.ics']) {
      let statements = 0
      pool.query = (...args) => {
        statements += 1
        return query(...args)
      }
      await ask(path)
      pool.query = query
      expect([path, statements]).toEqual([path, 1])
    }
  })
})
