import type { CollectionConfig, Config } from 'payload'

import type { PolicyVersioningPluginOptions } from '../../src/index.js'

import { users } from './app.js'
import { approve, createDraft, createPolicy, setStatus, textOf } from './cast.js'
import { createStage, noChannels, type Stage, tenDays } from './stage.js'

/** A host with two languages, and fields of its own in every table that Payload knows. */
const hostFields: CollectionConfig['fields'] = [
  { name: 'ticket', type: 'text' },
  { name: 'audiences', type: 'select', hasMany: true, options: ['children', 'shops'] },
  { name: 'scores', type: 'number', hasMany: true },
  { name: 'owners', type: 'relationship', hasMany: true, relationTo: 'users' },
  {
    name: 'tags',
    type: 'array',
    fields: [
      { name: 'tag', type: 'text', localized: true },
      { name: 'since', type: 'date' },
    ],
  },
  {
    name: 'sources',
    type: 'blocks',
    blocks: [{ slug: 'statute', fields: [{ name: 'paragraph', type: 'text' }] }],
  },
]

/** Relates to versions by a key that is named as if it were a part of them. */
const remarks: CollectionConfig = {
  slug: 'remarks',
  fields: [
    { name: 'parent', type: 'relationship', relationTo: 'policy-versions' },
    { name: 'text', type: 'text' },
  ],
}

const config: Partial<Config> = {
  collections: [users, remarks],
  localization: { defaultLocale: 'en', fallback: true, locales: ['en', 'de'] },
}

const options: PolicyVersioningPluginOptions = {
  channels: { 'e-mail': () => undefined, letter: { individual: true } },
  collections: {
    versions: ({ defaultCollection }) => ({
      ...defaultCollection,
      fields: [...defaultCollection.fields, ...hostFields],
    }),
  },
}

const terms = {
  ...tenDays,
  exceptions: ['security'],
  material: { ...tenDays.material, channels: { ...noChannels, anyOf: ['homepage', 'e-mail'] } },
}

/** An app with a record in which everything happened that can: to be verified, and to be tampered with. */
export const createRecord = async (): Promise<Stage> => {
  const stage = await createStage(options, config)
  await recordChanges(stage)
  await recordImports(stage)
  await recordReviews(stage)
  return stage
}

type Draft = Record<string, unknown> & { isGerman?: boolean; policy: number }

/** Drafts a version in both languages, with something in each of the host's fields. */
const draftIn = async (stage: Stage, { isGerman = true, ...data }: Draft): Promise<number> => {
  const { app, cast } = stage
  const { id } = await createDraft(app, {
    audiences: ['children', 'shops'],
    by: data.imported ? cast.admin : cast.editor,
    changeSummary: 'We say more about cookies.',
    materialityReason: 'It concerns everybody.',
    owners: [cast.editor.id, cast.reviewer.id],
    scores: [3, 1.5],
    sources: [{ blockType: 'statute', paragraph: '§ 308' }],
    tags: [{ since: '2026-01-01T00:00:00.000Z', tag: 'cookies' }, { tag: 'children' }],
    ticket: 'LEGAL-1',
    ...data,
  })
  if (isGerman) {
    await app.payload.update({
      id,
      collection: 'policy-versions',
      data: { body: textOf('Ihre Daten sind sicher.'), title: 'Datenschutz' },
      locale: 'de',
      user: data.imported ? cast.admin.user : cast.editor.user,
    })
  }
  return id
}

const published = async (
  stage: Stage,
  data: Draft,
  sent: Record<string, unknown> = {},
): Promise<number> => {
  const id = await draftIn(stage, data)
  await approve(stage.app, stage.cast, id, data.exception !== undefined)
  await setStatus(stage.app, {
    ...sent,
    id,
    by: data.imported ? stage.cast.admin : stage.cast.publisher,
    status: 'published',
  })
  return id
}

/** A first version, a change under an exception, one that is replaced, one that is withdrawn, one attested. */
const recordChanges = async (stage: Stage): Promise<void> => {
  stage.at('2026-06-01T12:00:00Z')
  const policy = (await createPolicy(stage.app, { slug: 'privacy' })).id
  await published(stage, { noticeTerms: terms, policy })

  stage.at('2026-07-01T12:00:00Z')
  await published(stage, {
    effectiveOn: '2026-07-02',
    exception: { explanation: 'A flaw has to be told at once.', reason: 'security' },
    materialChange: true,
    noticeChannels: ['homepage', 'e-mail'],
    policy,
  })

  stage.at('2026-07-10T12:00:00Z')
  const replaced = await published(stage, {
    effectiveOn: '2026-08-01',
    materialChange: true,
    noticeChannels: ['homepage', 'e-mail'],
    policy,
  })
  const last = await published(
    stage,
    {
      effectiveOn: '2026-08-10',
      materialChange: true,
      policy,
      replaces: { materialDifference: false, version: replaced },
    },
    { attestations: [{ channel: 'letter', evidence: 'Receipt 88-1' }], comment: 'At last.' },
  )
  await stage.withdraw(last)
  await published(stage, { policy })
}

const recordImports = async (stage: Stage): Promise<void> => {
  stage.at('2026-06-01T12:00:00Z')
  const policy = (await createPolicy(stage.app, { slug: 'terms', kind: 'terms' })).id
  const source = 'https://archive.example/terms'
  await published(stage, {
    imported: { effectiveOn: '2018-04-02', publishedOn: '2018-03-01', sequence: 1, source },
    isGerman: false,
    noticeTerms: terms,
    policy,
  })
  await published(stage, {
    imported: { sequence: 2, source },
    isGerman: false,
    noticeTerms: terms,
    policy,
  })
  stage.at('2026-06-02T12:00:00Z')
  await published(stage, { isGerman: false, materialChange: true, policy })
}

/** A policy with nothing published: a draft, one sent back, one edited under review, one approved. */
const recordReviews = async (stage: Stage): Promise<void> => {
  const { app, cast } = stage
  const policy = (await createPolicy(app, { slug: 'cookies', kind: 'cookies' })).id
  await draftIn(stage, { noticeTerms: terms, policy })

  const sentBack = await draftIn(stage, { noticeTerms: terms, policy })
  await setStatus(app, { id: sentBack, by: cast.editor, status: 'in_review' })
  await setStatus(app, {
    id: sentBack,
    by: cast.reviewer,
    comment: 'Too long.',
    status: 'changes_requested',
  })

  const edited = await draftIn(stage, { noticeTerms: terms, policy })
  await approve(app, cast, edited)
  await app.payload.update({
    id: edited,
    collection: 'policy-versions',
    data: { title: 'Cookies, again' },
    user: cast.editor.user,
  })

  const approved = await draftIn(stage, { noticeTerms: terms, policy })
  await approve(app, cast, approved)
  // Saved once more without a change.
  await app.payload.update({
    id: approved,
    collection: 'policy-versions',
    data: { ticket: 'LEGAL-1' },
    user: cast.editor.user,
  })
  await createPolicy(app, { slug: 'empty' })
}
