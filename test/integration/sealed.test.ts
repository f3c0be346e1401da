import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, startApp } from '../helpers/app.js'
import {
  type Cast,
  createCast,
  createPolicy,
  publishVersion,
  refusalOf,
  textOf,
  thirtyBusinessDays,
} from '../helpers/cast.js'

describe('a published version', () => {
  let app: App
  let cast: Cast
  let id: number
  let policy: number
  let before: unknown

  const everything = async () =>
    Promise.all(
      (
        [
          'policies',
          'policy-versions',
          'policy-reviews',
          'policy-notices',
          'policy-events',
        ] as const
      ).map(async (collection) => {
        const { docs } = await app.payload.find({
          collection,
          depth: 0,
          pagination: false,
          sort: 'id',
        })
        // That a publication was refused is recorded, and changes nothing.
        return docs.filter((doc) => !('type' in doc) || doc.type !== 'publication_refused')
      }),
    )

  beforeAll(async () => {
    app = await startApp()
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
    await publishVersion(app, cast, { noticeTerms: thirtyBusinessDays, policy })
    id = (await publishVersion(app, cast, { materialChange: true, policy })).id
    before = await everything()
  })

  afterAll(() => app.stop())

  const document = () => `/policy-versions/${id}`
  const attacks: [string, () => Promise<unknown>][] = [
    [
      'an edit over REST',
      () => app.rest('PATCH', document(), { as: cast.admin.token, body: { title: 'x' } }),
    ],
    [
      'an edit over REST, as an autosaved draft',
      () =>
        app.rest('PATCH', `${document()}?draft=true&autosave=true`, {
          as: cast.admin.token,
          body: { title: 'x' },
        }),
    ],
    [
      'an edit over the Local API that overrides access',
      () =>
        app.payload.update({
          id,
          collection: 'policy-versions',
          data: { body: textOf('x') },
          overrideAccess: true,
        }),
    ],
    [
      'an edit over GraphQL',
      () =>
        app.graphql(`mutation { updatePolicyVersion(id: ${id}, data: { title: "x" }) { id } }`, {
          as: cast.admin.token,
        }),
    ],
    [
      'a forged date over the Local API',
      () =>
        app.payload.update({
          id,
          collection: 'policy-versions',
          data: { effectiveAt: '2020-01-01T00:00:00.000Z', snapshot: {} },
        }),
    ],
    [
      'a return to draft',
      () =>
        app.payload.update({
          id,
          collection: 'policy-versions',
          data: { status: 'draft' },
          user: cast.admin.user,
        }),
    ],
    [
      'another publication',
      () => app.rest('POST', `${document()}/publish`, { as: cast.publisher.token, body: {} }),
    ],
    ['a deletion over REST', () => app.rest('DELETE', document(), { as: cast.admin.token })],
    [
      'a deletion over the Local API',
      () => app.payload.delete({ id, collection: 'policy-versions', overrideAccess: true }),
    ],
    [
      'a bulk edit over REST',
      () =>
        app.rest('PATCH', '/policy-versions?where[label][exists]=true', {
          as: cast.admin.token,
          body: { title: 'x' },
        }),
    ],
    [
      'a bulk edit over the Local API',
      () =>
        app.payload.update({
          collection: 'policy-versions',
          data: { title: 'x' },
          where: { label: { exists: true } },
        }),
    ],
    [
      'a bulk deletion',
      () =>
        app.payload.delete({ collection: 'policy-versions', where: { label: { exists: true } } }),
    ],
    [
      'a bulk deletion of policies',
      () => app.payload.delete({ collection: 'policies', where: { slug: { exists: true } } }),
    ],
    [
      'the restoring of an earlier state',
      async () => {
        const { docs } = await app.payload.findVersions({
          collection: 'policy-versions',
          sort: 'createdAt',
          where: { parent: { equals: id } },
        })
        return app.rest('POST', `/policy-versions/versions/${docs[0]!.id}`, {
          as: cast.admin.token,
        })
      },
    ],
    [
      'a duplicate',
      () => app.rest('POST', `${document()}/duplicate`, { as: cast.admin.token, body: {} }),
    ],
    [
      'the deletion of its policy',
      () => app.payload.delete({ id: policy, collection: 'policies' }),
    ],
    ...(['policy-reviews', 'policy-notices', 'policy-events'] as const).flatMap(
      (collection): [string, () => Promise<unknown>][] => [
        [
          `a forged entry in ${collection}`,
          () => app.payload.create({ collection, data: { version: id }, overrideAccess: true }),
        ],
        [
          `an edit in ${collection} over REST`,
          () =>
            app.rest('PATCH', `/${collection}/1`, { as: cast.admin.token, body: { comment: 'x' } }),
        ],
        [
          `an edit in ${collection} over the Local API`,
          () => app.payload.update({ id: 1, collection, data: { comment: 'x' } }),
        ],
        [
          `a deletion in ${collection}`,
          () => app.payload.delete({ id: 1, collection, overrideAccess: true }),
        ],
        [
          `a bulk deletion in ${collection}`,
          () => app.payload.delete({ collection, where: { id: { exists: true } } }),
        ],
      ],
    ),
  ]

  it.each(attacks)('withstands %s', async (_, attack) => {
    const outcome = await refusalOf(attack().then(refuseAnswer))

    expect(outcome.code).toMatch(/^(BULK_NOT_ALLOWED|ILLEGAL_TRANSITION|SEALED|HTTP_4\d\d)$/)
    expect(await everything()).toEqual(before)
  })

  it('outlives its people: a deleted user stays in the record by name', async () => {
    await app.payload.delete({ id: cast.publisher.id, collection: 'users' })
    expect(await app.payload.findByID({ id, collection: 'policy-versions' })).toMatchObject({
      publishedBy: { id: cast.publisher.id, name: 'paul' },
    })
  })
})

/** Turns an answer that is a refusal into one that is thrown, so that all roads read alike. */
const refuseAnswer = (answer: unknown): unknown => {
  const { body, errors, status } = answer as {
    body?: { errors?: { data?: object; message: string }[] }
    errors?: { extensions: { data: object }; message: string }[]
    status?: number
  }
  const [error] = body?.errors ?? errors ?? []

  if (error) {
    const data = 'extensions' in error ? error.extensions.data : error.data
    throw Object.assign(new Error(error.message), { data: { code: `HTTP_${status}`, ...data } })
  }
  if (status !== undefined && status >= 400) {
    throw Object.assign(new Error('refused'), { data: { code: `HTTP_${status}` } })
  }
  return answer
}
