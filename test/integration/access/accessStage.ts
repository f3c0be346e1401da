import type { CollectionConfig } from 'payload'

import { vi } from 'vitest'

import { startApp, users } from '../../helpers/app.js'
import { createCast, createDraft, createPolicy, setStatus, textOf } from '../../helpers/cast.js'
import { tenDays } from '../../helpers/stage.js'
import { createCallers } from './callers.js'

/** Stands in everything that was never published; no question asks for the whole of it. */
export const secret = 'quetzalcoatl'

/** Stands in what was published. */
export const published = 'armadillo'

export type AccessStage = Awaited<ReturnType<typeof createAccessStage>>

/**
 * A host with two languages, a second login, fields of its own in the plugin's collections, and
 * public pages that refer to them; and in it a published policy and one that is only drafted.
 */
export const createAccessStage = async () => {
  const app = await startApp({
    config: {
      collections: [users, customers, pages],
      // Whoever wants to see what a document refers to says so.
      defaultDepth: 0,
      localization: { defaultLocale: 'en', fallback: true, locales: ['en', 'de'] },
    },
    options: {
      channels: { email: () => Promise.reject(new Error(secret)), letter: {} },
      collections: {
        policies: ({ defaultCollection }) => ({
          ...defaultCollection,
          fields: [...defaultCollection.fields, { name: 'internalOwner', type: 'text' }],
        }),
        versions: ({ defaultCollection }) => ({
          ...defaultCollection,
          fields: [
            ...defaultCollection.fields,
            { name: 'internalNote', type: 'text' },
            { name: 'page', type: 'relationship', relationTo: 'pages' },
          ],
        }),
      },
    },
  })
  const { payload } = app
  const cast = await createCast(app)
  const identities = await createCallers({ app, cast })
  const { admin, editor, publisher, reviewer } = cast

  const page = Number((await payload.create({ collection: 'pages', data: { title: 'Home' } })).id)
  const policy = await createPolicy(app, { internalOwner: secret, title: published })
  const unannounced = await createPolicy(app, {
    slug: 'unannounced',
    internalOwner: secret,
    title: secret,
  })

  /** A draft of the policy, with what nobody outside may learn. */
  const draft = async (data: Record<string, unknown> = {}) =>
    createDraft(app, {
      body: textOf(secret),
      by: editor,
      changeSummary: secret,
      internalNote: secret,
      materialityReason: secret,
      noticeTerms: tenDays,
      page,
      policy: policy.id,
      title: secret,
      ...data,
    })
  const submit = async (id: number, comment = '') =>
    setStatus(app, { id, by: editor, comment, status: 'in_review' })
  const approved = async (data: Record<string, unknown>) => {
    const { id } = await draft(data)
    await submit(id)
    await setStatus(app, { id, by: reviewer, comment: secret, status: 'approved' })
    return id
  }
  const publish = async (id: number, data: Record<string, unknown> = {}) =>
    setStatus(app, { id, by: publisher, comment: secret, status: 'published', ...data })

  const text = { body: textOf(published), changeSummary: published, title: published }
  const inForce = await approved({ ...text, internalNote: `First ${secret}` })
  await publish(inForce)
  const upcoming = await approved({
    ...text,
    materialChange: true,
    noticeChannels: ['homepage', 'email', 'letter'],
  })
  await publish(upcoming, { attestations: [{ channel: 'letter', evidence: secret }] })
  const { id: drafted, fingerprint } = await draft()
  await submit(drafted, secret)
  await setStatus(app, { id: drafted, by: reviewer, comment: secret, status: 'changes_requested' })
  await payload.update({
    id: drafted,
    collection: 'policy-versions',
    data: { body: textOf(`Auf Deutsch ${secret}`), title: `Auf Deutsch ${secret}` },
    locale: 'de',
  })
  await draft({ policy: unannounced.id })
  await payload.create({
    collection: 'policy-calendars',
    data: { calendar: 'us-federal', holidays: ['2031-03-03'], reason: secret },
    overrideAccess: false,
    user: admin.user,
  })

  const idIn = async (collection: string, where: object): Promise<number> => {
    const { docs } = await payload.find({ collection, depth: 0, where: where as never })
    return Number(docs[0]!.id)
  }
  const delivery = await idIn('policy-deliveries', { channel: { equals: 'email' } })
  // The driver is called after the publication; once it has failed, nothing moves by itself any more.
  await vi.waitUntil(async () => {
    const { lastError } = await payload.findByID({ id: delivery, collection: 'policy-deliveries' })
    return lastError === secret
  })

  /** By collection, a document that holds the secret. */
  const known: Record<string, number> = {
    policies: unannounced.id,
    'policy-calendars': await idIn('policy-calendars', { reason: { equals: secret } }),
    'policy-deliveries': delivery,
    'policy-events': await idIn('policy-events', {
      and: [{ type: { equals: 'submitted' } }, { version: { equals: drafted } }],
    }),
    'policy-notices': await idIn('policy-notices', { channel: { equals: 'letter' } }),
    'policy-reviews': await idIn('policy-reviews', { comment: { equals: secret } }),
    'policy-versions': drafted,
  }

  await payload.update({
    id: page,
    collection: 'pages',
    data: {
      content: textWith({ relationTo: 'policy-versions', value: drafted }),
      policy: unannounced.id,
      records: Object.entries(known).map(([relationTo, value]) => ({ relationTo, value })),
      version: drafted,
      versions: [drafted, inForce],
    },
  })
  await payload.create({ collection: 'pages', data: { title: 'Imprint', version: inForce } })

  let policies = 0

  return {
    app,
    approved,
    cast,
    draft,
    fingerprints: {
      draft: fingerprint,
      published: String(
        (await payload.findByID({ id: inForce, collection: 'policy-versions' })).fingerprint,
      ),
    },
    identities,
    inForce,
    known,
    /** A policy that nothing refers to yet. */
    newPolicy: async () => (await createPolicy(app, { slug: `policy-${++policies}` })).id,
    page,
    /** The published policy. */
    policy: policy.id,
    publish,
    /** An earlier state in the editing history of the draft. */
    state: Number(
      (
        await payload.findVersions({
          collection: 'policy-versions',
          where: { parent: { equals: drafted } },
        })
      ).docs[0]!.id,
    ),
    stop: () => app.stop(),
    submit,
    unannounced: unannounced.id,
  }
}

const customers: CollectionConfig = {
  slug: 'customers',
  auth: { useSessions: false },
  fields: [],
}

const collections = [
  'policies',
  'policy-calendars',
  'policy-deliveries',
  'policy-events',
  'policy-notices',
  'policy-reviews',
  'policy-versions',
]

/** What a host may well have: pages that everybody reads, and that refer to versions and policies. */
const pages: CollectionConfig = {
  slug: 'pages',
  access: { read: () => true },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'policy', type: 'relationship', relationTo: 'policies' },
    { name: 'version', type: 'relationship', relationTo: 'policy-versions' },
    { name: 'versions', type: 'relationship', hasMany: true, relationTo: 'policy-versions' },
    { name: 'records', type: 'relationship', hasMany: true, relationTo: collections },
    { name: 'content', type: 'richText' },
    { name: 'drafts', type: 'join', collection: 'policy-versions', on: 'page' },
  ],
}

/** A text of the editor that shows a document. */
const textWith = ({ relationTo, value }: { relationTo: string; value: number }) => ({
  root: {
    type: 'root',
    children: [{ type: 'relationship', format: '', relationTo, value, version: 2 }],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
})
