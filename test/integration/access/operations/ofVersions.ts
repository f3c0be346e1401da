import type { AccessStage } from '../accessStage.js'
import type { Facts } from '../collections.js'
import type { Operation, Operations } from './operation.js'

import { change, deletion } from './writes.js'

/** What versions have beside the operations of every collection: the workflow, and imports. */
export const ofVersions = (facts: Facts): Operations => ({
  acknowledge: {
    call: ({ id }) => ({
      rest: {
        body: { key: 'a', reason: `It may stand, ${++acknowledged}.` },
        method: 'POST',
        path: `/${facts.slug}/${id}/acknowledge`,
      },
    }),
    effect: 'write',
    subject: drafted,
  },
  approve: step({ facts, name: 'approve', status: 'approved', subject: submitted }),
  approveAdminsOwn: step({
    facts,
    name: 'approve',
    status: 'approved',
    subject: async (stage) => {
      const { id } = await stage.draft({ by: stage.cast.admin })
      await stage.submit(id)
      return id
    },
  }),
  createImport: {
    call: ({ stage }) => {
      const data = { ...facts.newDocument(stage), imported }

      return {
        graphql: {
          query:
            'mutation ($data: mutationPolicyVersionInput!) { createPolicyVersion(data: $data) { id } }',
          variables: { data },
        },
        local: (caller) =>
          stage.app.payload.create({ collection: facts.slug, data: data, ...caller }),
        rest: { body: data, method: 'POST', path: `/${facts.slug}` },
      }
    },
    effect: 'write',
  },
  delete: deletion({ facts, subject: drafted }),
  deletePublished: deletion({ facts, subject: published }),
  deleteSubmitted: deletion({ facts, subject: submitted }),
  effectiveDays: {
    call: ({ id }) => ({ rest: { method: 'GET', path: `/${facts.slug}/${id}/effective-days` } }),
    effect: 'open',
  },
  evidence: {
    call: ({ id }) => ({ rest: { method: 'GET', path: `/${facts.slug}/${id}/evidence` } }),
    effect: 'hidden',
    subject: published,
  },
  importText: {
    call: () => ({
      rest: { body: { text: 'Words.' }, method: 'POST', path: `/${facts.slug}/import-text` },
    }),
    effect: 'open',
  },
  newEffectiveDays: {
    call: ({ stage: { policy } }) => ({
      rest: { method: 'GET', path: `/${facts.slug}/effective-days?policy=${policy}` },
    }),
    effect: 'open',
  },
  noticeWindow: {
    call: ({ id }) => ({ rest: { method: 'GET', path: `/${facts.slug}/${id}/notice-window` } }),
    // What a reviewer said of it, to those who may read the reviews.
    effect: 'hidden',
  },
  publish: step({
    facts,
    name: 'publish',
    status: 'published',
    subject: async ({ approved, newPolicy }) => approved({ policy: await newPolicy() }),
  }),
  publishImport: step({
    facts,
    name: 'publish',
    status: 'published',
    subject: async ({ approved, cast, newPolicy }) =>
      approved({ by: cast.admin, imported, policy: await newPolicy() }),
  }),
  redline: {
    call: ({ id }) => ({ rest: { method: 'GET', path: `/${facts.slug}/${id}/redline` } }),
    effect: 'hidden',
  },
  rebase: {
    call: ({ id }) => ({
      rest: { body: {}, method: 'POST', path: `/${facts.slug}/${id}/rebase` },
    }),
    effect: 'write',
    subject: outdated,
  },
  replace: {
    call: ({ id }) => ({
      rest: { body: {}, method: 'POST', path: `/${facts.slug}/${id}/replace` },
    }),
    effect: 'write',
    subject: announced,
  },
  requestChanges: step({
    facts,
    name: 'request-changes',
    status: 'changes_requested',
    subject: submitted,
  }),
  rewriteHistory: save({ facts, parameters: { unpublishAllLocales: true } }),
  saveOneLanguage: save({ facts, parameters: { publishSpecificLocale: 'en' } }),
  saveSameStatus: change({ data: { status: 'draft' }, facts }),
  submit: step({ facts, name: 'submit', status: 'in_review', subject: drafted }),
  updateImport: change({
    data: { title: 'Changed' },
    facts,
    subject: async ({ cast, draft, newPolicy }) =>
      (await draft({ by: cast.admin, imported, policy: await newPolicy() })).id,
  }),
  updatePublished: change({ data: { title: 'Changed' }, facts, subject: published }),
  updateSubmitted: change({ data: { title: 'Changed' }, facts, subject: submitted }),
  withdraw: step({
    facts,
    name: 'withdraw',
    status: 'withdrawn',
    subject: announced,
  }),
})

/** The same reason again would change nothing. */
let acknowledged = 0

const imported = {
  effectiveOn: '2018-04-02',
  publishedOn: '2018-03-01',
  sequence: 1,
  source: 'https://archive.example/privacy',
}

const announced = async ({ approved, newPolicy, publish }: AccessStage): Promise<number> => {
  const id = await approved({ effectiveOn: '2099-01-05', policy: await newPolicy() })
  await publish(id)
  return id
}

/** A draft that was started from a version which is no longer in force. */
const outdated = async ({
  app,
  approved,
  cast,
  newPolicy,
  publish,
}: AccessStage): Promise<number> => {
  const policy = await newPolicy()
  await publish(await approved({ policy }))
  const { body } = await app.rest('POST', `/policies/${policy}/new-version`, {
    as: cast.editor.token,
    body: {},
  })
  await publish(await approved({ policy }))
  return Number(body.doc.id)
}

const drafted = async ({ draft }: AccessStage): Promise<number> => (await draft()).id

const submitted = async (stage: AccessStage): Promise<number> => {
  const id = await drafted(stage)
  await stage.submit(id)
  return id
}

const published = ({ inForce }: AccessStage): Promise<number> => Promise.resolve(inForce)

/** A step of the workflow: by its route over REST, elsewhere by a plain write of `status`. */
const step = ({
  facts,
  name,
  status,
  subject,
}: {
  facts: Facts
  name: string
  status: string
  subject: Operation['subject']
}): Operation => {
  const { call, ...written } = change({ data: { status }, facts, subject })

  return {
    ...written,
    call: (args) => ({
      ...call(args),
      rest: { body: {}, method: 'POST', path: `/${facts.slug}/${args.id}/${name}` },
    }),
    isHeldByHooks: true,
  }
}

/** An update with parameters that Payload has for drafts. */
const save = ({
  facts: { slug },
  parameters,
}: {
  facts: Facts
  parameters: { publishSpecificLocale: string } | { unpublishAllLocales: boolean }
}): Operation => ({
  call: ({ id, stage: { app } }) => {
    const data = { status: 'draft' }
    const query = new URLSearchParams(
      Object.entries(parameters).map(([name, value]) => [name, String(value)]),
    )

    return {
      local: (caller) =>
        app.payload.update({ id, collection: slug, data: data, ...parameters, ...caller }),
      rest: { body: data, method: 'PATCH', path: `/${slug}/${id}?${query.toString()}` },
    }
  },
  effect: 'write',
})
