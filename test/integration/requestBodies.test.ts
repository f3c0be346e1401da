import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createDraft, createPolicy, setStatus, thirtyBusinessDays } from '../helpers/cast.js'
import { createStage, type Stage } from '../helpers/stage.js'

describe('the body of a request', () => {
  let stage: Stage
  let policy: number
  let id: number
  let fingerprint: string
  const send = (route: string, body: unknown, type: string) =>
    stage.app.rest('POST', route, {
      as: route.endsWith('approve') ? stage.cast.reviewer.token : stage.cast.editor.token,
      body,
      headers: { 'Content-Type': type },
    })
  const statusNow = async () =>
    (await stage.app.payload.findByID({ id, collection: 'policy-versions', depth: 0 })).status

  beforeAll(async () => {
    stage = await createStage()
    policy = (await createPolicy(stage.app)).id
  })

  beforeEach(async () => {
    const { app, cast } = stage
    const draft = await createDraft(app, {
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
    })
    ;({ id, fingerprint } = draft)
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })
  })

  afterAll(() => stage.stop())

  it.each([
    'text/plain;charset=UTF-8',
    'application/json; charset=utf-8',
    'application/problem+json',
  ])('is read where it is called %s: a fingerprint in it is compared', async (type) => {
    const old = `sha256:${'0'.repeat(64)}`
    const answer = await send(`/policy-versions/${id}/approve`, { fingerprint: old }, type)

    expect([answer.status, answer.body.errors[0].data.code]).toEqual([409, 'APPROVAL_VOID'])
    expect(await statusNow()).toBe('in_review')
    expect(
      (await send(`/policy-versions/${id}/approve`, { fingerprint }, type)).body.doc.status,
    ).toBe('approved')
  })

  it.each([
    ['a list', []],
    ['a text', 'x'],
    ['a number', 5],
    ['nothing that counts', null],
  ])('that is %s is refused by every route, and nothing is done', async (_, body) => {
    const routes = [
      `/policy-versions/${id}/approve`,
      `/policy-versions/${id}/rebase`,
      `/policy-versions/${id}/replace`,
      `/policies/${policy}/new-version`,
      '/policy-versions/import-text',
    ]
    const count = async () =>
      (await stage.app.payload.count({ collection: 'policy-versions' })).totalDocs
    const before = await count()

    for (const route of routes) {
      const answer = await send(route, body, 'application/json')

      expect([route, answer.status, answer.body.errors[0].data.code]).toEqual([
        route,
        400,
        'INVALID_PARAMETER',
      ])
      expect(answer.body.errors[0].message).toMatch(/llowed/)
    }
    expect([await statusNow(), await count()]).toEqual(['in_review', before])
  })

  it('is answered for those with a login alone: nothing of it is kept on the way', async () => {
    const { id: inForce, slug } = await stage
      .inForce()
      .then(({ first, slug }) => ({ ...first, slug }))
    const answers = [
      ['GET', `/policies/${slug}/overview`, 200],
      ['GET', `/policies/${slug}/report`, 200],
      ['GET', `/policy-versions/effective-days?policy=${policy}`, 200],
      ['GET', `/policy-versions/${id}/effective-days`, 200],
      ['GET', `/policy-versions/${id}/notice-window`, 200],
      ['GET', `/policy-versions/${id}/redline`, 200],
      ['GET', `/policy-versions/${inForce}/evidence`, 200],
      ['POST', `/policy-versions/${id}/request-changes`, 200],
      ['POST', `/policy-versions/${id}/acknowledge`, 400],
      ['POST', `/policy-versions/${id}/rebase`, 409],
      ['POST', `/policy-versions/${id}/replace`, 409],
    ] as const

    for (const [method, route, status] of answers) {
      const as = route.endsWith('request-changes') ? stage.cast.reviewer : stage.cast.editor
      const answer = await stage.app.rest(method, route, { as: as.token })

      expect([route, answer.status, answer.headers.get('cache-control')]).toEqual([
        route,
        status,
        'no-store',
      ])
    }
    expect(
      (await stage.app.rest('GET', `/policies/${slug}/current`)).headers.get('cache-control'),
    ).toContain('public')
  })

  it('that is a form or broken is refused', async () => {
    const form = new FormData()
    form.set('fingerprint', fingerprint)
    const answer = await stage.app.upload(
      `/policy-versions/${id}/approve`,
      form,
      stage.cast.reviewer.token,
    )

    expect(answer.body.errors).toMatchObject([
      {
        data: { code: 'INVALID_PARAMETER' },
        message: expect.stringMatching(/attestations, comment, exception, fingerprint/) as string,
      },
    ])
    expect(await statusNow()).toBe('in_review')
  })
})
