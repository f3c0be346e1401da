import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, startApp } from '../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
  textOf,
  thirtyBusinessDays,
} from '../helpers/cast.js'

const nul = String.fromCharCode(0)
const broken = String.fromCharCode(0xd800)

describe('bad input', () => {
  let app: App
  let cast: Cast
  let policy: number
  let id: number
  const read = () => app.payload.findByID({ id, collection: 'policy-versions', depth: 0 })

  beforeAll(async () => {
    app = await startApp({
      config: {
        localization: { defaultLocale: 'en', locales: ['en', 'de'] },
      },
    })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
    id = (await createDraft(app, { by: cast.editor, noticeTerms: thirtyBusinessDays, policy })).id
  })

  afterAll(() => app.stop())

  it.each([
    ['no policy', { policy: undefined }],
    ['a policy that is no id', { policy: 'abc' }],
    ['a policy out of range', { policy: 99_999_999_999 }],
    ['a policy with a fraction', { policy: 5.5 }],
    ['a label that is no label', { label: 'a b' }],
    ['a label with NUL', { label: `a${nul}` }],
    ['a label that is a number', { label: 7 }],
    ['a title with NUL', { title: `a${nul}` }],
    ['a broken title', { title: broken }],
    ['a text with NUL', { body: textOf('x'), changeSummary: nul }],
    ['terms that are a list', { noticeTerms: [] }],
    ['terms with a broken name', { noticeTerms: { ...thirtyBusinessDays, exceptions: [broken] } }],
    ['channels that are a text', { noticeChannels: 'homepage' }],
    ['a date that is a number', { effectiveOn: 5 }],
    ['a date that does not exist', { effectiveOn: '2026-02-30' }],
    ['a body that is a text', { body: 'text' }],
  ])('in a new version, %s, is answered with a reason and stores nothing', async (_, data) => {
    const count = async () => (await app.payload.count({ collection: 'policy-versions' })).totalDocs
    const before = await count()
    const answer = await app.rest('POST', '/policy-versions', {
      as: cast.editor.token,
      body: {
        body: textOf('Text.'),
        noticeTerms: thirtyBusinessDays,
        policy,
        title: 'Title',
        ...data,
      },
    })

    expect([400, 404]).toContain(answer.status)
    expect(answer.body.errors[0].message).toMatch(/\w{3}/)
    expect(await count()).toBe(before)
  })

  it.each([
    ['PATCH', '/policy-versions/abc', 'editor', { title: 'x' }],
    ['PATCH', '/policy-versions/99999999999', 'editor', { title: 'x' }],
    ['DELETE', '/policy-versions/abc', 'admin', undefined],
    ['GET', '/policy-versions/99999999999/notice-window', 'editor', undefined],
    ['GET', '/policy-versions/abc/notice-window', 'editor', undefined],
    ['POST', '/policy-versions/abc/submit', 'editor', {}],
    ['GET', '/policies/privacy/current?at=0001-01-01', undefined, undefined],
    ['GET', '/policies/privacy/current?at=9999-12-31', undefined, undefined],
    ['GET', '/policies/privacy/current?at=9999-12-31T23:59:59-10:00', undefined, undefined],
    ['GET', '/policy-notices/active?at=9999-12-31T23:59:59-10:00', undefined, undefined],
    ['GET', '/policy-notices/active?placement=%00', undefined, undefined],
    ['GET', '/policies/%00/current', undefined, undefined],
    ['GET', '/policies/privacy/versions/%00', undefined, undefined],
    ['GET', '/policies/privacy/texts/%00', undefined, undefined],
  ] as const)('%s %s is answered with a reason', async (method, path, who, body) => {
    const answer = await app.rest(method, path, { as: who && cast[who].token, body })
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
  })

  it('in a step is refused and changes nothing', async () => {
    const { token } = cast.editor
    for (const body of [{ comment: {} }, { comment: `a${nul}` }, { fingerprint: 5 }]) {
      const answer = await app.rest('POST', `/policy-versions/${id}/submit`, { as: token, body })
      expect([answer.status, answer.body.errors[0].data.code]).toEqual([400, 'INVALID_PARAMETER'])
    }
    const stale = await app.rest('POST', `/policy-versions/${id}/submit`, {
      as: token,
      body: { fingerprint: '' },
    })
    expect(stale.body.errors[0].data.code).toBe('APPROVAL_VOID')
    expect(await read()).toMatchObject({ status: 'draft' })
  })

  it('from a stranger reads nothing of a draft, not even through a step or a comment on it', async () => {
    const { updatedAt } = await read()
    for (const body of [
      { comment: 'x' },
      { status: 'draft' },
      { fingerprint: 'x' },
      { transition: 'submit' },
    ]) {
      const answer = await app.rest('PATCH', `/policy-versions/${id}`, { body })
      expect([401, 403]).toContain(answer.status)
      expect(JSON.stringify(answer.body)).not.toContain('safe')
    }
    const unknown = await app.rest('POST', '/policy-versions/999/publish', { body: {} })
    expect(unknown.body.errors[0].data.code).toBe('ACTOR_REQUIRED')
    expect(await read()).toMatchObject({ updatedAt })
  })

  it('of the same channel twice announces once', async () => {
    await publishVersion(app, cast, { noticeTerms: thirtyBusinessDays, policy })
    const { id: second } = await publishVersion(app, cast, {
      materialChange: true,
      noticeChannels: ['homepage', 'homepage'],
      policy,
    })
    const { totalDocs } = await app.payload.count({
      collection: 'policy-notices',
      where: { version: { equals: second } },
    })
    expect(totalDocs).toBe(1)
  })

  it('or none: a version that is written in another language than the default takes its steps', async () => {
    const own = await createPolicy(app, { slug: 'datenschutz' })
    const { id: german } = await app.payload.create({
      collection: 'policy-versions',
      data: {
        body: textOf('Wir hüten Ihre Daten.'),
        noticeTerms: thirtyBusinessDays,
        policy: own.id,
        title: 'Datenschutz',
      },
      locale: 'de',
      user: cast.editor.user,
    })
    for (const [by, step] of [
      [cast.editor, 'submit'],
      [cast.reviewer, 'approve'],
      [cast.publisher, 'publish'],
    ] as const) {
      const answer = await app.rest('POST', `/policy-versions/${german}/${step}`, {
        as: by.token,
        body: {},
      })
      expect([step, answer.status]).toEqual([step, 200])
    }
    expect((await app.rest('GET', '/policies/datenschutz/current')).body).toMatchObject({
      locale: 'de',
      title: 'Datenschutz',
    })
    // Its pages lead to pages that there are.
    const page: string = (await app.rest('GET', '/policies/datenschutz/current.html')).body
    expect(page).toContain('versions.html?locale=de')
    expect(page).not.toContain('.html?locale=en')
    expect((await app.rest('GET', '/policies/datenschutz/current?locale=en')).status).toBe(404)
  })

  it('leaves no decision behind on a request that goes on', async () => {
    const draft = await createDraft(app, { by: cast.editor, policy })
    await approve(app, cast, draft.id)
    const before = await app.payload.count({ collection: 'policy-events' })
    expect(
      await refusalOf(
        setStatus(app, { id: draft.id, by: cast.publisher, status: 'published', title: null }),
      ),
    ).not.toMatchObject({ code: 'no refusal' })
    expect(await app.payload.count({ collection: 'policy-events' })).toEqual(before)
  })
})
