import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDraft, createPolicy, refusalOf } from '../helpers/cast.js'
import { calendarDays, createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

describe('a version in place of an announced one', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  /** A policy with a material change announced on 1 July for 20 July; it is 15 July now. */
  const announced = async (data: object = {}) => {
    const { policy, slug } = await stage.inForce()
    const pending = await stage.published({
      ...data,
      effectiveOn: '2026-07-20',
      materialChange: true,
      policy,
    })
    stage.at('2026-07-15T12:00:00Z')
    return { pending: pending.id, policy, slug }
  }
  const active = async (slug: string) =>
    (await stage.app.rest('GET', '/policy-notices/active')).body.notices.filter(
      ({ policy: { slug: of } }: { policy: { slug: string } }) => of === slug,
    )
  const inPlaceOf = (version: number, materialDifference = false) => ({
    materialChange: true,
    replaces: { materialDifference, version },
  })

  it('keeps its date and its notice where it makes no material difference', async () => {
    const { pending, policy, slug } = await announced()
    const corrected = await stage.published({
      ...inPlaceOf(pending),
      effectiveOn: '2026-07-20',
      policy,
    })

    expect(corrected).toMatchObject({ effectiveAt: '2026-07-20T04:00:00.000Z', label: '3' })
    expect(
      await stage.app.payload.findByID({ id: pending, collection: 'policy-versions' }),
    ).toMatchObject({ status: 'withdrawn', withdrawnAt: '2026-07-15T12:00:00.000Z' })
    expect(await active(slug)).toMatchObject([
      {
        message:
          'Privacy Policy will change on July 20, 2026. This takes the place of the change announced for July 20, 2026.',
        version: { label: '3' },
      },
    ])
    const { docs } = await stage.app.payload.find({
      collection: 'policy-events',
      sort: '-sequence',
      where: { policy: { equals: policy } },
    })
    expect(docs.slice(0, 2)).toMatchObject([
      { data: { label: '3', replaces: '2' }, type: 'published' },
      { data: { replacedBy: '3' }, type: 'withdrawn' },
    ])
  })

  it('has no reason for its materiality but its own', async () => {
    const { policy } = await stage.inForce()
    const pending = await stage.published({
      effectiveOn: '2026-07-20',
      materialChange: true,
      materialityReason: 'We keep data longer.',
      policy,
    })
    stage.at('2026-07-15T12:00:00Z')
    const start = async (body: object) => {
      const answer = await stage.app.rest('POST', `/policy-versions/${pending.id}/replace`, {
        as: stage.cast.editor.token,
        body,
      })
      return stage.app.payload.findByID({ id: answer.body.doc.id, collection: 'policy-versions' })
    }

    expect(await start({})).toMatchObject({ materialChange: true, materialityReason: null })
    expect(await start({ comment: 'A slip.' })).toMatchObject({ materialityReason: 'A slip.' })
  })

  it('is proposed for the day of the announced one where it names none', async () => {
    const { pending, policy } = await announced()
    expect(await stage.published({ ...inPlaceOf(pending), policy })).toMatchObject({
      effectiveAt: '2026-07-20T04:00:00.000Z',
    })
  })

  it('counts its notice anew where it differs materially', async () => {
    const { pending, policy } = await announced()
    expect(
      await stage.refused({ ...inPlaceOf(pending, true), effectiveOn: '2026-07-20', policy }),
    ).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      count: { lastDay: '2026-07-25', publishedOn: '2026-07-15' },
      decidedBy: { label: '1' },
      earliestEffectiveOn: '2026-07-26',
    })
    expect(
      await stage.published({ ...inPlaceOf(pending, true), effectiveOn: '2026-07-26', policy }),
    ).toMatchObject({ status: 'published' })
  })

  it('may come later than the announced one, and never earlier', async () => {
    const { pending, policy } = await announced()
    expect(
      await stage.refused({ ...inPlaceOf(pending), effectiveOn: '2026-07-18', policy }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-07-20' })
    expect(
      await stage.published({ ...inPlaceOf(pending), effectiveOn: '2026-08-20', policy }),
    ).toMatchObject({ effectiveAt: '2026-08-20T04:00:00.000Z' })
  })

  it('counts its notice anew where the announced one was not announced as material', async () => {
    const { policy } = await stage.inForce()
    const { id } = await stage.published({ effectiveOn: '2026-07-20', policy })
    stage.at('2026-07-15T12:00:00Z')
    expect(
      await stage.refused({ ...inPlaceOf(id), effectiveOn: '2026-07-20', policy }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-07-26' })
  })

  it('obeys what was promised for its own kind where the announced one was of another', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      other: { ...tenDays.other, period: { amount: 30, unit: 'calendar_days' } },
    })
    const { id } = await stage.published({
      effectiveOn: '2026-07-20',
      materialChange: true,
      policy,
    })
    stage.at('2026-07-15T12:00:00Z')

    expect(
      await stage.refused({
        ...inPlaceOf(id),
        effectiveOn: '2026-07-20',
        materialChange: false,
        policy,
      }),
    ).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      decidedBy: { label: '1', tier: 'other' },
      earliestEffectiveOn: '2026-08-01',
    })
  })

  it('says so where it promises something else', async () => {
    const { pending, policy } = await announced()
    expect(
      await stage.refused({
        ...inPlaceOf(pending),
        effectiveOn: '2026-07-20',
        noticeTerms: calendarDays(5),
        policy,
      }),
    ).toMatchObject({ code: 'MATERIALITY_REQUIRED', status: 400 })
  })

  it('replaces upcoming versions of the same policy only', async () => {
    const { pending, policy } = await announced()
    const { id: other } = await createPolicy(stage.app, { slug: `other-${pending}` })
    expect(
      await refusalOf(
        createDraft(stage.app, {
          by: stage.cast.editor,
          noticeTerms: tenDays,
          policy: other,
          replaces: { version: pending },
        }),
      ),
    ).toMatchObject({ code: 'INVALID_PARAMETER', status: 400 })

    stage.at('2026-07-21T12:00:00Z')
    expect(await stage.refused({ ...inPlaceOf(pending), policy })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    })
  })

  it('can be withdrawn, and corrected again', async () => {
    const { pending, policy } = await announced()
    const first = await stage.published({
      ...inPlaceOf(pending),
      effectiveOn: '2026-07-20',
      policy,
    })
    stage.at('2026-07-16T12:00:00Z')
    const second = await stage.published({
      ...inPlaceOf(first.id),
      effectiveOn: '2026-07-20',
      policy,
    })
    expect(await stage.withdraw(second.id)).toMatchObject({ status: 'withdrawn' })
  })

  it('is told apart in public: from when its notice counts, and whose place it took', async () => {
    const { pending, policy, slug } = await announced()
    await stage.published({ ...inPlaceOf(pending), effectiveOn: '2026-07-20', policy })
    expect((await stage.app.rest('GET', `/policies/${slug}/versions/3`)).body).toMatchObject({
      noticeFrom: '2026-07-01T12:00:00.000Z',
      publishedAt: '2026-07-15T12:00:00.000Z',
      replaces: '2',
    })
  })

  it('differs materially where nobody says that it does not', async () => {
    const { pending, policy } = await announced()
    expect(
      await stage.refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        policy,
        replaces: { version: pending },
      }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT' })
    expect(
      await refusalOf(
        createDraft(stage.app, {
          by: stage.cast.editor,
          policy,
          replaces: { materialDifference: 'no', version: pending },
        }),
      ),
    ).toMatchObject({ code: 'INVALID_PARAMETER' })
  })

  it('may be given up: null takes it out of a draft, and an exception and an import likewise', async () => {
    const { pending, policy } = await announced()
    const { id } = await createDraft(stage.app, {
      by: stage.cast.editor,
      exception: { explanation: 'Why.', reason: 'security' },
      policy,
      replaces: { materialDifference: false, version: pending },
    })
    const { body, status } = await stage.app.rest('PATCH', `/policy-versions/${id}`, {
      as: stage.cast.editor.token,
      body: { exception: null, imported: null, replaces: null },
    })
    expect([status, body.doc]).toMatchObject([
      200,
      { exception: { reason: null }, imported: { source: null }, replaces: { version: null } },
    ])
  })

  it('leaves the announced one as it was when it is refused', async () => {
    const { pending, policy, slug } = await announced()
    const before = await active(slug)
    await stage.refused({
      ...inPlaceOf(pending),
      effectiveOn: '2026-07-20',
      noticeChannels: ['pigeon'],
      policy,
    })

    expect(await active(slug)).toEqual(before)
    expect(
      await stage.app.payload.findByID({ id: pending, collection: 'policy-versions' }),
    ).toMatchObject({ status: 'published', withdrawnAt: null })
  })

  it('is refused where a version after it would then take terms back unmarked', async () => {
    const { policy } = await stage.inForce()
    const terms = { ...tenDays, exceptions: ['security'] }
    const second = await stage.published({
      effectiveOn: '2026-07-20',
      materialChange: true,
      noticeTerms: terms,
      policy,
    })
    await stage.published({ effectiveOn: '2026-08-01', noticeTerms: terms, policy })
    expect(
      await stage.refused({
        ...inPlaceOf(second.id),
        effectiveOn: '2026-09-01',
        noticeTerms: terms,
        policy,
      }),
    ).toMatchObject({
      code: 'BREAKS_PENDING',
      losesVersionBefore: '2',
      message: expect.stringMatching(
        /since version 2 before it is replaced.*Choose a date before it/,
      ) as unknown,
      pending: { label: '3' },
    })
  })

  it('withdraws the announcement in words where it is itself announced through other channels', async () => {
    const { policy, slug } = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, anyOf: ['homepage', 'letter'] } },
    })
    const { id } = await stage.published({
      effectiveOn: '2026-07-20',
      materialChange: true,
      policy,
    })
    stage.at('2026-07-15T12:00:00Z')
    const next = await stage.approved({
      ...inPlaceOf(id),
      effectiveOn: '2026-07-20',
      noticeChannels: ['letter'],
      policy,
    })
    await stage.publish(next, { attestations: [{ channel: 'letter', evidence: 'Receipt 7' }] })
    stage.at('2026-07-15T12:00:01Z')

    expect(await active(slug)).toMatchObject([{ phase: 'withdrawn', version: { label: '2' } }])
  })

  describe('and an editorial fix before it', () => {
    it('is published during the notice period, and both authors are told that the fix would be undone', async () => {
      const { pending, policy } = await announced()
      const { cast } = stage
      const fix = await stage.approved({ effectiveOn: '2026-07-15', policy })
      const window = async (id: number) =>
        (
          await stage.app.rest('GET', `/policy-versions/${id}/notice-window`, {
            as: cast.editor.token,
          })
        ).body

      expect((await window(fix)).warnings).toMatchObject([
        { blocks: false, code: 'UNDONE_BY_PENDING', pending: { label: '2' } },
      ])
      expect(await stage.publish(fix)).toMatchObject({ status: 'published' })
      expect((await window(pending)).warnings).toMatchObject([
        { blocks: false, code: 'UNDOES_LATER', later: { label: '3' } },
      ])
    })

    describe('that holds text of the announced version', () => {
      const started = async () => {
        const { pending, policy } = await announced({ title: 'What we keep. How long.' })
        const as = stage.cast.editor.token
        const { body } = await stage.app.rest('POST', `/policies/${policy}/new-version`, {
          as,
          body: { basedOn: pending },
        })
        const draft = `/policy-versions/${body.doc.id}`
        await stage.app.rest('PATCH', draft, { as, body: { effectiveOn: '2026-07-15' } })

        return {
          dayOf: async (date: string) =>
            (
              await stage.app.rest('GET', `${draft}/effective-days?month=${date.slice(0, 7)}`, {
                as,
              })
            ).body.days.find((day: { date: string }) => day.date === date),
          save: (data: object) => stage.app.rest('PATCH', draft, { as, body: data }),
          warnings: async () =>
            (await stage.app.rest('GET', `${draft}/notice-window`, { as })).body.warnings,
        }
      }
      const early = {
        blocks: false,
        code: 'ANTICIPATES_PENDING',
        message: expect.stringMatching(/holds text that version 2 brings, which is announced for/u),
        pending: { label: '2' },
      } as const

      it('is said to put it in force before its day', async () => {
        const { dayOf, warnings } = await started()

        expect(await warnings()).toMatchObject([early])
        expect(await dayOf('2026-07-15')).toMatchObject({ anticipates: ['2'], undoneBy: [] })
        expect(await dayOf('2026-07-31')).toMatchObject({ anticipates: [], undoneBy: [] })
      })

      it('and more is said to be undone by it, too', async () => {
        const { dayOf, save, warnings } = await started()
        await save({ title: 'What we keep. Where it lies.' })

        expect(await warnings()).toMatchObject([{ code: 'UNDONE_BY_PENDING' }, early])
        expect(await dayOf('2026-07-15')).toMatchObject({ anticipates: ['2'], undoneBy: ['2'] })
      })
    })
  })
})
