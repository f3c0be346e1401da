import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Schedule } from '../../../src/domain/staticCopy/policyFiles.js'
import type { PolicyContext } from '../../../src/options.js'

import { copyWriter } from '../../../src/commands/writeCopy.js'
import { timelineAt } from '../../../src/domain/publicVersion.js'
import { type Exported, exportPolicies } from '../../../src/operations/exportPolicies.js'
import { policyContextKey } from '../../../src/options.js'
import { directorySource } from '../../../src/site/directorySource.js'
import { createPolicyReader, type PolicyReader } from '../../../src/site/server.js'
import { type App, startApp } from '../../helpers/app.js'
import { createCast, createPolicy, publishVersion, textOf } from '../../helpers/cast.js'
import { languages, localization, requests } from '../../helpers/publicRequests.js'
import { secondIsOver } from '../../helpers/secondIsOver.js'
import { tenDays } from '../../helpers/stage.js'

const serverURL = 'https://cms.example'

type Pick = {
  noticesNow: (
    address: string,
    now?: number,
    placement?: string,
  ) => Promise<{ version: { label: string } }[]>
  policyInForce: (folder: string, now?: number) => Promise<{ label: string; title: string } | null>
}

describe('a static copy', () => {
  let app: App
  let database: PolicyReader
  let directory: string
  let exported: Exported
  let reader: PolicyReader
  let server: Server
  let address: string
  const json = async <T>(path: string) =>
    JSON.parse(await readFile(join(directory, path), 'utf8')) as T

  beforeAll(async () => {
    app = await startApp({
      config: { localization, serverURL },
      options: { channels: { 'Bäner/top': () => undefined } },
    })
    const cast = await createCast(app)
    const policy = (await createPolicy(app)).id
    await createPolicy(app, { slug: 'drafted' })
    await publishVersion(app, cast, {
      body: textOf('Privacy\n\nWe keep no data.'),
      label: '1.0',
      noticeTerms: tenDays,
      policy,
    })
    const { publishedAt } = await publishVersion(app, cast, {
      body: textOf('Privacy\n\nWe keep a little data.'),
      changeSummary: 'We keep a little.',
      effectiveOn: '2099-01-01',
      label: '2.0',
      materialChange: true,
      noticeChannels: ['homepage', 'Bäner/top'],
      policy,
    })

    directory = await mkdtemp(join(tmpdir(), 'copy-'))
    const context = app.payload.config.custom[policyContextKey] as PolicyContext
    exported = await exportPolicies({
      context,
      payload: app.payload,
      url: 'https://policies.example/copy',
      write: copyWriter({ directory }).write,
    })
    reader = createPolicyReader({ directory, languages, serverURL })
    database = createPolicyReader({ connectionString: app.databaseUrl, languages, serverURL })
    const current = new Request(`${serverURL}/api/policies/privacy/current`)
    await secondIsOver({
      answers: [() => reader.fetch(current), () => database.fetch(current)],
      publishedAt,
    })
    server = createServer(({ url }, response) => {
      createReadStream(join(directory, url!))
        .on('error', () => response.writeHead(404).end())
        .pipe(response)
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    server.close()
    await reader.close()
    await database.close()
    await app.stop()
    await rm(directory, { recursive: true })
  })

  it.each(requests)('is answered from as the database is: %s %j', async (path, headers = {}) => {
    const answer = async ({ fetch }: PolicyReader) =>
      answerOf(await fetch(new Request(`${serverURL}/api${path}`, { headers })))

    expect(await answer(reader)).toEqual(await answer(database))
  })

  it.each(['Bäner/top', 'homepage', 'none', 'x'.repeat(5_000)])(
    'has the notices of the channel %s, and those of every instant',
    async (placement) => {
      const answer = async ({ fetch }: PolicyReader, at: string) => {
        const query = new URLSearchParams({ at, placement })
        const { headers, ...response } = await answerOf(
          await fetch(new Request(`${serverURL}/api/policy-notices/active?${query}`)),
        )
        return { ...response, changed: headers['last-modified'] }
      }
      for (const at of ['2000-01-01T00:00:00Z', '2098-12-01T00:00:00Z', '2099-06-01T00:00:00Z']) {
        expect(await answer(reader, at)).toEqual(await answer(database, at))
      }
    },
  )

  it('has the text of what is in force also where that changes while it is read', async () => {
    let calls = 0
    const effect = Date.parse('2099-01-01T05:00:00Z')
    const source = directorySource({
      directory,
      now: () => new Date(calls++ < 2 ? effect - 1 : effect),
    })
    const { at, record } = await source.policy({
      slug: 'privacy',
      wanted: { closes: null, kind: 'in_force', opens: null },
    })
    const version = timelineAt({ at, rows: record.versions }).inForce!

    expect(await source.text({ forms: ['text'], language: 'en', version })).toEqual({
      text: expect.any(String),
    })
  })

  it('has each answer as a file, in every language', async () => {
    const news = ['calendar.ics', 'feed.atom', 'feed.json']
    const inForce = [
      'at',
      'calendar.ics',
      'current.html',
      'current.json',
      'current.md',
      'current.txt',
      'feed.atom',
      'feed.json',
      'schedule.json',
      'texts',
      'versions',
      'versions.html',
      'versions.json',
    ]
    for (const folder of ['', 'de', 'fr']) {
      expect(await readdir(join(directory, folder, 'policies'))).toEqual([...news, 'privacy'])
      expect(await readdir(join(directory, folder, 'policies/privacy'))).toEqual(inForce)
    }
    expect(await readdir(join(directory, 'policies/privacy/versions'))).toEqual(
      ['1.0', '2.0'].flatMap((label) =>
        ['html', 'json', 'md', 'txt'].map((extension) => `${label}.${extension}`),
      ),
    )
    expect(await readFile(join(directory, 'policies/privacy/current.txt'), 'utf8')).toContain(
      'We keep no data.',
    )
    expect(await json('fr/policies/privacy/current.json')).toMatchObject({ label: '1.0' })
  })

  it('says which version is in force when', async () => {
    const { spans } = await json<Schedule>('policies/privacy/schedule.json')

    expect(spans).toEqual([
      { folder: '', from: null, label: '1.0', until: '2099-01-01T05:00:00.000Z' },
      {
        folder: 'at/2099-01-01T05-00-00-000Z/',
        from: '2099-01-01T05:00:00.000Z',
        label: '2.0',
        until: null,
      },
    ])
    expect(exported.nextChangeAt).toBe('2099-01-01T05:00:00.000Z')
  })

  it('has the answers as they are after a change that is announced', async () => {
    const folder = 'policies/privacy/at/2099-01-01T05-00-00-000Z'
    const page = (path: string) => readFile(join(directory, folder, path), 'utf8')

    expect(await readdir(join(directory, folder))).toEqual([
      'current.html',
      'current.json',
      'current.md',
      'current.txt',
      'versions',
      'versions.html',
      'versions.json',
    ])
    expect(await json(`${folder}/current.json`)).toMatchObject({
      label: '2.0',
      state: 'in_force',
      upcoming: [],
    })
    for (const path of ['current.html', 'versions/2.0.html']) {
      expect(await page(path)).toContain('In force since')
      expect(await page(path)).not.toContain('Takes effect on')
    }
    expect(await page('versions/1.0.html')).toContain('No longer in force since')
    expect(await page('current.txt')).toContain('We keep a little data.')
    expect(await json('policies/privacy/versions/2.0.json')).toMatchObject({ state: 'upcoming' })
  })

  it.each([
    [
      'policies/privacy/current.html',
      1,
      'policies/privacy/at/2099-01-01T05-00-00-000Z/current.html',
    ],
    ['policies/privacy/current.html', -1, null],
    [
      'de/policies/privacy/versions/2.0.html',
      1,
      'de/policies/privacy/at/2099-01-01T05-00-00-000Z/versions/2.0.html',
    ],
    ['policies/privacy/at/2099-01-01T05-00-00-000Z/versions.html', 1, null],
    [
      'policies/privacy/at/2099-01-01T05-00-00-000Z/versions.html',
      -1,
      'policies/privacy/versions.html',
    ],
  ])('has pages that move on by the clock: %s, %d ms after the change', async (path, ms, to) => {
    const html = await readFile(join(directory, path), 'utf8')
    const [, src] = /<script type="module" src="([^"]+)"><\/script><\/body>/.exec(html)!
    const href = `${address}/${path}`
    const script = new URL(src!.replaceAll('&amp;', '&'), href)
    const schedule = `${path.split('policies/')[0]}policies/privacy/schedule.json`
    const told = await json<Schedule>(schedule)
    const replace = vi.fn<(url: URL) => void>()
    const fetched = vi.fn(() => Promise.resolve({ json: () => told, ok: true }))
    vi.stubGlobal('document', {})
    vi.stubGlobal('fetch', fetched)
    vi.stubGlobal('location', { href, replace })
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2099-01-01T05:00:00Z') + ms)

    // As a browser has it, which knows a script by the address that it came from.
    const text = await readFile(join(directory, script.pathname), 'utf8')
    const file = join(directory, '..', `pick-${randomUUID()}.mjs`)
    await writeFile(file, text.replace('import.meta.url', JSON.stringify(script.href)))
    await import(pathToFileURL(file).href)
    await new Promise((resolve) => setImmediate(resolve))
    await rm(file)
    vi.unstubAllGlobals()
    vi.restoreAllMocks()

    expect(fetched.mock.calls.map(String)).toEqual([`${address}/${schedule}`])
    expect(replace.mock.calls.map(([url]) => url.href)).toEqual(to ? [`${address}/${to}`] : [])
  })

  it('has a script that picks by the clock', async () => {
    const pick = (await import(pathToFileURL(join(directory, 'pick.js')).href)) as Pick
    const folder = `${address}/policies/privacy`
    const effect = Date.parse('2099-01-01T05:00:00Z')

    expect(await pick.policyInForce(folder)).toMatchObject({ label: '1.0' })
    expect(await pick.policyInForce(folder, effect - 1)).toMatchObject({ label: '1.0' })
    expect(await pick.policyInForce(folder, effect)).toMatchObject({
      label: '2.0',
      state: 'in_force',
    })

    const labels = async (now?: number) =>
      (await pick.noticesNow(address, now)).map(({ version }) => version.label)
    expect(await labels()).toEqual(['2.0'])
    expect(await labels(effect)).toEqual(['2.0'])
    expect(await labels(effect + 365 * 86_400_000)).toEqual([])
    expect(await pick.noticesNow(address, effect, 'Bäner/top')).toMatchObject([{ phase: 'after' }])
  })

  it('holds nothing that was not published', async () => {
    const files = await readdir(directory, { recursive: true })
    expect(files.filter((file) => file.includes('drafted'))).toEqual([])
  })

  it('leads nobody out of its directory', async () => {
    await writeFile(join(directory, '..', 'secret.json'), '{"policy":{"slug":"secret"}}')
    const response = await reader.fetch(
      new Request(`${serverURL}/api/policies/..%2F..%2F..%2Fsecret/current`),
    )
    await rm(join(directory, '..', 'secret.json'))
    expect(response.status).toBe(404)
  })
})

const answerOf = async (response: Response) => {
  // How long it may be kept depends on how sure the present is.
  response.headers.delete('cache-control')

  return {
    body: (await response.text()).replaceAll(/(in force at )[\d\-T:.]+Z/g, '$1…'),
    headers: Object.fromEntries(response.headers),
    status: response.status,
  }
}
