import type { PayloadRequest } from 'payload'

import { createLocalReq, isolateObjectProperty } from 'payload'

import type { Write } from './attacks.js'
import type { Cell, Road } from './road.js'
import type { World } from './world.js'

import { transitionTo } from '../../../src/domain/lifecycle.js'
import { mutationOf } from './mutation.js'
import { outcomeOf, outcomeOfAnswer, outcomeOfMutation } from './outcome.js'

/** What of the Local API is called here; its own types differ by operation. */
type Options = Record<string, unknown>

type Sending = { world: World; write: Write }

const isOfPlugin = ({ collection }: Write): boolean =>
  !['policies', 'policy-versions'].includes(collection)

const rest = (name: string, query: string, more: Partial<Road> = {}): Road => ({
  name: `REST${name}`,
  send: async ({ world: { app }, write: { id, by, collection, data, operation } }) =>
    outcomeOfAnswer(
      await app.rest(
        { create: 'POST', delete: 'DELETE', update: 'PATCH' }[operation],
        `/${collection}${id === undefined ? '' : `/${id}`}${query}`,
        { as: by.token, body: operation === 'delete' ? undefined : data },
      ),
    ),
  ...more,
})

const graphql = (name: string, options: string, more: Partial<Road> = {}): Road => ({
  name: `GraphQL${name}`,
  send: async ({ world: { app }, write }) =>
    outcomeOfMutation(await app.graphql(mutationOf({ options, write }), { as: write.by.token })),
  ...more,
})

/** Calls the Local API for a write. */
const callLocal = ({
  options,
  world: { app },
  write: { id, collection, data, operation },
}: Sending & { options: Options }): Promise<unknown> => {
  const sent = { collection, data, id, ...options } as never

  switch (operation) {
    case 'create':
      return app.payload.create(sent)
    case 'delete':
      return app.payload.delete(sent)
    case 'update':
      return app.payload.update(sent)
  }
}

const local = (
  name: string,
  options: (sending: Sending) => Options | Promise<Options>,
  more: Partial<Road> = {},
): Road => ({
  name: `the Local API ${name}`,
  send: (sending) =>
    outcomeOf(async () => callLocal({ ...sending, options: await options(sending) })),
  ...more,
})

const asPerson = ({ write: { by } }: Pick<Sending, 'write'>): Options => ({
  overrideAccess: false,
  user: by.user,
})

const variant = { isVariant: true } as const

const inBulk: Partial<Road> = {
  code: ({ write }) => (isOfPlugin(write) ? /^SEALED$/ : /^BULK_NOT_ALLOWED$/),
  isVariant: true,
  leavesOut: ({ write: { operation } }) =>
    operation === 'create' ? 'what is created has no id to be found by' : undefined,
}

/** Payload's parameters for drafts are refused, whatever is sent with them. */
const ofDrafts: Partial<Road> = {
  code: ({ write }) => (isOfPlugin(write) ? undefined : /^INVALID_PARAMETER$/),
  isVariant: true,
  leavesOut: ({ write: { operation } }) =>
    operation === 'update' ? undefined : 'an update alone takes it over every road',
}

/** Where more than a step is sent, it is an editor's to send. */
const moreThanAStep: Partial<Road> = {
  code: ({ attack: { code } }) => new RegExp(`${code.source}|^FORBIDDEN$`),
  isVariant: true,
  leavesOut: ({ write: { data } }) => (data ? undefined : 'a deletion sends no data'),
}

/** The routes of the workflow take a comment, a fingerprint and attestations, and read nothing else. */
const isStepAlone = ({ attack: { isStep }, write: { data = {} } }: Cell): string | undefined =>
  isStep && Object.keys(data).every((name) => ['fingerprint', 'status'].includes(name))
    ? undefined
    : 'the route of a step sends nothing but the step'

