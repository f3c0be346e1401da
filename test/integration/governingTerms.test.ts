import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { calendarDays, createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('the terms that govern a change', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  it('refuses a day too early by the clause of each governing version, and names it', async () => {
    const { policy } = await stage.inForce()
    const thirty = calendarDays(30)
    await stage.published({
      effectiveOn: '2026-07-12',
      materialChange: true,
      noticeTerms: thirty,
      policy,
    })

    // Before the second version, the first one's ten days govern; after it, its own thirty as well.
    expect(
      await stage.refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: thirty,
        policy,
      }),
    ).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      decidedBy: { label: '2', tier: 'material' },
      earliestEffectiveOn: '2026-08-01',
    })
    expect(
      await stage.published({
        effectiveOn: '2026-08-01',
        materialChange: true,
        noticeTerms: thirty,
        policy,
      }),
    ).toMatchObject({ status: 'published' })
  })

  it('never measures a change by its own terms', async () => {
    const { policy } = await stage.inForce()
    const none = { ...tenDays, material: tenDays.other }
    expect(
      await stage.refused({
        effectiveOn: '2026-07-02',
        materialChange: true,
        noticeTerms: none,
        policy,
      }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT', decidedBy: { label: '1' } })
  })

  it('makes a change of the terms a material change', async () => {
    const { policy } = await stage.inForce()
    const none = { ...tenDays, material: tenDays.other }
    expect(
      await stage.refused({
        effectiveOn: '2026-09-01',
        materialChange: false,
        noticeTerms: none,
        policy,
      }),
    ).toMatchObject({ code: 'MATERIALITY_REQUIRED', status: 400 })
  })

  it('refuses the same instant where the terms say strictly before', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.other, relation: 'before' },
    })
    expect(
      await stage.refused({ effectiveOn: '2026-07-01', materialChange: true, policy }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-07-02' })
  })

  it('refuses to count days that a calendar does not cover, but only where they have to be counted', async () => {
    const far = {
      ...tenDays,
      calendar: 'us-federal',
      material: { ...tenDays.material, period: { amount: 3_660, unit: 'business_days' as const } },
    }
    const { policy } = await stage.inForce(far)
    stage.at('2098-01-04T12:00:00Z')
    expect(
      await stage.refused({ effectiveOn: '2110-01-01', materialChange: true, policy }),
    ).toMatchObject({
      code: 'CALENDAR_NOT_COVERED',
      status: 400,
    })
    expect(
      await stage.published({ effectiveOn: '2110-01-01', materialChange: false, policy }),
    ).toMatchObject({ status: 'published' })
  })

  it('answers a dry run for any day and from any instant, with the count and the deadline', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      calendar: 'us-federal',
      material: { ...tenDays.material, period: { amount: 5, unit: 'business_days' } },
    })
    const id = await stage.approved({ materialChange: true, policy })
    const window = async (query: string) =>
      (
        await stage.app.rest('GET', `/policy-versions/${id}/notice-window${query}`, {
          as: stage.cast.publisher.token,
        })
      ).body

    expect(await window('?effectiveOn=2026-07-09')).toMatchObject({
      actions: ['publish'],
      earliestEffectiveOn: '2026-07-10',
      governing: [{ period: '5 business days', tier: 'material', version: { label: '1' } }],
      isLawful: false,
      publicationDeadline: '2026-07-01T04:00:00.000Z',
      warnings: [{ code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-07-10' }],
    })
    expect(
      (await window('?effectiveOn=2026-07-10')).governing[0].days.filter(
        ({ kind }: { kind: string }) => kind !== 'business_day',
      ),
    ).toEqual([
      { date: '2026-07-03', kind: 'holiday' },
      { date: '2026-07-04', kind: 'weekend' },
      { date: '2026-07-05', kind: 'weekend' },
    ])
    expect(await window('?effectiveOn=2026-07-10&from=2026-07-02T03:59:59.999Z')).toMatchObject({
      isLawful: true,
    })
    expect(await window('?effectiveOn=2026-07-10&from=2026-07-02T04:00:00Z')).toMatchObject({
      isLawful: false,
    })
    expect((await stage.app.rest('GET', `/policy-versions/${id}/notice-window`)).status).toBe(403)
    expect((await window('?effectiveOn=soon')).errors[0]).toMatchObject({
      data: { code: 'INVALID_PARAMETER' },
    })
  })
})
