import type { PayloadRequest, TypedUser } from 'payload'

import { isolateObjectProperty } from 'payload'

import type { Actor, Person, Role } from '../domain/lifecycle.js'
import type { PolicyContext } from '../options.js'

/**
 * The person behind a request, with the roles that the host's functions give the row as it stands in
 * the database now: a token may be older than a change of roles. Null where nobody is logged in, or
 * the user is gone.
 */
export const loadActor = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<Actor | null> => {
  const { payload, user } = req

  if (!user) {
    return null
  }

  const row = await payload.db.findOne<Record<string, unknown> & { id: number | string }>({
    collection: user.collection,
    req,
    where: { id: { equals: user.id } },
  })

  if (!row) {
    return null
  }

  // An isolated copy: the caller's request keeps the user it came with.
  const fresh = isolateObjectProperty(req, 'user')
  fresh.user = { ...row, collection: user.collection }

  const { isAdmin, isEditor, isPublisher, isReviewer } = context.access
  const checks: [Role, boolean | Promise<boolean>][] = [
    ['admin', isAdmin({ req: fresh })],
    ['editor', isEditor({ req: fresh })],
    ['publisher', isPublisher({ req: fresh })],
    ['reviewer', isReviewer({ req: fresh })],
  ]
  const held = await Promise.all(checks.map(async ([role, holds]) => ((await holds) ? role : null)))

  return { ...personOf({ row, user }), roles: held.filter((role) => role !== null) }
}

/** How the record names somebody: without a foreign key, so that users stay deletable. */
const personOf = ({
  row,
  user,
}: {
  row: Record<string, unknown> & Pick<Person, 'id'>
  user: TypedUser
}): Person => {
  const name = [row.name, row.email, row.username].find(
    (value) => typeof value === 'string' && value !== '',
  )

  return {
    // Of the row: "01" finds it as well as 1, and would be somebody else among the authors.
    id: row.id,
    name: typeof name === 'string' ? name : String(row.id),
    collection: user.collection,
  }
}

/** A person without what else is known of them: what the record keeps. */
export const personOnly = ({ id, name, collection }: Person): Person => ({ id, name, collection })
