import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type App, startApp } from '../helpers/app.js'
import {
  type Cast,
  createCast,
  createPolicy,
  type Member,
  textOf,
  thirtyBusinessDays,
} from '../helpers/cast.js'

describe('a draft that is submitted or acknowledged as it was shown', () => {
  let app: App
  let cast: Cast
  let policy: number
  let id: number
  let shown: string
  const read = async () =>
    (await app.payload.findByID({
      id,
      collection: 'policy-versions',
      depth: 0,
      locale: 'de',
      showHiddenFields: true,
    })) as unknown as Record<string, unknown> & { authors: { name: string }[] } // Payload's types know no collection of a plugin.
  const post = (step: string, body: object, by: Member = cast.editor) =>
    app.rest('POST', `/policy-versions/${id}/${step}`, { as: by.token, body })

  beforeAll(async () => {
    app = await startApp({
      config: { localization: { defaultLocale: 'en', fallback: true, locales: ['en', 'de'] } },
    })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
  })

  beforeEach(async () => {
    // German alone, on a host whose default is English.
    const draft = (await app.payload.create({
      collection: 'policy-versions',
      data: {
        body: textOf('Wir speichern Ihre Daten ein Jahr lang.'),
        noticeTerms: thirtyBusinessDays,
        policy,
        title: 'Datenschutz',
      },
      locale: 'de',
      overrideAccess: false,
      user: cast.editor.user,
    })) as unknown as { fingerprint: string; id: number } // Payload's types know no collection of a plugin.
    id = draft.id
    shown = draft.fingerprint
  })

  afterAll(() => app.stop())

  it('has the reason and the step at once, in whatever language it is written', async () => {
    const { body } = await post('submit', {
      comment: 'Please look.',
      fingerprint: shown,
      materialityReason: 'A slip of the pen.',
    })

    expect(body.doc).toMatchObject({ materialityReason: 'A slip of the pen.', status: 'in_review' })
    expect(body.doc.fingerprint).not.toBe(shown)
    expect(
      (await post('approve', { fingerprint: body.doc.fingerprint }, cast.reviewer)).body.doc.status,
    ).toBe('approved')
  })

  it('is refused with the reason where a colleague has edited it since, and nothing is written', async () => {
    await app.payload.update({
      id,
      collection: 'policy-versions',
      data: { body: textOf('Wir speichern Ihre Daten für immer.') },
      locale: 'de',
      overrideAccess: false,
      user: cast.admin.user,
    })
    const answer = await post('submit', { fingerprint: shown, materialityReason: 'A slip.' })

    expect([answer.status, answer.body.errors[0].data.code]).toEqual([409, 'APPROVAL_VOID'])
    expect(await read()).toMatchObject({ materialityReason: null, status: 'draft' })
  })

  it.each([
    ['without a fingerprint', { materialityReason: 'A slip.' }],
    ['with a reason that is no text', { fingerprint: 'shown', materialityReason: 5 }],
  ])('is refused %s', async (_, body) => {
    const answer = await post('submit', body)

    expect([answer.status, answer.body.errors[0].data.code]).toEqual([400, 'INVALID_PARAMETER'])
    expect(await read()).toMatchObject({ materialityReason: null, status: 'draft' })
  })

  it('keeps its reason once it is under review, whoever sends another with a step', async () => {
    await post('submit', { fingerprint: shown, materialityReason: 'A slip.' })
    const { fingerprint } = await read()
    const again = { fingerprint, materialityReason: 'Another.' }

    expect((await post('submit', again)).body.errors[0].data.code).toBe('ILLEGAL_TRANSITION')
    expect((await post('approve', again, cast.reviewer)).body.errors[0].data.code).toBe(
      'INVALID_PARAMETER',
    )
    expect(await read()).toMatchObject({
      fingerprint,
      materialityReason: 'A slip.',
      status: 'in_review',
    })
  })

  it('keeps what each of two people let stand, at once or after each other', async () => {
    const [one, other] = await Promise.all([
      post('acknowledge', { key: 'a', reason: 'By Edith.' }),
      post('acknowledge', { key: 'b', reason: 'By Ada.' }, cast.admin),
    ])
    expect([one.status, other.status]).toEqual([200, 200])
    await post('acknowledge', { key: 'a', reason: 'By Edith, again.' })

    const { acknowledgements, authors } = await read()
    expect(acknowledgements).toHaveLength(2)
    expect(acknowledgements).toEqual(
      expect.arrayContaining([
        { key: 'a', reason: 'By Edith, again.' },
        { key: 'b', reason: 'By Ada.' },
      ]),
    )
    expect(authors.map(({ name }) => name).sort()).toEqual(['ada', 'edith'])
  })

  it.each([
    ['no reason', { key: 'a' }],
    ['a blank reason', { key: 'a', reason: ' ' }],
    ['no key', { reason: 'It may.' }],
  ])('is not acknowledged with %s', async (_, body) => {
    const answer = await post('acknowledge', body)

    expect([answer.status, answer.body.errors[0].data.code]).toEqual([400, 'INVALID_PARAMETER'])
  })

  it('is acknowledged by editors and admins alone', async () => {
    for (const member of [cast.reviewer, cast.publisher]) {
      const answer = await post('acknowledge', { key: 'a', reason: 'It may.' }, member)
      expect([answer.status, answer.body.errors[0].data.code]).toEqual([403, 'FORBIDDEN'])
    }
  })
})
