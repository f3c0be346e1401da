import { describe, expect, it } from 'vitest'

import { ask, deliveryFrom } from '../../../helpers/deliveries.js'
import { browser, rows, stage } from '../../../helpers/deliveryStage.js'
import { memorySource, publishedRowOf } from '../../../helpers/memorySource.js'

describe('the language', () => {
  const inLocale = async (locale: string) => {
    const answer = await stage().ask(`/policies/privacy/current?locale=${locale}`)
    return { body: await answer.json(), language: answer.headers.get('content-language') }
  }

  it('is the one asked for, or one that stands in for it, and the answer says so', async () => {
    expect(await inLocale('de')).toMatchObject({
      body: {
        locale: 'de',
        locales: { authoritative: 'en', available: ['de', 'en'], missing: null },
        text: 'Alt',
      },
      language: 'de',
    })
    expect(await inLocale('fr')).toMatchObject({
      body: { locale: 'de', locales: { missing: 'fr' }, text: 'Alt' },
      language: 'de',
    })
  })

  it('of the title is that of the text', async () => {
    const { ask } = stage('2026-07-01T00:00:00.000Z')
    expect(await (await ask('/policies/privacy/versions?locale=de')).json()).toMatchObject({
      versions: [
        { label: '2', locale: 'en' },
        { label: '1', locale: 'de' },
      ],
    })
  })

  it('is said as HTTP has it, and in data by the code of the host', async () => {
    const { ask: asked } = stage('2026-05-15T00:00:00.000Z', [
      publishedRowOf({
        label: '1',
        effectiveAt: '2026-01-01T00:00:00.000Z',
        texts: { pt_BR: 'Oi' },
      }),
    ])
    const answer = await asked('/policies/privacy/current')

    expect(answer.headers.get('content-language')).toBe('pt-BR')
    expect(await answer.json()).toMatchObject({ locale: 'pt_BR' })
  })

  it.each([
    ['/policies/privacy/versions', 'en, de'],
    ['/policies/privacy/versions.html', 'de, en'],
    ['/policies/privacy/feed.atom', 'de, en'],
    ['/policies/privacy/calendar.ics', 'de, en'],
  ])('is said wherever there are words: %s', async (path, languages) => {
    const { headers } = await stage().ask(`${path}?locale=de`)
    expect(headers.get('content-language')).toBe(languages)
  })

  it('is said of notices', async () => {
    const notice = {
      effectiveAt: '2026-06-01T00:00:00.000Z',
      id: 1,
      label: '2',
      message: { fr: { after: 'Après.', before: 'Avant.' } },
      postedAt: '2026-05-01T00:00:00.000Z',
      sealed: rows[1]!.sealed!,
      supersededAt: null,
      url: 'https://www.example/privacy',
      version: '2',
      visibleUntil: '2026-07-01T00:00:00.000Z',
      withdrawnAt: null,
    }
    const source = memorySource({
      notices: [notice],
      now: () => new Date('2026-05-15T00:00:00.000Z'),
      rows,
    })
    const answer = await ask({ delivery: deliveryFrom(source), path: '/policy-notices/active' })

    expect(answer.headers.get('content-language')).toBe('fr')
  })

  it('is said in a feed', async () => {
    const { ask } = stage()
    expect(await (await ask('/policies/privacy/feed.atom?locale=de')).text()).toMatch(
      /<feed xml:lang="de" xmlns=/,
    )
    expect(await (await ask('/policies/privacy/feed.json?locale=fr')).json()).toMatchObject({
      language: 'fr',
    })
  })

  it('is said on a page', async () => {
    const page = await (await stage().ask('/policies/privacy/current.html?locale=fr')).text()
    expect(page).toContain('auf <bdi>Französisch</bdi> nicht verfügbar')
    expect(page).toContain('<bdi>Englisch</bdi> maßgeblich')
  })

  it('of a comparison is one that both have', async () => {
    expect(
      await (await stage().ask('/policies/privacy/compare/1/2?locale=fr')).json(),
    ).toMatchObject({ from: { label: '1' }, locale: 'en', to: { label: '2' } })
  })
})

describe('a language that nothing stands in for', () => {
  const strict = { all: ['en', 'de', 'fr'], default: 'en', fallback: {}, otherwise: [] }
  const at = '2026-05-15T00:00:00.000Z'
  const published = rows.map((row) => ({ ...row, sealed: { ...row.sealed!, languages: strict } }))
  const { ask: asked } = stage(at, published)

  it.each([
    ['/policies/privacy/current?locale=fr', ['de', 'en']],
    ['/policies/privacy/current.html?locale=fr', ['de', 'en']],
    ['/policies/privacy/current?at=2026-06-02&locale=de', ['en']],
    ['/policies/privacy/versions/2.md?locale=de', ['en']],
    ['/policies/privacy/texts/sha256:2?locale=de', ['en']],
    ['/policies/privacy/compare/1/2?locale=de', ['en']],
  ])('is refused, with those that there are: %s', async (path, available) => {
    const answer = await asked(path)
    const { errors } = (await answer.json()) as { errors: { data: object; message: string }[] }

    expect(answer.status).toBe(404)
    expect(errors[0]!.data).toEqual({ available, code: 'NOT_FOUND' })
    expect(errors[0]!.message).toMatch(/Ask with locale for one that is there: .*en\.$/)
  })

  it('is told to a browser in its own, with links to those that there are', async () => {
    const answer = await asked('/policies/privacy/current?at=2026-05-02&locale=fr', {
      Accept: browser,
    })
    const page = await answer.text()

    expect([answer.status, answer.headers.get('content-language')]).toEqual([404, 'fr'])
    expect(page).toContain('Il n’y a pas de texte dans cette langue : <bdi>français</bdi>')
    expect(page).toContain('<a href="?at=2026-05-02&amp;locale=de" hreflang="de">allemand</a>')
  })

  it('is answered in another where a copy is made, whose pages lead to each other', async () => {
    const source = memorySource({ now: () => new Date(at), rows: published })
    const answer = await ask({
      delivery: deliveryFrom(source, { isCopy: true }),
      path: '/policies/privacy/versions/2?locale=de',
    })
    expect(await answer.json()).toMatchObject({ locale: 'en', locales: { missing: 'de' } })
    const page = await ask({
      delivery: deliveryFrom(source, { isCopy: true }),
      path: '/policies/privacy/current.html',
    })
    expect(await page.text()).not.toContain('rel="alternate"')
  })

  it('is answered where there is a text in it, and lists leave nothing out', async () => {
    expect(await (await asked('/policies/privacy/current?locale=de')).json()).toMatchObject({
      locale: 'de',
      text: 'Alt',
      upcoming: [{ label: '2', locale: 'en', locales: { missing: 'de' } }],
    })
    expect(await (await asked('/policies/privacy/versions?locale=fr')).json()).toMatchObject({
      versions: [
        { label: '2', title: 'Privacy' },
        { label: '1', title: 'Privacy' },
      ],
    })
    expect((await asked('/policies/privacy/feed.atom?locale=fr')).status).toBe(200)
    // The page of a version is led to in a language that it is there in.
    const page = await (await asked('/policies/privacy/versions.html?locale=de')).text()
    expect([...page.matchAll(/versions\/(\d.html[^"]+)/g)].map(([, link]) => link)).toEqual([
      '2.html?locale=en',
      '1.html?locale=de',
    ])
  })
})
