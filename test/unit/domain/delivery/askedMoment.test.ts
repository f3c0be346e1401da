import { describe, expect, it } from 'vitest'

import { rows, stage } from '../../../helpers/deliveryStage.js'
import { publishedRowOf } from '../../../helpers/memorySource.js'

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
