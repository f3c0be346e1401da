import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDraft, refusalOf, textOf } from '../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('publishing', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  it('puts a first version in force at once, without a notice, and seals it', async () => {
    const { first } = await stage.inForce()

    expect(first).toMatchObject({
      effectiveAt: '2026-06-01T12:00:00.000Z',
      effectiveOn: null,
      publishedAt: '2026-06-01T12:00:00.000Z',
      publishedBy: { id: stage.cast.publisher.id, name: 'paul', collection: 'users' },
    })
    expect(await stage.noticesOf(first.id)).toEqual([])
    expect(first.snapshot).toMatchObject({
      content: { label: '1', noticeTerms: tenDays },
      count: { clauses: [], timeZone: 'America/New_York' },
      publication: { effectiveOn: '2026-06-01' },
    })
  })

  it('takes effect with an empty date on the earliest lawful day after every upcoming version', async () => {
    const { policy } = await stage.inForce()
    const second = await stage.published({ materialChange: true, policy })
    expect(second).toMatchObject({ effectiveAt: '2026-07-12T04:00:00.000Z', effectiveOn: null })

    const third = await stage.published({ materialChange: false, policy })
    expect(third).toMatchObject({ effectiveAt: '2026-07-13T04:00:00.000Z' })
  })

  it('takes effect at the instant of publication on the same day, and at the first instant of a later one', async () => {
    const { policy } = await stage.inForce()
    expect(await stage.published({ effectiveOn: '2026-07-01', policy })).toMatchObject({
      effectiveAt: '2026-07-01T12:00:00.000Z',
    })
    expect(await stage.published({ effectiveOn: '2026-07-02', policy })).toMatchObject({
      effectiveAt: '2026-07-02T04:00:00.000Z',
    })
  })

  it('refuses a date in the past and says which day is lawful', async () => {
    const { policy } = await stage.inForce()
    expect(
      await stage.refused({ effectiveOn: '2026-06-30', materialChange: true, policy }),
    ).toMatchObject({ code: 'EFFECTIVE_DATE_PAST', earliestEffectiveOn: '2026-07-12', status: 400 })
  })

  it('refuses a date that is taken', async () => {
    const { policy } = await stage.inForce()
    await stage.published({ effectiveOn: '2026-08-01', materialChange: true, policy })
    expect(
      await stage.refused({ effectiveOn: '2026-08-01', materialChange: true, policy }),
    ).toMatchObject({ code: 'EFFECTIVE_DATE_TAKEN', status: 409 })
  })

  it('leaves nothing behind when something fails in the middle of it', async () => {
    const { policy } = await stage.inForce()
    const id = await stage.approved({ materialChange: true, policy })
    const { db } = stage.app.payload
    const create = db.create.bind(db)
    db.create = (args) =>
      args.collection === 'policy-events' ? Promise.reject(new Error('disk full')) : create(args)
    const outcome = await refusalOf(stage.publish(id))
    db.create = create

    expect(outcome).toMatchObject({ message: 'disk full' })
    expect(await stage.app.payload.findByID({ id, collection: 'policy-versions' })).toMatchObject({
      publishedAt: null,
      snapshot: null,
      status: 'approved',
    })
    expect(await stage.noticesOf(id)).toEqual([])
    expect(await stage.publish(id)).toMatchObject({ status: 'published' })
  })

  it('refuses to write outside of a transaction', async () => {
    const { policy } = await stage.inForce()
    const id = await stage.approved({ policy })
    expect(
      await refusalOf(
        stage.app.payload.update({
          id,
          collection: 'policy-versions',
          data: { status: 'published' },
          disableTransaction: true,
          user: stage.cast.publisher.user,
        }),
      ),
    ).toMatchObject({ code: 'TRANSACTION_REQUIRED', status: 503 })
  })

  it('keeps the words of a version when its policy is renamed afterwards', async () => {
    const { policy, slug } = await stage.inForce()
    await stage.app.payload.update({
      id: policy,
      collection: 'policies',
      data: { kind: 'terms', title: 'Renamed' },
    })
    const { body } = await stage.app.rest('GET', `/policies/${slug}/current`)
    expect(body.policy).toMatchObject({ kind: 'privacy', title: 'Privacy Policy' })
  })

  it('keeps the address and the zone of a policy once a version is published', async () => {
    const { policy } = await stage.inForce()
    for (const data of [{ slug: 'elsewhere' }, { timeZone: 'Europe/Berlin' }]) {
      expect(
        await refusalOf(stage.app.payload.update({ id: policy, collection: 'policies', data })),
      ).toMatchObject({
        code: 'SEALED',
      })
    }
    expect(
      await refusalOf(stage.app.payload.delete({ id: policy, collection: 'policies' })),
    ).toMatchObject({
      code: 'SEALED',
    })
  })

  it('copies the terms of the version in force into a draft that states none', async () => {
    const { policy } = await stage.inForce()
    const draft = await createDraft(stage.app, {
      by: stage.cast.editor,
      body: textOf('New.'),
      policy,
    })
    expect(draft.noticeTerms).toEqual(tenDays)
  })
})
