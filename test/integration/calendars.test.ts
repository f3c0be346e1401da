import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { dryRun } from '../../src/index.js'
import { refusalOf } from '../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('a day that is proclaimed', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  const proclaim = (data: Record<string, unknown>, by = stage.cast.admin) =>
    stage.app.payload.create({
      collection: 'policy-calendars',
      data: { calendar: 'us-federal', reason: 'Executive order', ...data },
      overrideAccess: false,
      user: by.user,
    })

  it('moves nothing that was announced, is reported to its people, and counts from then on', async () => {
    const { policy, slug } = await stage.inForce({
      ...tenDays,
      calendar: 'us-federal',
      material: { ...tenDays.material, period: { amount: 5, unit: 'business_days' } },
    })
    const { id } = await stage.published({
      effectiveOn: '2026-07-10',
      materialChange: true,
      policy,
    })
    const before = (await stage.app.rest('GET', `/policies/${slug}/versions/2`)).body
    stage.at('2026-07-02T12:00:00Z')
    expect((await dryRun({ id, payload: stage.app.payload })).warnings).toEqual([])

    await proclaim({ holidays: ['2026-07-06'] })

    expect((await stage.app.rest('GET', `/policies/${slug}/versions/2`)).body).toEqual(before)
    expect((await dryRun({ id, payload: stage.app.payload })).warnings).toMatchObject([
      {
        blocks: false,
        calendar: { id: 'us-federal' },
        code: 'CALENDAR_CHANGED',
        earliestEffectiveOn: '2026-07-11',
      },
    ])

    stage.at('2026-07-01T12:00:10Z')
    const next = await stage.approved({
      effectiveOn: '2026-07-09',
      materialChange: true,
      policy,
    })
    expect(await refusalOf(stage.publish(next))).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      count: {
        skipped: [
          { date: '2026-07-03', kind: 'holiday' },
          { date: '2026-07-04', kind: 'weekend' },
          { date: '2026-07-05', kind: 'weekend' },
          { date: '2026-07-06', kind: 'holiday' },
        ],
      },
      earliestEffectiveOn: '2026-07-11',
    })

    // Set right by a further entry; the entries themselves never change.
    await proclaim({ workingDays: ['2026-07-06'] })
    expect(await dryRun({ id: next, payload: stage.app.payload })).toMatchObject({
      decidedBy: 'version 1',
      earliestEffectiveOn: '2026-07-11',
    })
    expect(
      await dryRun({
        id: next,
        from: new Date('2026-07-01T12:00:10Z'),
        payload: stage.app.payload,
      }),
    ).toMatchObject({ governing: [{ earliestEffectiveOn: '2026-07-10' }] })
  })

  it('is for an admin to add, with a reason, and for nobody to change', async () => {
    const { id } = await proclaim({ holidays: ['2027-01-08'] })
    expect(
      await refusalOf(proclaim({ holidays: ['2027-01-08'] }, stage.cast.editor)),
    ).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusalOf(proclaim({}))).toMatchObject({ code: 'INVALID_PARAMETER' })
    await expect(proclaim({ holidays: ['8 January'] })).rejects.toThrow()
    const change = { id, collection: 'policy-calendars' as const }
    expect(
      await refusalOf(stage.app.payload.update({ ...change, data: { holidays: [] } })),
    ).toMatchObject({ code: 'SEALED' })
    expect(await refusalOf(stage.app.payload.delete(change))).toMatchObject({ code: 'SEALED' })
  })
})
