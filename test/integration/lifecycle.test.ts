import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type App, startApp } from '../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  type Member,
  refusalOf,
  setStatus,
  textOf,
  thirtyBusinessDays,
} from '../helpers/cast.js'

describe('the way of a version', () => {
  let app: App
  let cast: Cast
  let policy: number
  let id: number
  let shown: string
  const read = () =>
    app.payload.findByID({ id, collection: 'policy-versions', depth: 0 }) as Promise<
      Record<string, unknown>
    >
  const post = (step: string, by: Member | undefined, body: object = {}) =>
    app.rest('POST', `/policy-versions/${id}/${step}`, { as: by?.token, body })
  const edit = (by: Member, data: object) =>
    app.rest('PATCH', `/policy-versions/${id}`, { as: by.token, body: data })
  const codeOf = (answer: { body: { errors: { data: { code: string } }[] } }) =>
    answer.body.errors[0]?.data.code

  beforeAll(async () => {
    app = await startApp()
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
  })

  beforeEach(async () => {
    const draft = await createDraft(app, {
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
    })
    id = draft.id
    shown = draft.fingerprint
  })

  afterAll(() => app.stop())

  it('leads over REST from a draft through review to publication and withdrawal', async () => {
    expect((await post('submit', cast.editor)).body.doc.status).toBe('in_review')
    expect(
      (await post('request-changes', cast.reviewer, { comment: 'Say why.' })).body.doc.status,
    ).toBe('changes_requested')

    const sentBack = async () =>
      (await app.rest('GET', `/policy-versions/${id}/notice-window`, { as: cast.editor.token }))
        .body.changesRequested
    expect(await sentBack()).toEqual({ by: 'rita', comment: 'Say why.' })

    expect((await edit(cast.editor, { changeSummary: 'Because.' })).body.doc).toMatchObject({
      status: 'draft',
    })
    expect(await sentBack()).toEqual({ by: 'rita', comment: 'Say why.' })
    expect((await post('submit', cast.editor)).status).toBe(200)
    expect(await sentBack()).toBeNull()
    const { fingerprint } = await read()
    expect(
      (await post('approve', cast.reviewer, { comment: 'Good.', fingerprint })).body.doc.status,
    ).toBe('approved')
    expect((await post('publish', cast.publisher)).body.doc).toMatchObject({ status: 'published' })

    const { docs } = await app.payload.find({
      collection: 'policy-reviews',
      depth: 0,
      sort: 'id',
      where: { version: { equals: id } },
    })
    expect(docs).toMatchObject([
      {
        comment: 'Say why.',
        decision: 'changes_requested',
        fingerprint: shown,
        reviewer: { name: 'rita' },
      },
      { comment: 'Good.', decision: 'approved', fingerprint, scope: 'text' },
    ])

    const events = await app.payload.find({
      collection: 'policy-events',
      depth: 0,
      sort: 'sequence',
      where: { version: { equals: id } },
    })
    expect(events.docs.map(({ type }) => type as string)).toEqual([
      'submitted',
      'changes_requested',
      'returned_to_draft',
      'submitted',
      'approved',
      'published',
    ])
    for (const [index, event] of events.docs.slice(1).entries()) {
      expect(event.previousHash).toBe(events.docs[index]!.hash)
    }
  })

  it('takes a person for every step, over every road', async () => {
    expect(await post('submit', undefined)).toMatchObject({ status: 401 })
    expect(codeOf(await post('submit', undefined))).toBe('ACTOR_REQUIRED')
    expect(
      codeOf(await app.rest('PATCH', `/policy-versions/${id}`, { body: { status: 'in_review' } })),
    ).toBe('ACTOR_REQUIRED')
    expect(
      await refusalOf(
        app.payload.update({ id, collection: 'policy-versions', data: { status: 'in_review' } }),
      ),
    ).toMatchObject({ code: 'ACTOR_REQUIRED', status: 401 })
    const query = `mutation { updatePolicyVersion(id: ${id}, data: { status: in_review }) { id } }`
    expect((await app.graphql(query)).errors[0].extensions.data.code).toBe('ACTOR_REQUIRED')
    expect(await read()).toMatchObject({ status: 'draft' })
  })

  it.each([
    ['submit', 'draft', ['editor', 'admin']],
    ['approve', 'in_review', ['reviewer', 'admin', 'otherReviewer']],
    ['request-changes', 'in_review', ['reviewer', 'admin', 'otherReviewer']],
    ['publish', 'approved', ['publisher', 'admin']],
  ] as const)('lets only the right people %s', async (step, status, allowed) => {
    if (status !== 'draft') {
      await setStatus(app, { id, by: cast.editor, status: 'in_review' })
    }
    if (status === 'approved') {
      await setStatus(app, { id, by: cast.reviewer, status: 'approved' })
    }

    for (const name of Object.keys(cast) as (keyof Cast)[]) {
      if (!allowed.some((role) => role === name)) {
        const answer = await post(step, cast[name])
        expect([name, answer.status, codeOf(answer)]).toEqual([name, 403, 'FORBIDDEN'])
      }
    }
    expect(await read()).toMatchObject({ status })
    expect((await post(step, cast[allowed[0]])).status).toBe(200)
  })

  it('reads roles from the database at that moment, not from a token', async () => {
    const { token } = cast.otherReviewer
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })
    await app.payload.update({
      id: cast.otherReviewer.id,
      collection: 'users',
      data: { roles: [] },
    })
    expect(
      codeOf(await app.rest('POST', `/policy-versions/${id}/approve`, { as: token, body: {} })),
    ).toBe('FORBIDDEN')
    await app.payload.update({
      id: cast.otherReviewer.id,
      collection: 'users',
      data: { roles: ['reviewer'] },
    })
  })

  it.each([
    ['draft', ['approve', 'request-changes', 'publish', 'withdraw']],
    ['in_review', ['submit', 'publish', 'withdraw']],
    ['approved', ['submit', 'approve', 'request-changes', 'withdraw']],
  ])('allows from %s only what comes next', async (status, refused) => {
    if (status === 'in_review') {
      await setStatus(app, { id, by: cast.editor, status: 'in_review' })
    }
    if (status === 'approved') {
      await approve(app, cast, id)
    }

    for (const step of refused) {
      expect([step, codeOf(await post(step, cast.admin))]).toEqual([step, 'ILLEGAL_TRANSITION'])
    }
    expect(await read()).toMatchObject({ status })
  })

  it('refuses the approval of one who wrote it, also by a single edit, and a request for changes likewise', async () => {
    await app.payload.update({
      id: cast.reviewer.id,
      collection: 'users',
      data: { roles: ['reviewer', 'editor'] },
    })
    await edit(cast.reviewer, { changeSummary: 'A word of mine.' })
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })

    expect(codeOf(await post('approve', cast.reviewer))).toBe('SELF_APPROVAL')
    expect(codeOf(await post('request-changes', cast.reviewer))).toBe('SELF_APPROVAL')
    await app.payload.update({
      id: cast.reviewer.id,
      collection: 'users',
      data: { roles: ['reviewer'] },
    })
    expect((await post('approve', cast.otherReviewer)).status).toBe(200)
  })

  it('refuses an approval of another text than the one that was shown', async () => {
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })
    await edit(cast.editor, { body: textOf('We sell your data.') })
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })

    const answer = await post('approve', cast.reviewer, { fingerprint: shown })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'APPROVAL_VOID'])
    expect(await read()).toMatchObject({ status: 'in_review' })
  })

  it('voids an approval by any edit of the content, by anybody, over any road', async () => {
    await approve(app, cast, id)
    const edited = await app.payload.update({
      id,
      collection: 'policy-versions',
      data: { effectiveOn: '2099-01-02' },
    })
    expect(edited).toMatchObject({ status: 'draft' })
    expect(edited.fingerprint).not.toBe(shown)
    expect(codeOf(await post('publish', cast.publisher))).toBe('ILLEGAL_TRANSITION')

    // Back to the very same words: what was approved before is void all the same.
    await app.payload.update({ id, collection: 'policy-versions', data: { effectiveOn: null } })
    expect(await read()).toMatchObject({ fingerprint: shown, status: 'draft' })
    expect((await post('submit', cast.editor)).status).toBe(200)
    expect(codeOf(await post('publish', cast.publisher))).toBe('ILLEGAL_TRANSITION')
    expect((await post('approve', cast.reviewer)).body.doc.status).toBe('approved')
  })

  it('keeps an approval through a save that changes nothing', async () => {
    await approve(app, cast, id)
    const { body, title } = await read()
    expect((await edit(cast.editor, { body, title })).body.doc.status).toBe('approved')
  })

  it('refuses a step that brings other content along', async () => {
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })
    const answer = await edit(cast.admin, { status: 'approved', title: 'Another title' })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'APPROVAL_VOID'])
    expect(await read()).toMatchObject({ status: 'in_review', title: 'Privacy Policy' })
  })

  it('lets nobody but editors edit', async () => {
    const answer = await edit(cast.reviewer, { title: 'Mine' })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN'])
    expect(
      (await app.rest('PATCH', `/policy-versions/${id}`, { body: { title: 'Mine' } })).status,
    ).toBe(403)
    expect(await read()).toMatchObject({ title: 'Privacy Policy' })
  })

  it('ignores what a client says about the fields that the plugin sets', async () => {
    const forged = {
      authors: [],
      effectiveAt: '2000-01-01T00:00:00.000Z',
      publishedAt: '2000-01-01T00:00:00.000Z',
      publishedBy: { id: 1, name: 'x', collection: 'users' },
      snapshot: { forged: true },
    }
    await edit(cast.editor, { ...forged, fingerprint: 'sha256:0' })
    const draft = await createDraft(app, {
      ...forged,
      by: cast.editor,
      fingerprint: 'sha256:0',
      noticeTerms: thirtyBusinessDays,
      policy,
    })

    for (const version of [
      await read(),
      (await app.payload.findByID({ id: draft.id, collection: 'policy-versions' })) as object,
    ]) {
      expect(version).toMatchObject({
        authors: [{ id: cast.editor.id, collection: 'users' }],
        effectiveAt: null,
        publishedAt: null,
        publishedBy: null,
        snapshot: null,
        status: 'draft',
      })
    }
    expect(await read()).toMatchObject({ fingerprint: shown })
  })

  it('refuses to create a version that is anything but a draft', async () => {
    expect(
      await refusalOf(
        createDraft(app, {
          by: cast.admin,
          noticeTerms: thirtyBusinessDays,
          policy,
          status: 'published',
        }),
      ),
    ).toMatchObject({ code: 'ILLEGAL_TRANSITION', status: 409 })
  })

  it('can be deleted by an admin until its first submission, and never afterwards', async () => {
    expect(
      (await app.rest('DELETE', `/policy-versions/${id}`, { as: cast.editor.token })).status,
    ).toBe(403)
    expect(
      (await app.rest('DELETE', `/policy-versions/${id}`, { as: cast.admin.token })).status,
    ).toBe(200)

    const draft = await createDraft(app, {
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
    })
    await setStatus(app, { id: draft.id, by: cast.editor, status: 'in_review' })
    const answer = await app.rest('DELETE', `/policy-versions/${draft.id}`, {
      as: cast.admin.token,
    })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'SEALED'])
    expect(
      await refusalOf(app.payload.delete({ id: draft.id, collection: 'policy-versions' })),
    ).toMatchObject({ code: 'SEALED' })
  })

  it('proposes the next label and refuses one that is taken', async () => {
    const own = await createPolicy(app, { slug: 'labels' })
    const draft = (data: object = {}) =>
      createDraft(app, {
        by: cast.editor,
        noticeTerms: thirtyBusinessDays,
        policy: own.id,
        ...data,
      })

    expect(await draft()).toMatchObject({ label: '1' })
    expect(await draft({ label: '3' })).toMatchObject({ label: '3' })
    expect(await draft()).toMatchObject({ label: '4' })
    expect(await refusalOf(draft({ label: '3' }))).toMatchObject({
      code: 'LABEL_TAKEN',
      status: 409,
    })
  })

  it('makes a first version state its terms, and says what is wrong with them', async () => {
    const own = await createPolicy(app, { slug: 'terms-of-its-own' })
    const draft = (noticeTerms?: object) =>
      refusalOf(createDraft(app, { by: cast.editor, noticeTerms, policy: own.id }))

    expect(await draft()).toMatchObject({ code: 'TERMS_INVALID', status: 400 })
    expect(await draft({ ...thirtyBusinessDays, calendar: undefined })).toMatchObject({
      code: 'TERMS_INVALID',
      path: 'noticeTerms.calendar',
    })
    expect(await draft({ ...thirtyBusinessDays, dateLable: 'effective' })).toMatchObject({
      path: 'noticeTerms.dateLable',
    })
  })
})

describe('two required approvals', () => {
  let app: App
  let cast: Cast

  beforeAll(async () => {
    app = await startApp({ options: { requiredApprovals: 2 } })
    cast = await createCast(app)
  })

  afterAll(() => app.stop())

  it('come from two different people, and the version stays in review until then', async () => {
    const { id: policy } = await createPolicy(app)
    const { id } = await createDraft(app, {
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
    })
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })

    expect(await setStatus(app, { id, by: cast.reviewer, status: 'approved' })).toMatchObject({
      status: 'in_review',
    })
    expect(
      await refusalOf(setStatus(app, { id, by: cast.reviewer, status: 'approved' })),
    ).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    })
    expect(
      await refusalOf(setStatus(app, { id, by: cast.publisher, status: 'published' })),
    ).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    })
    expect(await setStatus(app, { id, by: cast.otherReviewer, status: 'approved' })).toMatchObject({
      status: 'approved',
    })
    expect(await setStatus(app, { id, by: cast.publisher, status: 'published' })).toMatchObject({
      status: 'published',
    })
  })
})
