import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PolicyError } from '../../../src/domain/policyError.js'
import { type App, startApp } from '../../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
  thirtyBusinessDays,
} from '../../helpers/cast.js'

const twenty = Array.from({ length: 20 })

describe('twenty publications at once', () => {
  let app: App
  let other: App
  let cast: Cast
  let policy: number

  beforeAll(async () => {
    app = await startApp()
    other = await startApp({ databaseUrl: app.databaseUrl })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
    await publishVersion(app, cast, { noticeTerms: thirtyBusinessDays, policy })
  })

  afterAll(async () => {
    await app.stop()
    await other.stop()
  })

  const publishedOf = async (ids: number[]) =>
    (
      await app.payload.find({
        collection: 'policy-versions',
        depth: 0,
        pagination: false,
        where: { and: [{ id: { in: ids } }, { publishedAt: { exists: true } }] },
      })
    ).docs
  const draft = async (data: object) => {
    const { id } = await createDraft(app, { by: cast.editor, policy, ...data })
    await approve(app, cast, id)
    return id
  }

  it('of one version, from two servers, publish it once', async () => {
    const id = await draft({ effectiveOn: '2090-01-01', materialChange: true })
    const outcomes = await Promise.all(
      twenty.map((_, index) =>
        refusalOf(
          setStatus(index % 2 ? app : other, { id, by: cast.publisher, status: 'published' }),
        ),
      ),
    )

    expect(outcomes.filter(({ code }) => code === 'no refusal').length).toBeGreaterThanOrEqual(1)
    expect(
      outcomes.filter(({ code }) => code !== 'no refusal').map(({ status }) => status),
    ).toEqual(twenty.slice(1).map(() => 409))
    expect(await publishedOf([id])).toHaveLength(1)
    expect(
      await app.payload.count({
        collection: 'policy-notices',
        where: { version: { equals: id } },
      }),
    ).toEqual({ totalDocs: 1 })
    expect(
      await app.payload.count({
        collection: 'policy-events',
        where: { and: [{ version: { equals: id } }, { type: { equals: 'published' } }] },
      }),
    ).toEqual({ totalDocs: 1 })
  })

  it('of two versions with the same date, from two servers, publish one of them', async () => {
    const data = { effectiveOn: '2091-01-01', materialChange: true }
    const ids = [await draft(data), await draft(data)]
    const outcomes = await Promise.all(
      twenty.map((_, index) =>
        refusalOf(
          setStatus(index % 2 ? app : other, {
            id: ids[Math.floor(index / 2) % 2]!,
            by: cast.publisher,
            status: 'published',
          }),
        ),
      ),
    )

    expect(outcomes.filter(({ code }) => code === 'no refusal')).toHaveLength(1)
    expect(
      new Set(outcomes.filter(({ code }) => code !== 'no refusal').map(({ status }) => status)),
    ).toEqual(new Set([409]))
    expect(await publishedOf(ids)).toHaveLength(1)
  })

  it('give every new version a label of its own', async () => {
    const drafts = await Promise.all(
      twenty.map((_, index) =>
        whenFree(() => createDraft(index % 2 ? app : other, { by: cast.editor, policy })),
      ),
    )
    expect(new Set(drafts.map(({ label }) => label)).size).toBe(20)
  })

  it('leave a record in which every event follows the one before', async () => {
    const { docs } = await app.payload.find({
      collection: 'policy-events',
      depth: 0,
      pagination: false,
      sort: 'sequence',
    })
    expect(docs.map(({ sequence }) => sequence)).toEqual(docs.map((_, index) => index + 1))
    for (const [index, { previousHash }] of docs.entries()) {
      expect(previousHash).toBe(docs[index - 1]?.hash ?? null)
    }
  })
})

/** Tries again where nineteen others took longer than the five seconds that a write waits for them. */
const whenFree = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PolicyError) || error.code !== 'POLICY_BUSY') {
        throw error
      }
    }
  }
}
