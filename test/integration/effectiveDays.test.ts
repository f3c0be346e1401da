import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDraft, createPolicy, thirtyBusinessDays } from '../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

type Day = {
  business: null | { kind: string; name: null | string }
  date: string
  problem: null | { code: string; message: string }
  publicationDeadline: null | string
}

describe('the days of a month for a version', () => {
  let stage: Stage
  let draft: number
  let policy: number

  beforeAll(async () => {
    stage = await createStage()
    ;({ policy } = await stage.inForce(thirtyBusinessDays))
    draft = (await createDraft(stage.app, { by: stage.cast.editor, materialChange: true, policy }))
      .id
    stage.at('2026-11-02T20:00:00Z')
  })

  afterAll(() => stage.stop())

  const ask = (path: string, as: string | undefined = stage.cast.editor.token) =>
    stage.app.rest('GET', `/policy-versions${path}`, { as })
  const dayIn = (body: { days: Day[] }, date: string) => body.days.find((day) => day.date === date)!

  it('say which are lawful, which are business days, and until when to publish', async () => {
    const { body, status } = await ask(`/${draft}/effective-days?month=2026-12`)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      earliestEffectiveOn: '2026-12-17',
      instant: '2026-11-02T20:00:00.000Z',
      month: '2026-12',
      timeZone: 'America/New_York',
      today: '2026-11-02',
      whenEmpty: '2026-12-17',
    })
    expect(body.days).toHaveLength(31)
    expect(dayIn(body, '2026-12-16').problem).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      count: { calendar: 'us-federal', lastDay: '2026-12-16' },
      decidedBy: { label: '1' },
    })
    expect(dayIn(body, '2026-12-17')).toMatchObject({
      problem: null,
      publicationDeadline: '2026-11-03T05:00:00.000Z',
    })
    expect(dayIn(body, '2026-12-25')).toMatchObject({
      business: { kind: 'holiday', name: 'Christmas Day' },
      problem: null,
    })
  })

  it('come in the month of the earliest lawful day where none is named', async () => {
    expect((await ask(`/${draft}/effective-days`)).body.month).toBe('2026-12')
    expect((await ask(`/${draft}/effective-days?materialChange=false`)).body).toMatchObject({
      earliestEffectiveOn: '2026-11-02',
      month: '2026-11',
    })
  })

  it('follow what stands in the form, before it is saved', async () => {
    const lawful = async (query: string) =>
      dayIn((await ask(`/${draft}/effective-days?month=2026-11&${query}`)).body, '2026-11-10')
        .problem?.code ?? 'lawful'

    expect(await lawful('')).toBe('NOTICE_PERIOD_TOO_SHORT')
    expect(await lawful('materialChange=false')).toBe('lawful')
    expect(await lawful('exception=legal_obligation')).toBe('lawful')
    expect(await lawful('exception=haste')).toBe('EXCEPTION_NOT_ALLOWED')
    expect((await ask(`/${draft}/effective-days`)).body.exceptions).toEqual(['legal_obligation'])
  })

  it('answer from another instant, as the dry run of one day does', async () => {
    const { body } = await ask(`/${draft}/effective-days?from=2026-11-03T05:00:00Z`)
    expect(body.earliestEffectiveOn).toBe('2026-12-18')
    const window = await ask(`/${draft}/notice-window?from=2026-11-03T05:00:00Z`)
    expect(window.body.earliestEffectiveOn).toBe('2026-12-18')
  })

  it('tell no day that an empty date means where the calendar ends before the period does', async () => {
    const late = '2100-12-01T17:00:00Z'
    const { body } = await ask(`/${draft}/effective-days?from=${late}`)
    expect(body).toMatchObject({ earliestEffectiveOn: null, whenEmpty: null })

    expect((await ask(`/${draft}/notice-window?from=${late}`)).body).toMatchObject({
      decidedBy: null,
      earliestEffectiveOn: null,
      effectiveAt: null,
      effectiveOn: null,
      governing: [{ by: 'version 1', earliestEffectiveOn: null, lastDay: null }],
      isLawful: false,
      noticeEndsOn: null,
      notices: [],
      warnings: [{ blocks: true, code: 'CALENDAR_NOT_COVERED' }],
    })
  })

  it('are none while changed terms are not marked as material', async () => {
    const changed = await createDraft(stage.app, {
      by: stage.cast.editor,
      noticeTerms: tenDays,
      policy,
    })
    const { body } = await ask(`/${changed.id}/effective-days`)

    expect(body).toMatchObject({ earliestEffectiveOn: null, month: '2026-11', whenEmpty: null })
    expect(dayIn(body, '2026-11-20').problem?.code).toBe('MATERIALITY_REQUIRED')
    expect((await ask(`/${changed.id}/effective-days?materialChange=true`)).body).toMatchObject({
      earliestEffectiveOn: '2026-12-17',
      whenEmpty: '2026-12-17',
    })
  })

  it('are answered for a version that was not saved yet, by its policy', async () => {
    const { body } = await ask(`/effective-days?policy=${policy}&materialChange=true`)
    expect(body).toMatchObject({ earliestEffectiveOn: '2026-12-17', month: '2026-12' })

    const { id } = await createPolicy(stage.app, { slug: 'new' })
    expect((await ask(`/effective-days?policy=${id}&materialChange=true`)).body).toMatchObject({
      earliestEffectiveOn: '2026-11-02',
      whenEmpty: '2026-11-02',
    })
  })

  it('name a day that a proclamation took off by its reason', async () => {
    await stage.app.payload.create({
      collection: 'policy-calendars',
      data: {
        calendar: 'us-federal',
        holidays: ['2026-12-24'],
        reason: 'Executive order of 1 December',
      },
      overrideAccess: false,
      user: stage.cast.admin.user,
    })
    const { body } = await ask(`/${draft}/effective-days?month=2026-12`)
    expect(dayIn(body, '2026-12-24').business).toEqual({
      kind: 'holiday',
      name: 'Executive order of 1 December',
    })
  })

  it.each([
    ['a month that is none', 'month=2026-13'],
    ['a day', 'month=2026-12-01'],
    ['a choice that is none', 'materialChange=yes'],
    ['a difference that is none', 'replaces=1&materialDifference=1'],
    ['an instant that is none', 'from=now'],
  ])('are refused for %s', async (_, query) => {
    for (const path of [`/${draft}/effective-days`, '/effective-days']) {
      const { body, status } = await ask(`${path}?policy=${policy}&${query}`)
      expect([path, status, body.errors[0].data.code]).toEqual([path, 400, 'INVALID_PARAMETER'])
    }
  })

  it('are refused without a policy, and for what does not exist', async () => {
    expect((await ask('/effective-days')).status).toBe(400)
    expect((await ask('/effective-days?policy=999999')).status).toBe(404)
    expect((await ask('/effective-days?policy=abc')).status).toBe(404)
    expect((await ask('/999999/effective-days')).status).toBe(404)
  })

  it('are for those with a role alone', async () => {
    for (const path of [`/${draft}/effective-days`, `/effective-days?policy=${policy}`]) {
      const { body, headers, status } = await stage.app.rest('GET', `/policy-versions${path}`)
      expect([path, status, body.errors[0].data.code]).toEqual([path, 403, 'FORBIDDEN'])
      expect(headers.get('access-control-allow-origin')).not.toBe('*')
    }
  })
})
