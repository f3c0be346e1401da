import type { TypedUser } from 'payload'

import type { App } from '../../helpers/app.js'

import { type Cast, createMember } from '../../helpers/cast.js'

/** Everybody who may call, in the order of the table's columns. */
export const callers = [
  'anonymous',
  'customer',
  'former',
  'deleted',
  'editor',
  'reviewer',
  'publisher',
  'admin',
] as const

export type Caller = (typeof callers)[number]

/** What a caller shows: a token over HTTP, a user in the Local API; nothing where nobody is logged in. */
export type Identity = { token?: string; user?: TypedUser }

/** Those without a role: nothing that was never published is for them. */
export const outsiders = callers.slice(0, 4)

/**
 * The people of the table beside the cast: a user of another auth collection with the very id of the
 * editor, an admin whose roles were taken away after the login, and one who was deleted after it.
 */
export const createCallers = async ({
  app,
  cast: { admin, editor, publisher, reviewer },
}: {
  app: App
  cast: Cast
}): Promise<Record<Caller, Identity>> => {
  const former = await createMember(app, { email: 'fay@example.com', roles: ['admin'] })
  const deleted = await createMember(app, { email: 'dan@example.com', roles: ['admin'] })
  await app.payload.update({ id: former.id, collection: 'users', data: { roles: [] } })
  await app.payload.delete({ id: deleted.id, collection: 'users' })

  return {
    admin,
    anonymous: {},
    customer: await customerWithId({ id: editor.id, app }),
    deleted: remembered(deleted),
    editor,
    former: remembered(former),
    publisher,
    reviewer,
  }
}

/** Somebody as code of the host still holds them, with the roles that they had at their login. */
const remembered = ({ token, user }: { token: string; user: TypedUser }): Identity => ({
  token,
  user: { ...user, roles: ['admin'] },
})

const customerWithId = async ({ id, app }: { app: App; id: number }): Promise<Identity> => {
  const customer = await createMember(app, {
    collection: 'customers',
    email: `customer-${crypto.randomUUID()}@example.com`,
  })

  return customer.id === id ? customer : customerWithId({ id, app })
}
