import { describe, expect, it } from 'vitest'

import { browser, rows, stage } from '../../../helpers/deliveryStage.js'
import { publishedRowOf } from '../../../helpers/memorySource.js'

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

  it.each([
    ['that was withdrawn', { withdrawnAt: '2025-12-02T00:00:00.000Z' }, rows[1]!.effectiveAt],
    ['that has no date', { isUndated: true, knownFrom: rows[0]!.publishedAt }, null],
  ])('names no first version %s', async (_, fields, startsAt) => {
    const published = [publishedRowOf({ ...rows[0]!, ...fields }), rows[1]!]
    const answer = await stage('2026-05-15T00:00:00.000Z', published).ask(
      '/policies/privacy/current?at=2024-01-01',
    )

    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ data: { startsAt } }] })
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
