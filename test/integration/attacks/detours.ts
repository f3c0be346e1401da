import { createLocalReq, type PayloadRequest } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { AttackStage } from './stage.js'

import { textOf } from '../../helpers/cast.js'
import { outcomeOf } from './outcome.js'

const aDay = '2020-01-01T00:00:00.000Z'
const forged = {
  effectiveAt: aDay,
  publishedAt: aDay,
  publishedBy: { id: 1, name: 'Nobody', collection: 'users' },
  snapshot: { format: 1, publication: { label: 'forged' }, renditions: {} },
}

type Row = Record<string, unknown> & { id: number }

/** Attacks upon the way from a decision to its row. */
export const describeDetours = (stageNow: () => AttackStage): void => {
  let stage: AttackStage

  beforeAll(() => {
    stage = stageNow()
  })

  /** Does something in a transaction that is rolled back. */
  const rolledBack = async <T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> => {
    const { payload } = stage.world.app
    const transactionID = (await payload.db.beginTransaction())!
    try {
      return await work(await createLocalReq({ req: { transactionID } }, payload))
    } finally {
      await payload.db.rollbackTransaction(transactionID)
    }
  }

  describe('publishes what was decided, whatever', () => {
    it.each([
      ['was sent along', { data: forged }],
      ['a hook of the host makes of it', { context: { forged } }],
    ])('%s', async (_, { context, data }: { context?: object; data?: object }) => {
      const { app, cast, lawful, versions } = stage.world
      const published = await rolledBack(async (req) => {
        const id = versions.approved
        await app.payload.update({
          id,
          collection: 'policy-versions',
          data: { ...data, status: 'published' },
          req,
          user: cast.publisher.user,
          ...(context && { context: context as Record<string, unknown> }),
        })
        return app.payload.db.findOne<Row>({
          collection: 'policy-versions',
          req,
          where: { id: { equals: id } },
        })
      })

      expect(published).toMatchObject({
        effectiveAt: lawful.approved.effectiveAt,
        publishedBy: { name: 'paul' },
        snapshot: { publication: { label: 'approved' } },
        status: 'published',
      })
      expect(Date.now() - Date.parse(String(published?.publishedAt))).toBeLessThan(600_000)
    })
  })

  it.each([
    ['its text', {}],
    ['its text and the fingerprint', { fingerprint: `sha256:${'0'.repeat(64)}` }],
  ])('does not publish what was approved where the adapter changed %s since', async (_, more) => {
    const { app, cast, policy, versions } = stage.world
    const id = versions.approved
    const before = await stage.record()
    const outcome = await rolledBack(async (req) => {
      // Takes the lock, as any call about the policy does.
      await app.payload.update({ id: policy, collection: 'policies', data: {}, req })
      const where = { id: { equals: id } }
      const stored = await app.payload.db.findOne<Row>({
        collection: 'policy-versions',
        req,
        where,
      })
      await app.payload.db.updateOne({
        id,
        collection: 'policy-versions',
        data: { ...stored, body: { en: textOf('Other words.') }, ...more },
        req,
      })
      return outcomeOf(() =>
        app.payload.update({
          id,
          collection: 'policy-versions',
          data: { status: 'published' },
          req,
          user: cast.publisher.user,
        }),
      )
    })

    expect(outcome).toMatchObject({ code: 'APPROVAL_VOID' })
    expect(await stage.record()).toEqual(before)
  })
}
