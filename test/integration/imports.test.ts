import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  approve,
  createDraft,
  createPolicy,
  type Member,
  refusalOf,
  setStatus,
} from '../helpers/cast.js'
import { calendarDays, createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('a version from before the plugin', () => {
  let stage: Stage
  let policy: number
  let slug: string
  let policies = 0
  let now: Date

  beforeAll(async () => {
    stage = await createStage()
  })

  beforeEach(async () => {
    now = new Date('2026-06-01T12:00:00Z')
    stage.at(now.toISOString())
    slug = `history-${++policies}`
    policy = (await createPolicy(stage.app, { slug })).id
  })

  afterAll(() => stage.stop())

  const drafted = async (imported: Record<string, unknown>, data: Record<string, unknown> = {}) => {
    const { id } = await createDraft(stage.app, {
      by: stage.cast.admin,
      imported: { source: 'https://archive.example/privacy', ...imported },
      noticeTerms: tenDays,
      policy,
      ...data,
    })
    return id
  }
  const publishAs = (id: number, by: Member) =>
    setStatus(stage.app, { id, by, status: 'published' })
  const imported = async (
    told: Record<string, unknown>,
    data: Record<string, unknown> = {},
  ): Promise<number> => {
    const id = await drafted(told, data)
    await approve(stage.app, stage.cast, id)
    await publishAs(id, stage.cast.admin)
    // The clock runs on: what was recorded is known from then on.
    now = new Date(+now + 1_000)
    stage.at(now.toISOString())
    return id
  }
  const refused = async (told: Record<string, unknown>) => {
    const id = await drafted(told)
    await approve(stage.app, stage.cast, id)
    return refusalOf(publishAs(id, stage.cast.admin))
  }
  const read = async (path: string) =>
    (await stage.app.rest('GET', `/policies/${slug}${path}`)).body

  it('is offered for editing to admins alone, as they alone may save it', async () => {
    const offered = async (id: number, { token: as }: Member): Promise<unknown> => {
      const { body } = await stage.app.rest('GET', `/policy-versions/${id}?depth=0`, { as })

      return (await stage.app.rest('POST', `/policy-versions/access/${id}`, { as, body })).body
        .update
    }
    const id = await drafted({ sequence: 1 })
    const { id: ordinary } = await createDraft(stage.app, {
      by: stage.cast.admin,
      noticeTerms: tenDays,
      policy,
    })

    expect(await offered(id, stage.cast.editor)).toBeFalsy()
    expect(await offered(id, stage.cast.admin)).toBe(true)
    expect(await offered(ordinary, stage.cast.editor)).toBe(true)
  })

  it('is an approved act of an admin, labelled as an import, and never a notice', async () => {
    const id = await drafted({ effectiveOn: '2018-04-02', publishedOn: '2018-03-01', sequence: 1 })
    expect(await refusalOf(publishAs(id, stage.cast.admin))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    })
    await approve(stage.app, stage.cast, id)
    expect(await refusalOf(publishAs(id, stage.cast.publisher))).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringMatching(/Only an admin/) as string,
    })
    await publishAs(id, stage.cast.admin)

    expect(await read('/current')).toMatchObject({
      dateLabel: 'Updated March 1, 2018',
      effectiveAt: '2018-04-02T04:00:00.000Z',
      effectiveOn: '2018-04-02',
      imported: {
        effectiveOn: '2018-04-02',
        publishedOn: '2018-03-01',
        recordedAt: '2026-06-01T12:00:00.000Z',
        sequence: 1,
        source: 'https://archive.example/privacy',
      },
      publishedAt: '2018-03-01T05:00:00.000Z',
      state: 'in_force',
    })
    expect(await stage.noticesOf(id)).toEqual([])
    const { docs } = await stage.app.payload.find({
      collection: 'policy-events',
      where: { and: [{ version: { equals: id } }, { type: { equals: 'imported' } }] },
    })
    expect(docs).toMatchObject([{ actor: { name: 'ada' } }])
  })

  it('is for an admin to draft', async () => {
    const draft = (by: Member) =>
      createDraft(stage.app, {
        by,
        imported: { sequence: 1, source: 'Archive' },
        noticeTerms: tenDays,
        policy,
      })
    expect(await refusalOf(draft(stage.cast.editor))).toMatchObject({ code: 'FORBIDDEN' })
    const { id } = await draft(stage.cast.admin)
    expect(
      await refusalOf(
        stage.app.payload.update({
          id,
          collection: 'policy-versions',
          data: { title: 'Another' },
          user: stage.cast.editor.user,
        }),
      ),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('answers for the days on which it was in force, and was announced from its publication on', async () => {
    await imported({ effectiveOn: '2018-04-02', sequence: 1 })
    await imported({ effectiveOn: '2020-09-19', publishedOn: '2020-08-01', sequence: 2 })

    expect(await read('/current?at=2019-01-01')).toMatchObject({ label: '1', upcoming: [] })
    expect(await read('/current?at=2020-08-15')).toMatchObject({
      label: '1',
      upcoming: [{ label: '2' }],
    })
    expect(await read('/current?at=2021-01-01')).toMatchObject({ label: '2' })
    expect(await read('/current?at=2018-04-01')).toMatchObject({
      errors: [{ data: { code: 'NOT_FOUND' } }],
    })
  })

  it('without a date has an order and says so; the last is in force since an unknown date, and governs', async () => {
    await imported({ sequence: 1 })
    await imported({ sequence: 2 }, { noticeTerms: calendarDays(20) })

    expect(await read('/current')).toMatchObject({
      dateLabel: null,
      effectiveAt: null,
      effectiveOn: null,
      label: '2',
      publishedAt: null,
      state: 'in_force',
    })
    expect((await read('/versions')).versions).toMatchObject([
      { effectiveOn: null, label: '2', state: 'in_force', supersededAt: null },
      { effectiveOn: null, label: '1', state: 'superseded', supersededAt: null },
    ])
    expect(
      await stage.refused({ effectiveOn: '2026-06-21', materialChange: true, policy }),
    ).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      decidedBy: { label: '2' },
      earliestEffectiveOn: '2026-06-22',
    })
    expect(
      await stage.published({ effectiveOn: '2026-06-22', materialChange: true, policy }),
    ).toMatchObject({ status: 'published' })
  })

  it('without a date is not said to have been in force on days that nobody knows about', async () => {
    await imported({ effectiveOn: '2010-01-01', sequence: 1 })
    await imported({ publishedOn: '2018-03-01', sequence: 2 })

    expect(await read('/current?at=2012-01-01')).toMatchObject({ label: '1' })
    expect(await read('/current?at=2018-03-02')).toMatchObject({ effectiveOn: null, label: '2' })
    expect(await read('/current?at=2009-01-01')).toMatchObject({
      errors: [{ data: { code: 'NOT_FOUND' } }],
    })
  })

  it('is no way round what was promised: what came after the first was recorded is a change', async () => {
    await imported({ effectiveOn: '2018-04-02', sequence: 1 }, { noticeTerms: calendarDays(30) })
    stage.at('2026-08-01T12:00:00Z')
    for (const told of [
      { effectiveOn: '2026-08-01', sequence: 2 },
      { effectiveOn: '2026-06-01', sequence: 2 },
      { sequence: 2 },
    ]) {
      expect(await refused(told)).toMatchObject({
        code: 'ILLEGAL_TRANSITION',
        message: expect.stringMatching(/first recorded on 2026-06-01/) as string,
      })
    }
    // What is older than that may still come to light.
    await imported({ effectiveOn: '2020-09-19', sequence: 2 })
    expect(await read('/current')).toMatchObject({ label: '5' })
  })

  it('without a date comes after the dated one before it', async () => {
    await imported({ effectiveOn: '2018-04-02', sequence: 1 })
    await imported({ sequence: 2 })
    expect(await read('/current')).toMatchObject({ effectiveOn: null, label: '2' })
    await imported({ effectiveOn: '2021-01-15', sequence: 3 })
    expect(await read('/current')).toMatchObject({ effectiveOn: '2021-01-15', label: '3' })
    expect(await read('/versions/2')).toMatchObject({ state: 'superseded' })
  })

  it('comes before the first regular publication only', async () => {
    await stage.published({ noticeTerms: tenDays, policy })
    expect(await refused({ effectiveOn: '2018-04-02', sequence: 1 })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      status: 409,
    })
  })

  it.each([
    [{ effectiveOn: '2026-06-02', sequence: 3 }, 'INVALID_PARAMETER'],
    [{ effectiveOn: '2020-01-01', sequence: 2 }, 'INVALID_PARAMETER'],
    [{ effectiveOn: '2017-01-01', sequence: 3 }, 'INVALID_PARAMETER'],
    [{ effectiveOn: '2019-01-01', sequence: 1 }, 'INVALID_PARAMETER'],
    [{ effectiveOn: '2018-04-02', sequence: 3 }, 'EFFECTIVE_DATE_TAKEN'],
    [{ effectiveOn: '1969-12-31', sequence: 1 }, 'INVALID_PARAMETER'],
  ])('is refused out of order: %j answers %s', async (told, code) => {
    await imported({ effectiveOn: '2018-04-02', sequence: 2 })
    expect(await refused(told)).toMatchObject({ code })
  })

  it('older than those that were imported may still be added', async () => {
    await imported({ effectiveOn: '2018-04-02', sequence: 2 })
    await imported({ effectiveOn: '2016-01-01', sequence: 1 })
    expect(await read('/current?at=2017-01-01')).toMatchObject({ label: '2' })
  })

  it.each([
    [{ sequence: 0 }, {}],
    [{ sequence: 1.5 }, {}],
    [{ effectiveOn: 'long ago', sequence: 1 }, {}],
    [{ sequence: 1, source: '' }, {}],
    [{ sequence: 1 }, { effectiveOn: '2026-07-01' }],
    [{ sequence: 1 }, { exception: { explanation: 'Why.', reason: 'security' } }],
  ])('is refused when it is saved as %j with %j', async (told, data) => {
    expect(await refusalOf(drafted(told, data))).toMatchObject({
      code: 'INVALID_PARAMETER',
      status: 400,
    })
  })

  it('is judged by the report where its dates are known', async () => {
    await imported(
      { effectiveOn: '2018-04-02', publishedOn: '2018-04-02', sequence: 1 },
      { noticeTerms: calendarDays(30) },
    )
    await imported(
      { effectiveOn: '2020-09-19', publishedOn: '2020-09-01', sequence: 2 },
      { materialChange: true, noticeTerms: calendarDays(30) },
    )
    await imported({ effectiveOn: '2021-01-01', sequence: 3 }, { noticeTerms: calendarDays(30) })
    await stage.published({ materialChange: true, policy })
    await stage.app.payload.update({
      id: policy,
      collection: 'policies',
      data: { reviewEvery: 12 },
    })
    const report = (
      await stage.app.rest('GET', `/policies/${slug}/report`, { as: stage.cast.reviewer.token })
    ).body

    expect(report).toMatchObject({
      breaches: 1,
      nextReviewOn: '2027-06-01',
      reviewIsDue: false,
      versions: [
        { isImported: true, label: '1', verdict: 'nothing_promised' },
        {
          clauses: [
            {
              achieved: { amount: 17, unit: 'calendar_days' },
              by: 'version 1',
              earliestEffectiveOn: '2020-10-02',
              promised: '30 calendar days',
            },
          ],
          label: '2',
          verdict: 'breached',
        },
        { label: '3', publishedOn: null, verdict: 'unknown' },
        {
          clauses: [{ achieved: { amount: 30 }, by: 'version 3' }],
          label: '4',
          verdict: 'kept',
        },
      ],
    })
    expect((await stage.app.rest('GET', `/policies/${slug}/report`)).status).toBe(403)

    // Days that are proclaimed afterwards do not change a verdict.
    await stage.app.payload.create({
      collection: 'policy-calendars',
      data: { calendar: 'us-federal', holidays: ['2026-06-02'], reason: 'Proclaimed' },
      user: stage.cast.admin.user,
    })
    expect(
      (await stage.app.rest('GET', `/policies/${slug}/report`, { as: stage.cast.reviewer.token }))
        .body,
    ).toEqual(report)
  })
})
