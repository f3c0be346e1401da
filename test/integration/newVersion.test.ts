import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { lexicalFromText, verifyRecord } from '../../src/index.js'
import { createPolicy, refusalOf, setStatus } from '../helpers/cast.js'
import { calendarDays, createStage, type Stage, tenDays } from '../helpers/stage.js'

const english = 'We keep your data.\n\nWe sell nothing.\n\nWrite to us.'
const german = 'Wir bewahren Ihre Daten auf.\n\nWir verkaufen nichts.\n\nSchreiben Sie uns.'

describe('a new version of a policy', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage(
      {
        collections: {
          versions: ({ defaultCollection }) => ({
            ...defaultCollection,
            fields: [
              ...defaultCollection.fields,
              {
                name: 'sources',
                type: 'array',
                fields: [
                  { name: 'address', type: 'text' },
                  { name: 'named', type: 'text', localized: true },
                ],
              },
              { name: 'secret', type: 'text', hidden: true },
            ],
          }),
        },
      },
      { localization: { defaultLocale: 'en', locales: ['en', 'de'] } },
    )
  })

  afterAll(() => stage.stop())

  const asEditor = () => ({ overrideAccess: false, user: stage.cast.editor.user })
  const post = (path: string, body: unknown = {}, as?: null | string) =>
    stage.app.rest('POST', path, {
      as: as === null ? undefined : (as ?? stage.cast.editor.token),
      body,
    })
  const start = async (policy: number): Promise<{ id: number; label: string }> => {
    const { body, status } = await post(`/policies/${policy}/new-version`)
    expect([status, body.errors]).toEqual([201, undefined])
    return body.doc
  }
  const rebase = (id: number, body: unknown = {}) => post(`/policy-versions/${id}/rebase`, body)
  const versionOf = async (id: number) =>
    (await stage.app.payload.findByID({
      id,
      collection: 'policy-versions',
      depth: 0,
      locale: 'all',
      showHiddenFields: true,
    })) as unknown as Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any -- asserted, not typed: Payload's types know no collection of a plugin
  const windowOf = async (id: number) =>
    (
      await stage.app.rest('GET', `/policy-versions/${id}/notice-window`, {
        as: stage.cast.editor.token,
      })
    ).body
  const edit = (id: number, data: Record<string, unknown>, locale?: 'de' | 'en') =>
    stage.app.payload.update({
      id,
      collection: 'policy-versions',
      data,
      ...(locale && { locale }),
      ...asEditor(),
    })
  const texts = async (id: number, locale: string): Promise<string[]> =>
    (await versionOf(id)).body[locale].root.children.map(
      (block: { children: { text: string }[] }) => block.children.map(({ text }) => text).join(''),
    )

  /** Publishes a text in both languages, and answers its id. */
  const publish = async (
    policy: number,
    { body = [english, german], ...data }: Record<string, unknown> & { body?: string[] } = {},
  ): Promise<number> => {
    const { id } = await stage.app.payload.create({
      collection: 'policy-versions',
      data: {
        body: lexicalFromText(body[0]!),
        noticeTerms: tenDays,
        policy,
        secret: 'kept',
        sources: [
          { address: 'https://example.com/a', named: 'Law' },
          { address: 'https://example.com/b', named: 'Report' },
        ],
        title: 'Privacy Policy',
        ...data,
      },
      ...asEditor(),
    })
    const { sources } = await versionOf(id as number)
    await edit(
      id as number,
      {
        body: lexicalFromText(body[1]!),
        sources: [
          { ...sources[0], named: 'Gesetz' },
          { ...sources[1], named: 'Bericht' },
        ],
        title: 'Datenschutzerklärung',
      },
      'de',
    )
    await take(id as number)
    return id as number
  }
  const take = async (id: number) => {
    const steps = [
      [stage.cast.editor, 'in_review'],
      [stage.cast.reviewer, 'approved'],
      [stage.cast.publisher, 'published'],
    ] as const
    for (const [by, status] of steps) {
      await setStatus(stage.app, { id, by, status })
    }
  }
  let policies = 0
  /** A policy whose first text is in force since June; it is July. */
  const inForce = async (data: Record<string, unknown> = {}) => {
    stage.at('2026-06-01T12:00:00Z')
    const { id: policy, slug } = await createPolicy(stage.app, { slug: `new-${++policies}` })
    const first = await publish(policy, data)
    stage.at('2026-07-01T12:00:00Z')
    return { first, policy, slug }
  }

  describe('is started', () => {
    it('with the text in force in every language, its terms and a host’s own fields', async () => {
      const { first, policy } = await inForce({
        changeSummary: 'The first.',
        materialChange: true,
        materialityReason: 'It is new.',
        noticeChannels: ['homepage'],
        noticeTerms: calendarDays(12),
      })
      const { id, label } = await start(policy)
      const [before, draft] = [await versionOf(first), await versionOf(id)]

      expect(draft).toMatchObject({
        authors: [{ name: 'edith' }],
        basedOn: { id: first, fingerprint: before.fingerprint, label: '1' },
        body: before.body,
        changeSummary: { de: null, en: null },
        effectiveOn: null,
        label: '2',
        materialChange: false,
        materialityReason: null,
        noticeChannels: [],
        noticeTerms: calendarDays(12),
        secret: 'kept',
        sources: [
          { address: 'https://example.com/a', named: { de: 'Gesetz', en: 'Law' } },
          { address: 'https://example.com/b', named: { de: 'Bericht', en: 'Report' } },
        ],
        status: 'draft',
        title: { de: 'Datenschutzerklärung', en: 'Privacy Policy' },
      })
      expect(label).toBe('2')
      expect(before.sources[0].id).not.toBe(draft.sources[0].id)
    })

    it('with a label that its author may change', async () => {
      const { policy } = await inForce()
      const { id } = await start(policy)
      expect((await start(policy)).label).toBe('3')
      expect(await edit(id, { label: '2026-a' })).toMatchObject({ label: '2026-a' })
    })

    it('from the text in force, or else from the latest that is announced', async () => {
      const { first, policy } = await inForce()
      await publish(policy, { effectiveOn: '2026-08-01' })
      expect((await versionOf((await start(policy)).id)).basedOn.id).toBe(first)

      const { id: other } = await createPolicy(stage.app, { slug: `new-${++policies}` })
      await publish(other, { effectiveOn: '2026-08-01' })
      const last = await publish(other, { effectiveOn: '2026-09-01' })
      expect((await versionOf((await start(other)).id)).basedOn.id).toBe(last)
    })

    it('from the announced version that its author names, and stands on its text then', async () => {
      const { first, policy } = await inForce()
      const announced = await publish(policy, { effectiveOn: '2026-08-01' })
      for (const basedOn of [announced, String(announced)]) {
        const { body, status } = await post(`/policies/${policy}/new-version`, { basedOn })
        expect(status).toBe(201)
        expect(await windowOf(body.doc.id)).toMatchObject({
          basedOn: { id: announced },
          newBase: null,
        })
      }
      const { body } = await post(`/policies/${policy}/new-version`, { basedOn: first })
      expect(await windowOf(body.doc.id)).toMatchObject({
        basedOn: { id: first },
        newBase: { id: announced, because: 'upcoming' },
      })
    })

    it('from no version that is neither in force nor announced', async () => {
      const { first, policy } = await inForce()
      await publish(policy)
      stage.at('2026-09-01T12:00:00Z')
      const { first: other } = await inForce()
      stage.at('2026-09-01T12:00:00Z')
      const { id: draft } = await start(policy)

      for (const basedOn of [first, other, draft, 0, '', true, { id: first }]) {
        const { body, status } = await post(`/policies/${policy}/new-version`, { basedOn })
        expect([basedOn, status, body.errors[0].data.code]).toEqual([
          basedOn,
          400,
          'INVALID_PARAMETER',
        ])
        expect(body.errors[0].message).toMatch(/llowed (are the ids|is the id)/)
      }
    })

    it('from nothing where nothing is published, and leaves nothing behind', async () => {
      const { id: policy } = await createPolicy(stage.app, { slug: `new-${++policies}` })
      const { body, status } = await post(`/policies/${policy}/new-version`)
      expect([status, body.errors[0].data.code]).toEqual([409, 'ILLEGAL_TRANSITION'])
      expect(body.errors[0].message).toMatch(/first version in the form/)
    })

    it('by editors alone, and of policies that there are', async () => {
      const { policy } = await inForce()
      for (const as of [null, stage.cast.publisher.token, stage.cast.reviewer.token]) {
        const { body, status } = await post(`/policies/${policy}/new-version`, {}, as)
        expect([status, body.errors[0].data.code]).toEqual([403, 'FORBIDDEN'])
      }
      for (const id of ['999999', 'privacy']) {
        expect((await post(`/policies/${id}/new-version`)).status).toBe(404)
      }
    })

    it('without a word in the record, which stays as it was', async () => {
      const { first, policy, slug } = await inForce()
      const before = [await versionOf(first), await eventsOf(policy)]
      await start(policy)

      expect([await versionOf(first), await eventsOf(policy)]).toEqual(before)
      expect((await verifyRecord({ payload: stage.app.payload, policy: slug })).findings).toEqual(
        [],
      )
    })
  })

  const eventsOf = async (policy: number) =>
    (
      await stage.app.payload.find({
        collection: 'policy-events',
        depth: 0,
        pagination: false,
        where: { policy: { equals: policy } },
      })
    ).docs

  describe('knows its predecessor', () => {
    it('from the plugin alone, whatever anybody sends', async () => {
      const { first, policy } = await inForce()
      const forged = { id: 999, fingerprint: 'sha256:00', label: '9' }
      const { id } = await start(policy)
      const { body } = await stage.app.rest('PATCH', `/policy-versions/${id}`, {
        as: stage.cast.admin.token,
        body: { basedOn: forged, title: 'Other' },
      })
      expect(body.doc).toMatchObject({ basedOn: { id: first }, title: 'Other' })

      const written = await stage.app.payload.create({
        collection: 'policy-versions',
        data: { basedOn: forged, body: lexicalFromText('Mine.'), policy, title: 'Mine' },
        ...asEditor(),
      })
      expect(await versionOf(written.id as number)).toMatchObject({ basedOn: null })
      expect(await windowOf(written.id as number)).toMatchObject({ basedOn: null, newBase: null })
    })

    it('when it is published, and then for good', async () => {
      const { first, policy, slug } = await inForce()
      const { id } = await start(policy)
      await take(id)
      expect(await versionOf(id)).toMatchObject({ basedOn: { id: first }, status: 'published' })

      const req = await createLocalReq({}, stage.app.payload)
      expect(
        await refusalOf(
          stage.app.payload.db.updateOne({
            id,
            collection: 'policy-versions',
            data: { basedOn: null },
            req,
          }),
        ),
      ).toMatchObject({ code: 'SEALED' })
      expect((await verifyRecord({ payload: stage.app.payload, policy: slug })).findings).toEqual(
        [],
      )
    })
  })

  describe('whose text in force has changed since', () => {
    const changedSince = async () => {
      const { first, policy, slug } = await inForce()
      const { id } = await start(policy)
      await edit(id, {
        body: lexicalFromText('We keep your data for a year.\n\nWe sell nothing.\n\nWrite to us.'),
        effectiveOn: '2026-12-01',
      })
      const second = await publish(policy, {
        body: [
          'We keep your data.\n\nWe sell nothing at all.\n\nWrite to us.\n\nThe end.',
          'Wir bewahren Ihre Daten auf.\n\nWir verkaufen nichts.\n\nSchreiben Sie uns bald.',
        ],
        sources: [{ address: 'https://example.com/c', named: 'Court' }, {}],
      })
      stage.at('2026-07-02T12:00:00Z')
      return { id, first, policy, second, slug }
    }

    it('says so, in words for what became of it', async () => {
      const { id, policy, second } = await changedSince()
      expect((await windowOf(id)).newBase).toMatchObject({
        id: second,
        because: 'in_force',
        effectiveAt: '2026-07-01T12:00:00.000Z',
        label: '3',
      })

      const { id: next } = await start(policy)
      expect((await windowOf(next)).newBase).toBeNull()
      const announced = await publish(policy, { effectiveOn: '2026-08-01' })
      expect((await windowOf(next)).newBase).toMatchObject({ id: announced, because: 'upcoming' })

      await edit(next, { effectiveOn: '2026-07-20' })
      expect((await windowOf(next)).newBase).toBeNull()
    })

    it('says so of one that was withdrawn', async () => {
      const { policy } = await inForce()
      const announced = await publish(policy, { effectiveOn: '2026-08-01' })
      const { id } = await start(policy)
      expect(await windowOf(id)).toMatchObject({ newBase: { because: 'upcoming' } })
      await rebase(id)
      await stage.withdraw(announced)
      expect(await windowOf(id)).toMatchObject({
        basedOn: { id: announced },
        newBase: { because: 'withdrawn', label: '1' },
      })
    })

    it('is rebased: what it left alone is the new text, what it changed stays', async () => {
      const { id, second } = await changedSince()
      const { fingerprint } = await versionOf(id)
      const { body, status } = await rebase(id, { fingerprint })

      expect([status, body]).toMatchObject([
        200,
        { basedOn: { id: second, label: '3' }, conflicts: 0, doc: { id, label: '2' }, kept: [] },
      ])
      expect(body.taken).toEqual([
        { field: 'body', language: 'en' },
        { field: 'body', language: 'de' },
        { field: 'sources', language: null },
      ])
      expect(await texts(id, 'en')).toEqual([
        'We keep your data for a year.',
        'We sell nothing at all.',
        'Write to us.',
        'The end.',
      ])
      expect((await texts(id, 'de')).at(-1)).toBe('Schreiben Sie uns bald.')
      expect(await versionOf(id)).toMatchObject({
        basedOn: { id: second },
        effectiveOn: '2026-12-01',
        sources: [{ address: 'https://example.com/c', named: { de: 'Gesetz', en: 'Court' } }, {}],
      })
      expect((await windowOf(id)).newBase).toBeNull()
      expect((await rebase(id)).body.errors[0].data.code).toBe('ILLEGAL_TRANSITION')
    })

    it('keeps both where both changed the same words, and is not published until that is settled', async () => {
      const { id } = await changedSince()
      await edit(id, {
        body: lexicalFromText('We keep your data.\n\nWe sell very little.\n\nWrite to us.'),
        effectiveOn: null,
        title: 'Privacy',
      })
      const { body } = await rebase(id)
      expect(body).toMatchObject({ conflicts: 1 })
      expect(await texts(id, 'en')).toEqual([
        'We keep your data.',
        'We sell very little.',
        '[Conflict: version 3 says]',
        'We sell nothing at all.',
        'Write to us.',
        'The end.',
      ])
      expect((await windowOf(id)).warnings).toContainEqual(
        expect.objectContaining({ blocks: true, code: 'CONFLICT_OPEN' }),
      )
      expect(await refusalOf(take(id))).toMatchObject({ code: 'CONFLICT_OPEN', status: 409 })
      expect(await versionOf(id)).toMatchObject({ status: 'approved' })

      await edit(id, { body: lexicalFromText('We keep your data.\n\nWe sell nothing at all.') })
      await take(id)
      expect(await versionOf(id)).toMatchObject({ status: 'published', title: { en: 'Privacy' } })
    })

    it('keeps its own where both changed a field, and says which', async () => {
      const { policy } = await inForce()
      const { id } = await start(policy)
      await edit(id, { title: 'Our Privacy' })
      await publish(policy, { title: 'Privacy Notice' })
      expect((await rebase(id)).body).toMatchObject({
        kept: [{ field: 'title', language: 'en' }],
        taken: [],
      })
      expect((await versionOf(id)).title).toEqual({ de: 'Datenschutzerklärung', en: 'Our Privacy' })
    })

    it('is refused on another text than was shown, and then nothing is changed', async () => {
      const { first, id } = await changedSince()
      const { fingerprint } = await versionOf(id)
      await edit(id, { title: 'Somebody was faster' })
      const { body, status } = await rebase(id, { fingerprint })

      expect([status, body.errors[0].data.code]).toEqual([409, 'APPROVAL_VOID'])
      expect(await versionOf(id)).toMatchObject({
        basedOn: { id: first },
        title: { en: 'Somebody was faster' },
      })
      expect((await rebase(id, { fingerprint: 7 })).status).toBe(400)
    })

    it('makes who asks an author, and a draft of what was sent back', async () => {
      const { id } = await changedSince()
      await setStatus(stage.app, { id, by: stage.cast.editor, status: 'in_review' })
      expect((await rebase(id)).body.errors[0].data.code).toBe('ILLEGAL_TRANSITION')
      await setStatus(stage.app, { id, by: stage.cast.reviewer, status: 'changes_requested' })

      const { status } = await post(`/policy-versions/${id}/rebase`, {}, stage.cast.admin.token)
      expect([status, await versionOf(id)]).toMatchObject([
        200,
        { authors: [{ name: 'edith' }, { name: 'ada' }], status: 'draft' },
      ])
    })

    it('is refused for what is sealed, what was started from nothing, and who is no editor', async () => {
      const { id, policy, second } = await changedSince()
      expect((await rebase(second)).body.errors[0].data.code).toBe('SEALED')

      const written = await stage.app.payload.create({
        collection: 'policy-versions',
        data: { body: lexicalFromText('Mine.'), policy, title: 'Mine' },
        ...asEditor(),
      })
      expect((await rebase(written.id as number)).body.errors[0]).toMatchObject({
        data: { code: 'ILLEGAL_TRANSITION' },
        message: expect.stringMatching(/not started from a published version/),
      })
      for (const as of [null, stage.cast.publisher.token, stage.cast.reviewer.token]) {
        expect((await post(`/policy-versions/${id}/rebase`, {}, as)).status).toBe(403)
      }
      expect((await rebase(999_999)).status).toBe(404)
    })

    it('leaves the record as it was', async () => {
      const { first, id, policy, second, slug } = await changedSince()
      const record = async () => [
        await versionOf(first),
        await versionOf(second),
        await eventsOf(policy),
      ]
      const before = await record()
      await rebase(id)

      expect(await record()).toEqual(before)
      expect((await verifyRecord({ payload: stage.app.payload, policy: slug })).findings).toEqual(
        [],
      )
    })
  })
})