/** The roads of Payload's own operations, and of the plugin's routes. */
export const payloadRoads: Road[] = [
  rest('', ''),
  rest(' with draft=true', '?draft=true', variant),
  rest(' with autosave=true', '?draft=true&autosave=true', variant),
  rest(' with publishSpecificLocale', '?publishSpecificLocale=en', ofDrafts),
  rest(
    ' with switches that are not its own',
    '?locale=all&trash=true&overrideLock=true&overrideAccess=true&disableTransaction=true&user=1',
    variant,
  ),
  {
    ...inBulk,
    name: 'REST in bulk',
    send: async ({ world: { app }, write: { id, by, collection, data, operation } }) =>
      outcomeOfAnswer(
        await app.rest(
          operation === 'delete' ? 'DELETE' : 'PATCH',
          `/${collection}?where[id][equals]=${id}`,
          { as: by.token, body: operation === 'delete' ? undefined : data },
        ),
      ),
  },
  {
    name: 'the routes of the workflow',
    leavesOut: isStepAlone,
    send: async ({ world: { app }, write: { id, by, data } }) =>
      outcomeOfAnswer(
        await app.rest('POST', `/policy-versions/${id}/${transitionTo(data?.status) ?? 'submit'}`, {
          as: by.token,
          body: { fingerprint: data?.fingerprint },
        }),
      ),
  },
  graphql('', ''),
  graphql(' with autosave and draft', 'autosave: true, draft: true', {
    isVariant: true,
    leavesOut: ({ write: { operation } }) =>
      operation === 'update' ? undefined : 'a mutation of this kind has no such arguments',
  }),
  local('as a person', asPerson),
  local(
    'as a person, overriding access',
    ({ write: { by } }) => ({ overrideAccess: true, user: by.user }),
    variant,
  ),
  local(
    'as a person whose id is spelled otherwise',
    ({ write: { by } }) => ({
      overrideAccess: false,
      user: { ...by.user, id: `0${by.id}` },
    }),
    variant,
  ),
  local('as nobody', () => ({ overrideAccess: false }), {
    code: () => /^(ACTOR_REQUIRED|FORBIDDEN|SEALED)$/,
    isVariant: true,
  }),
  local('as nobody, overriding access', () => ({ overrideAccess: true }), {
    code: ({ attack }) => (attack.isStep ? /^(ACTOR_REQUIRED|SEALED)$/ : undefined),
  }),
  local(
    'in bulk',
    ({ write: { id } }) => ({ id: undefined, where: { id: { equals: id } } }),
    inBulk,
  ),
  local(
    'with draft and autosave',
    (sending) => ({ ...asPerson(sending), autosave: true, draft: true }),
    variant,
  ),
  local(
    'in every language',
    (sending) => ({ ...asPerson(sending), locale: 'all', publishAllLocales: true }),
    // A text that is sent is none by language.
    { code: ({ attack: { code } }) => new RegExp(`${code.source}|^HTTP_400$`), isVariant: true },
  ),
  local(
    'with publishSpecificLocale',
    (sending) => ({ ...asPerson(sending), publishSpecificLocale: 'en' }),
    ofDrafts,
  ),
  local(
    'with unpublishAllLocales',
    (sending) => ({ ...asPerson(sending), unpublishAllLocales: true }),
    ofDrafts,
  ),
  local(
    'with flags in its context',
    (sending) => ({
      ...asPerson(sending),
      context: {
        disableHooks: true,
        isRestoringVersion: true,
        skipHooks: true,
        skipValidation: true,
      },
    }),
    // What is not sent counts as emptied then, and may be what is refused.
    { code: () => /^(?!HTTP_5)[A-Z_\d]+$/, isVariant: true },
  ),
  local(
    'without a transaction',
    (sending) => ({ ...asPerson(sending), disableTransaction: true }),
    {
      code: ({ write }) => (isOfPlugin(write) ? undefined : /^TRANSACTION_REQUIRED$/),
      isVariant: true,
    },
  ),
  local(
    'among what was trashed',
    (sending) => ({ ...asPerson(sending), overrideLock: true, trash: true }),
    variant,
  ),
  local(
    'with the id and the status of another document',
    ({ world, write }) => ({
      ...asPerson({ write }),
      data: { ...write.data, id: world.versions.inForce, _status: 'published' },
    }),
    moreThanAStep,
  ),
  local(
    'with the policy as a whole document',
    ({ world, write }) => ({
      ...asPerson({ write }),
      data: {
        policy: { id: world.policy, slug: 'x', timeZone: 'Asia/Tokyo', title: 'x' },
        ...write.data,
      },
    }),
    moreThanAStep,
  ),
  local(
    'with a request that was refused before',
    async (sending) => ({ ...asPerson(sending), req: await refusedBefore(sending) }),
    variant,
  ),
  {
    name: 'a transaction of the host that swallows refusals',
    leavesOut: ({ attack }) =>
      attack.isForgery
        ? 'where the write is let through, so are those around it in their transaction'
        : undefined,
    send: (sending) => inHostTransaction(sending),
  },
  {
    name: 'an import of documents',
    leavesOut: ({ write: { operation } }) =>
      operation === 'delete' ? 'an import deletes nothing' : undefined,
    send: (sending) => outcomeOf(() => importDocument(sending)),
  },
]

/** A request over which a publication was refused. */
const refusedBefore = async ({
  world: { app, cast, versions },
  write,
}: Sending): Promise<PayloadRequest> => {
  const req = await createLocalReq({ user: write.by.user }, app.payload)
  await outcomeOf(() =>
    app.payload.update({
      id: versions.early,
      collection: 'policy-versions',
      data: { status: 'published' },
      req,
      user: cast.publisher.user,
    }),
  )
  return req
}

/** A host that knows nothing of the refusal of one of its calls, goes on with its transaction and commits it. */
const inHostTransaction = async ({ world, write }: Sending) => {
  const { payload } = world.app
  const transactionID = (await payload.db.beginTransaction())!
  const rename = (title: string) =>
    payload.update({
      id: world.other,
      collection: 'policies',
      data: { title },
      req: { transactionID },
    })

  await rename('Half of it')
  const outcome = await outcomeOf(() =>
    callLocal({ options: { ...asPerson({ write }), req: { transactionID } }, world, write }),
  )
  await outcomeOf(() => rename('The other half'))
  await payload.db.commitTransaction(transactionID)
  return outcome
}

/**
 * What @payloadcms/plugin-import-export does with a row (its `processImportBatch`): a request without
 * the transaction of the import, the row's id and dates left out, `_status` as imports have it.
 * The plugin itself is no dependency of this project.
 */
const importDocument = async ({ world: { app }, write }: Sending): Promise<unknown> => {
  const { payload } = app
  const { id, by, collection, data } = write
  const req = isolateObjectProperty(
    await createLocalReq({ user: by.user }, payload),
    'transactionID',
  )
  delete req.transactionID
  const called = { collection, overrideAccess: false, req, user: by.user }

  if (id === undefined) {
    const row = { ...data, _status: 'published' }
    return payload.create({ ...called, data: row, draft: false })
  }
  const { docs } = await payload.find({
    ...called,
    depth: 0,
    limit: 1,
    where: { id: { equals: id } },
  })
  return payload.update({ ...called, id: docs[0]!.id, data: { ...data }, depth: 0 } as never)
}
