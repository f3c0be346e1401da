import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { App } from '../helpers/app.js'

import { createDraft, createPolicy, textOf } from '../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

const sealed = `
  changeSummary dateLabel effectiveAt effectiveOn exception { explanation providedFor reason } fingerprint
  imported { effectiveOn publishedOn recordedAt sequence source } label locale
  locales { authoritative available missing } materialChange noticeFrom noticeTerms
  policy { kind slug timeZone title } publishedAt replaces title`
const standing = `
  links { current history predecessor self successor } state supersededAt url withdrawnAt`
const summary = `${sealed} ${standing}`

const currentOf = (args: string) => `{
  policyCurrent(${args}) { ${summary} body html text forecast nextChangeAt upcoming { ${summary} } }
}`
const timelineOf = (args: string) => `{
  policyTimeline(${args}) { head { hash sequence } nextChangeAt policy { kind slug timeZone title } versions { ${summary} } }
}`
const noticesOf = (args: string) => `{
  activePolicyNotices${args && `(${args})`} {
    nextChangeAt
    notices {
      changeSummary effectiveAt effectiveOn exception { explanation providedFor reason } id locale
      materialChange message phase policy { slug title } postedAt url version { label state } visibleUntil
    }
  }
}`

/** A policy with a version in force in two languages, one announced and a draft. */
describe('GraphQL', () => {
  let app: App
  let stage: Stage
  const answerOf = async (query: string) => {
    const { data, errors } = await app.graphql(query)
    expect(errors).toBeUndefined()
    return Object.values(data as object)[0] as Record<string, unknown>
  }
  const rest = async (path: string) => (await app.rest('GET', path)).body as unknown
  /** As GraphQL has numbers that are ids. */
  const withIds = (body: unknown) =>
    JSON.parse(JSON.stringify(body).replaceAll(/"id":(\d+)/g, '"id":"$1"')) as unknown

  beforeAll(async () => {
    stage = await createStage(
      {},
      {
        graphQL: {
          queries: ({ GraphQLString }) => ({
            hostQuery: { resolve: () => 'of the host', type: GraphQLString },
          }),
        },
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
    stage.at('2026-06-01T12:00:00Z')
    const policy = (await createPolicy(app)).id
    await stage.published({
      body: textOf('We keep nothing.'),
      label: '1.0',
      noticeTerms: tenDays,
      policy,
    })
    stage.at('2026-07-01T12:00:00Z')
    await stage.published({
      changeSummary: 'We keep more.',
      effectiveOn: '2026-08-01',
      label: '2.0',
      materialChange: true,
      policy,
    })
    await createDraft(app, { by: stage.cast.editor, label: 'secret', policy, title: 'Secret' })
    await createPolicy(app, { slug: 'drafted' })
  })

  afterAll(() => stage.stop())

  it.each([
    ['slug: "privacy"', '/policies/privacy/current'],
    ['slug: "privacy", locale: "de"', '/policies/privacy/current?locale=de'],
    ['slug: "privacy", at: "2026-06-15", locale: null', '/policies/privacy/current?at=2026-06-15'],
    [
      'slug: "privacy", at: "2026-08-01T04:00:00Z"',
      '/policies/privacy/current?at=2026-08-01T04:00:00Z',
    ],
  ])('answers policyCurrent(%s) as %s, without a login', async (args, path) => {
    expect(await answerOf(currentOf(args))).toEqual(await rest(path))
  })

  it('answers the timeline and the notices as the public routes do', async () => {
    expect(await answerOf(timelineOf('slug: "privacy"'))).toEqual(
      await rest('/policies/privacy/versions'),
    )
    expect(await answerOf(noticesOf(''))).toEqual(withIds(await rest('/policy-notices/active')))
    expect(((await answerOf(noticesOf(''))) as { notices: unknown[] }).notices).toHaveLength(1)
    expect(await answerOf(noticesOf('at: "2026-08-02T00:00:00Z", locale: "de"'))).toEqual(
      withIds(await rest('/policy-notices/active?at=2026-08-02T00:00:00Z&locale=de')),
    )
    expect(await answerOf(noticesOf('placement: "other"'))).toEqual({
      nextChangeAt: null,
      notices: [],
    })
  })

  it('never answers with a draft', async () => {
    for (const query of [
      currentOf('slug: "privacy"'),
      timelineOf('slug: "privacy"'),
      noticesOf(''),
    ]) {
      expect(JSON.stringify(await app.graphql(query))).not.toMatch(/secret/i)
    }
  })

  it.each([
    ['/policies/unknown/current', currentOf('slug: "unknown"')],
    ['/policies/drafted/current', currentOf('slug: "drafted"')],
    ['/policies/drafted/versions', timelineOf('slug: "drafted"')],
    ['/policies/privacy/current?at=soon', currentOf('slug: "privacy", at: "soon"')],
    ['/policies/privacy/current?at=', currentOf('slug: "privacy", at: ""')],
    ['/policies/privacy/current?at=2020-01-01', currentOf('slug: "privacy", at: "2020-01-01"')],
    ['/policies/privacy/current?locale=xx', currentOf('slug: "privacy", locale: "xx"')],
    ['/policies/privacy/versions?locale=xx', timelineOf('slug: "privacy", locale: "xx"')],
    ['/policies/a%00/versions', timelineOf(String.raw`slug: "a\u0000"`)],
    ['/policy-notices/active?at=2026-06-15', noticesOf('at: "2026-06-15"')],
    ['/policy-notices/active?placement=', noticesOf('placement: ""')],
  ])('refuses as %s is refused', async (path, query) => {
    const { errors } = await app.graphql(query)
    const { errors: ofRoute } = (await rest(path)) as {
      errors: { data: object; message: string }[]
    }

    expect(errors).toMatchObject([
      { extensions: { data: ofRoute[0]!.data }, message: ofRoute[0]!.message },
    ])
    expect(errors[0].extensions.data.code).toMatch(/^(INVALID_PARAMETER|NOT_FOUND)$/)
  })

  it('has types for what is closed, and leaves the queries of the host', async () => {
    const { data } = await app.graphql(`{
      hostQuery
      version: __type(name: "SealedPolicyInForce") { fields { name type { kind ofType { name } } } }
      state: __type(name: "SealedPolicyVersionState") { enumValues { name } }
    }`)
    const fields = data.version.fields as {
      name: string
      type: { kind: string; ofType: unknown }
    }[]

    expect(data.hostQuery).toBe('of the host')
    expect(data.state.enumValues.map(({ name }: { name: string }) => name)).toEqual([
      'in_force',
      'superseded',
      'upcoming',
      'withdrawn',
    ])
    expect(fields.find(({ name }) => name === 'noticeTerms')?.type).toEqual({
      kind: 'NON_NULL',
      ofType: { name: 'SealedJSON' },
    })
    expect(fields.find(({ name }) => name === 'state')?.type.ofType).toEqual({
      name: 'SealedPolicyVersionState',
    })
    expect(fields.find(({ name }) => name === 'exception')?.type.kind).toBe('OBJECT')
  })
})
