import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { App } from '../../helpers/app.js'

import { createPolicyReader, type PolicyReader } from '../../../src/site/server.js'
import { startApp } from '../../helpers/app.js'
import { type Cast, createCast, createPolicy, publishVersion, textOf } from '../../helpers/cast.js'
import { languages, localization, requests } from '../../helpers/publicRequests.js'
import { secondIsOver } from '../../helpers/secondIsOver.js'
import { tenDays } from '../../helpers/stage.js'

const serverURL = 'https://cms.example'

describe('the standalone reader', () => {
  let app: App
  let cast: Cast
  let policy: number
  let reader: PolicyReader
  let fingerprint: string
  const asked = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    reader.fetch(new Request(`${serverURL}/api${path}`, { headers, method }))

  /** Of both that are compared. */
  const isOver = ({ publishedAt }: Record<string, unknown>) => {
    const path = '/policies/privacy/current'
    return secondIsOver({ answers: [() => asked(path), () => app.rest('GET', path)], publishedAt })
  }

  beforeAll(async () => {
    app = await startApp({ config: { localization, serverURL } })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
    await createPolicy(app, { slug: 'drafted' })
    await publishVersion(app, cast, { label: '0.9', noticeTerms: tenDays, policy })
    const first = await publishVersion(app, cast, {
      body: textOf('Privacy\n\nWe keep no data.'),
      label: '1.0',
      policy,
    })
    fingerprint = String(first.fingerprint)
    const last = await publishVersion(app, cast, {
      body: textOf('Privacy\n\nWe keep a little data.'),
      changeSummary: 'We keep a little.',
      effectiveOn: '2099-01-01',
      label: '2.0',
      materialChange: true,
      policy,
    })
    reader = createPolicyReader({
      connectionString: app.databaseUrl,
      languages,
      schemaName: 'public',
      serverURL,
    })
    await isOver(last)
  })

  afterAll(async () => {
    await reader.close()
    await app.stop()
  })

  /** Everything but what tells of the very millisecond. */
  const answerOf = ({
    body,
    headers,
    status,
  }: {
    body: string
    headers: Headers
    status: number
  }) => ({
    body: body.replaceAll(/(in force at )[\d\-T:.]+Z/g, '$1…'),
    headers: Object.fromEntries(headers),
    status,
  })

  it.each(requests)(
    'answers %s %j as the plugin does, to GET, HEAD and OPTIONS',
    async (path, headers = {}) => {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const ofReader = await asked(path, headers, method)
        const ofPlugin = await app.rest(method, path, { headers })

        expect(answerOf({ ...statusAndHeaders(ofReader), body: await ofReader.text() })).toEqual(
          answerOf({ ...statusAndHeaders(ofPlugin), body: ofPlugin.text }),
        )
      }
    },
  )

  it.each(['versions/0.9', 'versions/1.0', 'versions/2.0', 'compare/0.9/1.0'])(
    'tells with %s when the policy changes next',
    async (path) => {
      const nextChangeAt = '2099-01-01T05:00:00.000Z'
      const answer = await asked(`/policies/privacy/${path}`)

      expect(await answer.json()).toMatchObject({ nextChangeAt })
      expect((await app.rest('GET', `/policies/privacy/${path}`)).body).toMatchObject({
        nextChangeAt,
      })
    },
  )

  it('answers archives that ask for later than now as of now', async () => {
    const headers = { 'Accept-Datetime': 'Mon, 15 Jun 2099 00:00:00 GMT' }
    const ofReader = await asked('/policies/privacy/current', headers)
    const ofPlugin = await app.rest('GET', '/policies/privacy/current', { headers })

    expect(await ofReader.json()).toEqual(ofPlugin.body)
    expect(ofPlugin.body).toMatchObject({ forecast: false, label: '1.0' })
  })

  it('answers a sealed text, and whoever has it already', async () => {
    const path = `/policies/privacy/texts/${fingerprint}`
    const answer = await asked(path)
    const etag = answer.headers.get('etag')!

    expect(await answer.json()).toMatchObject({ fingerprint, label: '1.0' })
    expect((await asked(path, { 'If-None-Match': etag })).status).toBe(304)
    expect((await app.rest('GET', path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  it('hears of publications', async () => {
    const announced = async () =>
      (
        (await (await asked('/policies/privacy/current')).json()) as {
          upcoming: { label: string }[]
        }
      ).upcoming.map(({ label }) => label)
    expect(await announced()).toEqual(['2.0'])
    const published = await publishVersion(app, cast, { label: '2.1', policy })
    await expect.poll(announced, { interval: 5, timeout: 5_000 }).toEqual(['2.0', '2.1'])
    await isOver(published)
  })

  it('answers anything else with 404, other methods with 405, and the lack of a database with 503', async () => {
    expect((await asked('/policy-versions')).status).toBe(404)
    expect((await asked('/policies/privacy/report')).status).toBe(404)
    expect((await asked('/policies/privacy/current', {}, 'POST')).status).toBe(405)

    const errors: unknown[] = []
    const lost = createPolicyReader({
      connectionString: 'postgres://nobody@127.0.0.1:1/none',
      onError: (error) => errors.push(error),
    })
    const answer = await lost.fetch(new Request(`${serverURL}/api/policies/privacy/current`))
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([503, '*'])
    expect(errors).not.toEqual([])
    await lost.close()
  })

  describe('on node:http', () => {
    let server: Server

    beforeAll(async () => {
      server = createServer(reader.listener)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    })

    afterAll(() => new Promise((resolve) => server.close(resolve)))

    const askedThere = (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init)

    /** What a server adds by itself. */
    const ofServer = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']
    const answered = async (answer: Response) => {
      const headers = new Headers(answer.headers)
      ofServer.forEach((name) => headers.delete(name))
      return answerOf({ body: await answer.text(), headers, status: answer.status })
    }

    it.each(requests)('answers %s %j as to fetch', async (path, headers = {}) => {
      // What a client adds by itself would be another request.
      const sent = { accept: '*/*', ...headers }
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
        expect(await answered(await askedThere(`/api${path}`, { headers: sent, method }))).toEqual(
          await answered(await asked(path, sent, method)),
        )
      }
      const etag = (await asked(path, sent)).headers.get('etag')
      if (etag) {
        const conditional = { ...sent, 'if-none-match': `"x", ${etag}` }
        const again = await askedThere(`/api${path}`, { headers: conditional })
        expect(again.status).toBe(304)
        expect(await answered(again)).toEqual(await answered(await asked(path, conditional)))
      }
    })

    it('serves a page, and says how long it is', async () => {
      const page = await askedThere('/api/policies/privacy/current.html')
      const text = await page.text()

      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(page.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
      expect(text).toMatch(/^<!doctype html>/)
    })

    it.each(['/', '//', '/api/policies/%/current', '/api/policies'])(
      'answers %s with 404',
      async (path) => {
        expect((await askedThere(path)).status).toBe(404)
      },
    )
  })
})

const statusAndHeaders = ({ headers, status }: { headers: Headers; status: number }) => ({
  headers,
  status,
})
