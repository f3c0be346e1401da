import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { dryRun, policyReport } from '../../src/index.js'
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

    // The report judges by what was sealed, and an announced version may still be corrected.
    expect(await policyReport({ payload: stage.app.payload, slug })).toMatchObject({
      breaches: 0,
      versions: [{}, { verdict: 'kept' }],
    })
    const corrected = await stage.published({
      effectiveOn: '2026-07-10',
      materialChange: true,
      policy,
      replaces: { materialDifference: false, version: id },
    })
    expect(corrected).toMatchObject({ status: 'published' })
    const fix = await stage.published({ effectiveOn: '2026-07-01', policy })
    expect(fix).toMatchObject({ status: 'published' })

    // Set right by a further entry; the entries themselves never change.
    await proclaim({ workingDays: ['2026-07-06'] })
    const { governing } = await dryRun({
      id: next,
      from: new Date('2026-07-01T12:00:10Z'),
      payload: stage.app.payload,
    })
    expect(governing[0]).toMatchObject({ by: 'version 1', earliestEffectiveOn: '2026-07-10' })
  })

  it('is for an admin to add, with a reason, and for nobody to change', async () => {
    // The second is a Saturday, which no later entry makes a day of work.
    const { id } = await proclaim({ holidays: ['2027-01-08', '2027-01-16'] })
    expect(
      await refusalOf(proclaim({ holidays: ['2027-01-08'] }, stage.cast.editor)),
    ).toMatchObject({ code: 'FORBIDDEN' })
    for (const data of [
      {},
      { workingDays: ['2027-01-09'] },
      { workingDays: ['2027-01-16'] },
      { workingDays: ['2027-07-05'] },
      { holidays: ['2199-01-01'] },
    ]) {
      expect(await refusalOf(proclaim(data))).toMatchObject({ code: 'INVALID_PARAMETER' })
    }
    expect(await stage.app.payload.findByID({ id, collection: 'policy-calendars' })).toMatchObject({
      addedBy: { name: 'ada' },
    })
    await expect(proclaim({ holidays: ['8 January'] })).rejects.toThrow()
    const change = { id, collection: 'policy-calendars' as const }
    expect(
      await refusalOf(stage.app.payload.update({ ...change, data: { holidays: [] } })),
    ).toMatchObject({ code: 'SEALED' })
    expect(await refusalOf(stage.app.payload.delete(change))).toMatchObject({ code: 'SEALED' })
  })
})
