import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionConfig, type Config } from 'payload'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { policyVersioningPlugin } from '../../src/index.js'
import { accessByRole, type App, startApp, users } from '../helpers/app.js'
import {
  approve,
  createCast,
  createDraft,
  createMember,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
  textOf,
  thirtyBusinessDays,
} from '../helpers/cast.js'

describe('a host', () => {
  let app: App | undefined

  afterEach(async () => {
    await app?.stop()
    app = undefined
  })

  it('is told in Payload’s own words what is taken in its other collections', async () => {
    const tags: CollectionConfig = {
      slug: 'tags',
      fields: [{ name: 'label', type: 'text', unique: true }],
    }
    app = await startApp({ config: { collections: [users, tags] } })
    const create = () => app!.payload.create({ collection: 'tags', data: { label: 'new' } })
    await create()

    await expect(create()).rejects.toMatchObject({ name: 'ValidationError', status: 400 })
  })

  it('with users of its own and no access functions gives every admin user every role, and four eyes hold', async () => {
    const staff: CollectionConfig = { slug: 'staff', auth: { useSessions: false }, fields: [] }
    const customers: CollectionConfig = {
      slug: 'customers',
      auth: { useSessions: false },
      fields: [],
    }
    app = await startApp({
      config: { admin: { user: 'staff' }, collections: [staff, customers] },
      options: { access: undefined },
    })
    const ann = await createMember(app, { collection: 'staff', email: 'ann@example.com' })
    const ben = await createMember(app, { collection: 'staff', email: 'ben@example.com' })
    // The same id as Ann's, in another collection.
    const customer = await createMember(app, { collection: 'customers', email: 'cat@example.com' })
    expect(customer.id).toBe(ann.id)

    const { id: policy } = await createPolicy(app)
    const { id } = await createDraft(app, { by: ann, noticeTerms: thirtyBusinessDays, policy })
    await setStatus(app, { id, by: ann, status: 'in_review' })

    expect(await refusalOf(setStatus(app, { id, by: ann, status: 'approved' }))).toMatchObject({
      code: 'SELF_APPROVAL',
    })
    expect(await refusalOf(setStatus(app, { id, by: customer, status: 'approved' }))).toMatchObject(
      {
        code: 'FORBIDDEN',
      },
    )
    expect((await app.rest('GET', '/policy-versions', { as: customer.token })).status).toBe(403)
    await setStatus(app, { id, by: ben, status: 'approved' })
    expect(await setStatus(app, { id, by: ann, status: 'published' })).toMatchObject({
      status: 'published',
    })
  })

  it('may rename the collections, and the routes follow', async () => {
    app = await startApp({
      options: {
        slugs: { notices: 'legal-notices', policies: 'legal', versions: 'legal-versions' },
      },
    })
    const { payload } = app
    const { id: policy } = await payload.create({
      collection: 'legal',
      data: { slug: 'privacy', kind: 'privacy', timeZone: 'UTC', title: 'Privacy' },
    })
    const cast = await createCast(app)
    const { id } = await payload.create({
      collection: 'legal-versions',
      data: { body: textOf('Text.'), noticeTerms: thirtyBusinessDays, policy },
      user: cast.editor.user,
    })
    for (const [by, step] of [
      [cast.editor, 'submit'],
      [cast.reviewer, 'approve'],
      [cast.publisher, 'publish'],
    ] as const) {
      const path = `/legal-versions/${id}/${step}`
      expect((await app.rest('POST', path, { as: by.token, body: {} })).status).toBe(200)
    }
    expect((await app.rest('GET', '/legal/privacy/current')).body).toMatchObject({
      label: '1',
      links: { self: '/api/legal/privacy/versions/1' },
      title: 'Privacy',
    })
    expect((await app.rest('GET', '/legal-notices/active')).body).toEqual({
      nextChangeAt: null,
      notices: [],
    })
  })

  it('may add fields, which approval then covers too, but cannot take the rules away', async () => {
    app = await startApp({
      options: {
        collections: {
          versions: ({ defaultCollection }) => ({
            ...defaultCollection,
            access: { create: () => true, read: () => true, update: () => true },
            fields: [
              ...defaultCollection.fields,
              { name: 'ticket', type: 'text' },
              { name: 'tags', type: 'array', fields: [{ name: 'tag', type: 'text' }] },
            ],
            hooks: {},
            versions: { drafts: true },
          }),
        },
      },
    })
    const cast = await createCast(app)
    const { id: policy } = await createPolicy(app)
    const draft = await createDraft(app, {
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
      tags: [{ tag: 'gdpr' }],
      ticket: 'LEGAL-1',
    })
    await approve(app, cast, draft.id)
    const edited = await app.payload.update({
      id: draft.id,
      collection: 'policy-versions',
      data: { tags: [{ tag: 'gdpr' }, { tag: 'children' }] },
    })
    expect(edited).toMatchObject({ status: 'draft' })

    await approve(app, cast, draft.id)
    const published = await setStatus(app, {
      id: draft.id,
      by: cast.publisher,
      status: 'published',
    })
    expect(published.snapshot).toMatchObject({
      content: { tags: [{ tag: 'gdpr' }, { tag: 'children' }], ticket: 'LEGAL-1' },
    })
    expect((await app.rest('GET', '/policy-versions')).status).toBe(403)
    expect(JSON.stringify((await app.rest('GET', '/policies/privacy/current')).body)).not.toContain(
      'LEGAL-1',
    )
  })

  it('may change documents in hooks of its own, and what was approved still cannot change on the way out', async () => {
    let isMeddling = false
    app = await startApp({
      options: {
        collections: {
          versions: ({ defaultCollection }) => ({
            ...defaultCollection,
            hooks: {
              ...defaultCollection.hooks,
              beforeChange: [({ data }) => (isMeddling ? { ...data, title: 'Meddled' } : data)],
            },
          }),
        },
      },
    })
    const cast = await createCast(app)
    const { id: policy } = await createPolicy(app)
    const { id } = await createDraft(app, {
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
    })
    await approve(app, cast, id)

    isMeddling = true
    expect(
      await refusalOf(setStatus(app, { id, by: cast.publisher, status: 'published' })),
    ).toMatchObject({
      code: 'APPROVAL_VOID',
    })
    expect((await app.rest('GET', '/policies/privacy/current')).status).toBe(404)
  })

  it('that disables the plugin keeps the public reads', async () => {
    app = await startApp()
    const cast = await createCast(app)
    const { id: policy } = await createPolicy(app)
    await publishVersion(app, cast, { noticeTerms: thirtyBusinessDays, policy })
    const disabled = await startApp({ databaseUrl: app.databaseUrl, options: { disabled: true } })

    expect((await disabled.rest('GET', '/policies/privacy/current')).body).toMatchObject({
      label: '1',
    })
    expect(await refusalOf(createDraft(disabled, { by: cast.editor, policy }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    await disabled.stop()
  })

  it.each([
    ['another database', { db: { name: 'sqlite' } }, {}, /Postgres/],
    ['a slug that is taken', { collections: [{ slug: 'policies', fields: [] }] }, {}, /`slugs`/],
    ['a slug that is none', {}, { slugs: { policies: 'Legal Docs' } }, /lower-case/],
    ['no approval at all', {}, { requiredApprovals: 0 }, /`requiredApprovals`/],
    [
      'a calendar with a built-in name',
      {},
      {
        calendars: [
          {
            id: 'weekends',
            coverage: { from: '2020-01-01', to: '2020-12-31' },
            holidays: [],
            version: '1',
            weekends: [{ days: [], from: '0001-01-01' }],
          },
        ],
      },
      /"weekends"/,
    ],
    [
      'a collection without the fields of the rules',
      {},
      { collections: { policies: () => ({ slug: 'policies', fields: [] }) } },
      /leaves out title, slug/,
    ],
  ])('with %s gets a clear error at start-up', async (_, config, options, message) => {
    const attempt = async () =>
      buildConfig({
        db: postgresAdapter({ pool: {} }),
        editor: lexicalEditor(),
        plugins: [policyVersioningPlugin({ access: accessByRole, ...options })],
        secret: 'test',
        ...(config as Partial<Config>),
      })

    await expect(attempt()).rejects.toThrow(message)
  })

  it('cannot simulate time in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const attempt = () =>
      policyVersioningPlugin({ clock: () => new Date() })({ db: { name: 'postgres' } } as never)
    expect(attempt).toThrow(/production/)
    vi.unstubAllEnvs()
  })
})
