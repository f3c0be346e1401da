import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { App } from '../../helpers/app.js'

import { approve, createDraft, createPolicy, setStatus, textOf } from '../../helpers/cast.js'
import { type ApiDocument, contractOf } from '../../helpers/contract.js'
import { createStage, type Stage, tenDays } from '../../helpers/stage.js'

/** Instants at which the policy of the stage stands differently. */
const instants = [
  '2026-06-01T12:00:00.000Z',
  '2026-07-01T12:00:00.000Z',
  '2026-07-03T12:00:00.000Z',
  '2026-08-01T04:00:00.000Z',
  '2026-12-01T00:00:00.000Z',
]

describe('every public answer', () => {
  let app: App
  let stage: Stage
  let contract: ReturnType<typeof contractOf>
  let fingerprints: string[]

  beforeAll(async () => {
    stage = await createStage(
      {},
      {
        localization: {
          defaultLocale: 'en',
          locales: [
            { code: 'en', label: 'English' },
            { code: 'de', label: 'Deutsch' },
          ],
        },
        serverURL: 'https://cms.example',
      },
    )
    app = stage.app
    stage.at('2026-06-01T11:00:00Z')
    const policy = (await createPolicy(app)).id
    const imported = await createDraft(app, {
      by: stage.cast.admin,
      imported: { effectiveOn: '2018-04-02', sequence: 1, source: 'archive' },
      label: 'old',
      noticeTerms: { ...tenDays, exceptions: ['security'] },
      policy,
    })
    await approve(app, stage.cast, imported.id)
    await setStatus(app, { id: imported.id, by: stage.cast.admin, status: 'published' })
    stage.at('2026-06-01T12:00:00Z')
    const first = await stage.published({
      body: textOf('Privacy\n\nWrite to us@example.com before 1 May 2026.'),
      label: '1.0',
      policy,
    })
    stage.at('2026-07-01T12:00:00Z')
    await stage.published({
      body: textOf('Privacy\n\nMore\n\nWrite to all@example.com before 2 May 2026.'),
      changeSummary: 'We keep more.',
      effectiveOn: '2026-07-02',
      exception: { explanation: 'A hole was found.', reason: 'security' },
      label: '2.0',
      materialChange: true,
      policy,
    })
    stage.at('2026-07-02T12:00:00Z')
    const third = await stage.published({
      body: textOf('Privacy\n\nMore'),
      effectiveOn: '2026-08-01',
      label: '3.0',
      materialChange: true,
      policy,
    })
    await stage.published({ effectiveOn: '2026-09-01', label: '4.0', policy }).then(({ id }) => {
      stage.at('2026-07-03T12:00:00Z')
      return stage.withdraw(id)
    })
    await createPolicy(app, { slug: 'drafted' })
    fingerprints = [String(first.fingerprint), String(third.fingerprint)]
    contract = contractOf((await app.rest('GET', '/policies/openapi.json')).body as ApiDocument)
  })

  afterAll(() => stage.stop())

  const paths = ({ isWhole }: { isWhole: boolean }) => {
    const languages = isWhole ? ['', '?locale=de', '?locale=xx'] : ['']
    const slugs = isWhole ? ['privacy', 'drafted', 'unknown'] : ['privacy']
    const ofPolicy = (slug: string) => [
      ...['', '.html', '.json', '.md', '.txt'].flatMap((extension) =>
        [...languages, '?at=2026-06-15', '?at=2030-01-01', '?at=2000-01-01', '?at=soon'].map(
          (query) => `/policies/${slug}/current${extension}${query}`,
        ),
      ),
      ...[
        'calendar.ics',
        'compare/1.0/2.0',
        'compare/2.0/3.0',
        'compare/old/1.0',
        'compare/1.0/9',
        'feed.atom',
        'feed.json',
        `texts/${fingerprints[0]}`,
        `texts/${fingerprints[1]}`,
        'texts/sha256:0',
        'timemap',
        'versions',
        'versions.html',
        'versions/old',
        'versions/1.0',
        'versions/2.0.html',
        'versions/3.0.md',
        'versions/4.0',
        'versions/9',
        'versions/a%20b',
      ].flatMap((path) => languages.map((query) => `/policies/${slug}/${path}${query}`)),
    ]

    return [
      ...slugs.flatMap(ofPolicy),
      ...['calendar.ics', 'feed.atom', 'feed.json'].flatMap((path) =>
        languages.map((query) => `/policies/${path}${query}`),
      ),
      '/policies/openapi.json',
      ...['', '?locale=de', '?at=2026-07-05T00:00:00Z', '?placement=other', '?at=soon'].map(
        (query) => `/policy-notices/active${query}`,
      ),
    ]
  }

  it('is as described, at every time, to GET, HEAD and OPTIONS and to whoever has it', async () => {
    const check = async (path: string, method: string, headers: Record<string, string> = {}) => {
      const answer = await app.rest(method, path, { headers })
      const faults = contract.faults({ answer, method, path })
      expect({ faults, headers, method, path, status: answer.status }).toMatchObject({ faults: [] })
      return answer
    }

    for (const [index, instant] of instants.entries()) {
      stage.at(instant)
      for (const path of paths({ isWhole: index === 3 })) {
        const { headers, status } = await check(path, 'GET')
        if (index === 3 && !path.includes('?')) {
          await check(path, 'HEAD')
          await check(path, 'OPTIONS')
          await (status === 200 && check(path, 'GET', { 'If-None-Match': headers.get('etag')! }))
        }
      }
    }
    for (const accept of ['text/html', 'text/markdown', 'text/plain']) {
      await check('/policies/privacy/current', 'GET', { Accept: accept })
      await check('/policies/privacy/versions/1.0', 'GET', { Accept: accept })
      await check('/policies/privacy/versions', 'GET', { Accept: accept })
      await check('/policies/unknown/current', 'GET', { Accept: accept })
    }
    await check('/policies/privacy/current', 'GET', {
      'Accept-Datetime': 'Mon, 15 Jun 2026 00:00:00 GMT',
    })

    // All that is described came.
    expect(contract.unseen()).toEqual([])
  })
})
