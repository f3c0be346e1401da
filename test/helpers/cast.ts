import { jwtSign, type TypedUser } from 'payload'

import type { NoticeTerms } from '../../src/index.js'
import type { App } from './app.js'

import { lexicalFromText } from '../../src/index.js'

export type Member = { id: number; token: string; user: TypedUser }

/** The people of a policy: one for each role, and a second editor and reviewer. */
export type Cast = Record<'admin' | 'editor' | 'otherReviewer' | 'publisher' | 'reviewer', Member>

/**
 * Creates a person and logs them in, without the password: hashing one takes a good part of a second,
 * and no test is about passwords. The collection must have `useSessions: false`.
 */
export const createMember = async (
  app: App,
  {
    collection = 'users',
    ...data
  }: { [field: string]: unknown; collection?: string; email: string },
): Promise<Member> => {
  const { id } = await app.payload.db.create({ collection, data })
  const { token } = await jwtSign({
    fieldsToSign: { id, collection, email: data.email },
    secret: app.payload.secret,
    tokenExpiration: 7_200,
  })

  return { id: Number(id), token, user: { id: Number(id), collection } }
}

/** Creates the people and logs them in. */
export const createCast = async (app: App): Promise<Cast> => {
  const member = (name: string, roles: string[]): Promise<Member> =>
    createMember(app, { name, email: `${name}@example.com`, roles })

  return {
    admin: await member('ada', ['admin']),
    editor: await member('edith', ['editor']),
    otherReviewer: await member('rob', ['reviewer']),
    publisher: await member('paul', ['publisher']),
    reviewer: await member('rita', ['reviewer']),
  }
}

/** Terms as ITMC promised them: thirty business days before a material change, on the homepage. */
export const thirtyBusinessDays: NoticeTerms = {
  calendar: 'us-federal',
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material: {
    channels: { allOf: ['homepage'], anyOf: [], optional: [], prohibited: [] },
    period: { amount: 30, unit: 'business_days' },
    relation: 'before',
  },
  other: {
    channels: { allOf: [], anyOf: [], optional: ['homepage'], prohibited: [] },
    period: { amount: 0, unit: 'none' },
    relation: 'at_or_before',
  },
}

/** A short text in the editor's form. */
export const textOf = (text: string) => lexicalFromText(text)

/** Creates a policy in New York. */
export const createPolicy = async (
  app: App,
  data: Record<string, unknown> = {},
): Promise<{ id: number; slug: string }> => {
  const policy = await app.payload.create({
    collection: 'policies',
    data: {
      slug: 'privacy',
      kind: 'privacy',
      timeZone: 'America/New_York',
      title: 'Privacy Policy',
      ...data,
    },
    overrideAccess: true,
  })

  return policy as unknown as { id: number; slug: string }
}

/** Creates a draft, as its editor does. */
export const createDraft = async (
  app: App,
  { by, ...data }: Record<string, unknown> & { by: Member; policy: number },
): Promise<{ [field: string]: unknown; fingerprint: string; id: number }> => {
  const draft = await app.payload.create({
    collection: 'policy-versions',
    data: { body: textOf('We keep your data safe.'), title: 'Privacy Policy', ...data },
    overrideAccess: false,
    user: by.user,
  })

  return draft as unknown as { fingerprint: string; id: number }
}

/** Takes a step of the workflow by a plain write of `status`, over the Local API. */
export const setStatus = async (
  app: App,
  { by, id, ...data }: { [field: string]: unknown; by: Member; id: number; status: string },
): Promise<Record<string, unknown>> =>
  await app.payload.update({
    id,
    collection: 'policy-versions',
    data,
    overrideAccess: false,
    user: by.user,
  })

/** Takes a draft through review, up to approval, of its exception too where it claims one. */
export const approve = async (
  app: App,
  cast: Cast,
  id: number,
  hasException = false,
): Promise<void> => {
  await setStatus(app, { id, by: cast.editor, status: 'in_review' })
  await setStatus(app, { id, by: cast.reviewer, status: 'approved' })
  if (hasException) {
    await setStatus(app, { id, by: cast.reviewer, scope: 'exception', status: 'approved' })
  }
}

/** Drafts, approves and publishes a version. */
export const publishVersion = async (
  app: App,
  cast: Cast,
  data: Record<string, unknown> & { policy: number },
): Promise<Record<string, unknown> & { id: number }> => {
  const { id } = await createDraft(app, { by: cast.editor, ...data })
  await approve(app, cast, id)

  return { ...(await setStatus(app, { id, by: cast.publisher, status: 'published' })), id }
}

/** The code and the details of a refusal, or what came instead of one. */
export const refusalOf = async (attempt: Promise<unknown>): Promise<Record<string, unknown>> => {
  try {
    await attempt
    return { code: 'no refusal' }
  } catch (error) {
    const { data, message, status } = error as { data?: object; message: string; status?: number }
    return { ...data, message, status }
  }
}
