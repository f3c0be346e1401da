import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Schedule } from '../../../src/domain/staticCopy/policyFiles.js'
import type { PolicyContext } from '../../../src/options.js'

import { exportPolicies } from '../../../src/operations/exportPolicies.js'
import { policyContextKey } from '../../../src/options.js'
import { type App, startApp } from '../../helpers/app.js'
import { type Cast, createCast, createPolicy, publishVersion } from '../../helpers/cast.js'
import { localization } from '../../helpers/publicRequests.js'
import { tenDays } from '../../helpers/stage.js'

/** Of a host that names no address of its own, as most do. */
describe('the addresses in a static copy', () => {
  let app: App
  let cast: Cast
  let policy: number
  const copyOf = async (url?: string, meanwhile?: () => Promise<unknown>) => {
    const files = new Map<string, string>()
    await exportPolicies({
      context: app.payload.config.custom[policyContextKey] as PolicyContext,
      payload: app.payload,
      url,
      write: async ({ path, text }) => {
        if (files.size === 0) {
          await meanwhile?.()
        }
        files.set(path, text)
      },
    })
    return files
  }
  const withEnding = (files: ReadonlyMap<string, string>, ending: RegExp) =>
    [...files].filter(([path]) => ending.test(path) && !path.startsWith('records/'))

  beforeAll(async () => {
    app = await startApp({ config: { localization } })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
    await publishVersion(app, cast, { label: '1.0', noticeTerms: tenDays, policy })
    await publishVersion(app, cast, {
      effectiveOn: '2099-01-01',
      label: '2.0',
      materialChange: true,
      policy,
    })
  })

  afterAll(() => app.stop())

  it('lead from each page to pages of the same language in the copy', async () => {
    const files = await copyOf()
    const pages = withEnding(files, /\.html$/)
    expect(pages).toHaveLength(3 * 2 * 4)

    for (const [path, html] of pages) {
      const links = [...html.matchAll(/(?:href|src)="(?!#)([^"]+)"/g)].map(([, link]) => link!)
      expect(links.length).toBeGreaterThan(1)
      for (const link of links) {
        const { origin, pathname } = new URL(link, `https://any.example/below/${path}`)
        const target = pathname.replace('/below/', '')
        expect([path, link, origin, files.has(target)]).toEqual([
          path,
          link,
          'https://any.example',
          true,
        ])
        expect([path, link]).toEqual([path, expect.not.stringMatching(/locale/)])
        if (/^(?:de|fr)\//.test(path) && !target.endsWith('pick.js')) {
          expect(target.slice(0, 2)).toBe(path.slice(0, 2))
        }
      }
    }
  })

  it('lead from each answer of JSON to others in the copy', async () => {
    const files = await copyOf()
    const answers = withEnding(files, /(?:current|versions(?:\/\d\.0)?|active)\.json$/)
    expect(answers).toHaveLength(3 * (2 * 4 + 1))

    for (const [path, json] of answers) {
      const links = [
        ...json.matchAll(/"(?:current|history|predecessor|self|successor|url)":"([^"]+)"/g),
      ]
      expect(links.length).toBeGreaterThan(0)
      for (const [, link] of links) {
        const { pathname } = new URL(link!, `https://any.example/${path}`)
        expect([path, link, files.has(pathname.slice(1))]).toEqual([path, link, true])
      }
    }
  })

  it('have the host of the copy in feeds and calendars', async () => {
    const files = await copyOf('https://policies.example/copy')
    const news = withEnding(files, /(?:feed\.atom|feed\.json|calendar\.ics)$/)
    expect(news).toHaveLength(3 * 2 * 3)

    for (const [path, text] of news) {
      const links = text
        .replaceAll('\r\n ', '')
        .match(/https?:[^\s"<]+/g)!
        .filter((link) => !/^http:\/\/www\.w3\.org|^https:\/\/jsonfeed\.org/.test(link))
      expect(links.length).toBeGreaterThan(1)
      for (const link of links) {
        const target = link.replace('https://policies.example/copy/', '')
        const isHome = link === 'https://policies.example/'
        expect([path, link, isHome || files.has(target)]).toEqual([path, link, true])
      }
    }
  })

  it('leave out feeds and calendars where nobody says what the host is', async () => {
    const files = await copyOf()
    expect(withEnding(files, /feed|calendar/)).toEqual([])
    expect([...files.values()].join('\n')).not.toMatch(/http:\/\/export|\/api\//)
  })

  it('are of what was there when it began', async () => {
    const effectiveOn = '2099-02-01'
    const labelsIn = (files: ReadonlyMap<string, string>) =>
      (JSON.parse(files.get('policies/privacy/schedule.json')!) as Schedule).spans.map(
        ({ label }) => label,
      )
    const early = await copyOf('https://policies.example', () =>
      publishVersion(app, cast, { effectiveOn, label: '3.0', policy }),
    )

    expect([...early.values()].filter((text) => text.includes('3.0'))).toEqual([])
    expect(labelsIn(early)).toEqual(['1.0', '2.0'])
    expect(labelsIn(await copyOf())).toEqual(['1.0', '2.0', '3.0'])
  })
})
