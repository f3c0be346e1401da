import type { State, World } from './world.js'

import { type Outcome, outcomeOf, outcomeOfAnswer, outcomeOfMutation } from './outcome.js'

type Copying = { state: State; world: World }

/** A way to write a state of a version again: over the version itself, or as another. */
type Copy = { code: RegExp; name: string; send: (copying: Copying) => Promise<Outcome> }

/** The earliest entry in the editing history of a version. */
const earliest = async ({ state, world: { app, versions } }: Copying): Promise<number | string> => {
  const { docs } = await app.payload.findVersions({
    collection: 'policy-versions',
    limit: 1,
    sort: 'createdAt',
    where: { parent: { equals: versions[state] } },
  })
  return docs[0]!.id
}

const restored = /^ILLEGAL_TRANSITION$/
/** Versions cannot be duplicated, so neither the route nor the mutation exists. */
const noRoute = /^HTTP_404$/
const noMutation = /^HTTP_none$/
const duplicated = /^(HTTP_400|ILLEGAL_TRANSITION)$/

/** What Payload offers to copy by. */
export const copies: Copy[] = [
  {
    name: 'restores over REST',
    code: restored,
    send: async (copying) => {
      const { app, cast } = copying.world
      const path = `/policy-versions/versions/${await earliest(copying)}`
      return outcomeOfAnswer(await app.rest('POST', path, { as: cast.admin.token }))
    },
  },
  {
    name: 'restores over REST as a draft',
    code: restored,
    send: async (copying) => {
      const { app, cast } = copying.world
      const path = `/policy-versions/versions/${await earliest(copying)}?draft=true`
      return outcomeOfAnswer(await app.rest('POST', path, { as: cast.admin.token }))
    },
  },
  {
    name: 'restores over GraphQL',
    code: restored,
    send: async (copying) => {
      const { app, cast } = copying.world
      const mutation = `mutation { restoreVersionPolicyVersion(id: ${await earliest(copying)}) { id } }`
      return outcomeOfMutation(await app.graphql(mutation, { as: cast.admin.token }))
    },
  },
  {
    name: 'restores over the Local API',
    code: restored,
    send: async (copying) => {
      const id = String(await earliest(copying))
      return outcomeOf(() =>
        copying.world.app.payload.restoreVersion({ id, collection: 'policy-versions' }),
      )
    },
  },
  {
    name: 'duplicates over REST',
    code: noRoute,
    send: async ({ state, world: { app, cast, versions } }) =>
      outcomeOfAnswer(
        await app.rest('POST', `/policy-versions/${versions[state]}/duplicate`, {
          as: cast.admin.token,
          body: { label: 'copy', status: 'published' },
        }),
      ),
  },
  {
    name: 'duplicates over GraphQL',
    code: noMutation,
    send: async ({ state, world: { app, cast, versions } }) =>
      outcomeOfMutation(
        await app.graphql(
          `mutation { duplicatePolicyVersion(id: ${versions[state]}, data: { label: "copy" }) { id } }`,
          { as: cast.admin.token },
        ),
      ),
  },
  {
    name: 'duplicates over the Local API',
    code: duplicated,
    send: ({ state, world: { app, versions } }) =>
      outcomeOf(() =>
        app.payload.duplicate({
          id: versions[state],
          collection: 'policy-versions',
          data: { label: 'copy', status: 'published' },
        }),
      ),
  },
]
