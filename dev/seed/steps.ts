import type { Payload, TypedUser } from 'payload'

/** The people of the demo, one for each role. */
export const roles = ['admin', 'editor', 'reviewer', 'publisher'] as const

export type People = Record<(typeof roles)[number], TypedUser>

/** Creates a policy of the bookshop, which is in Maine. */
export const createPolicy = async ({
  payload,
  ...data
}: {
  kind: string
  payload: Payload
  slug: string
  title: string
}): Promise<number> => {
  const { id } = await payload.create({
    collection: 'policies',
    data: { ...data, timeZone: 'America/New_York' },
    overrideAccess: true,
  })
  return Number(id)
}

/** Drafts a version, as its editor or somebody else. */
export const createDraft = async ({
  author,
  data,
  payload,
  people,
}: {
  author?: TypedUser
  data: Record<string, unknown>
  payload: Payload
  people: People
}): Promise<number> => {
  const { id } = await payload.create({
    collection: 'policy-versions',
    data,
    overrideAccess: false,
    user: author ?? people.editor,
  })
  return Number(id)
}

/** Drafts a version and takes it through to publication. */
export const publishNew = async (args: {
  author?: TypedUser
  data: Record<string, unknown>
  payload: Payload
  people: People
  publisher?: TypedUser
}) => takeThrough({ ...args, id: await createDraft(args) })

/** Takes a draft through review to publication, an import by an admin. */
export const takeThrough = async ({
  id,
  payload,
  people,
  publisher = people.publisher,
}: {
  id: number
  payload: Payload
  people: People
  publisher?: TypedUser
}): Promise<void> => {
  await step({ id, by: people.editor, payload, status: 'in_review' })
  await step({ id, by: people.reviewer, payload, status: 'approved' })
  await step({ id, by: publisher, payload, status: 'published' })
}

/** Takes one step of the workflow. */
export const step = async ({
  id,
  by,
  payload,
  status,
}: {
  by: TypedUser
  id: number
  payload: Payload
  status: string
}): Promise<void> => {
  await payload.update({
    id,
    collection: 'policy-versions',
    data: { status },
    overrideAccess: false,
    user: by,
  })
}
