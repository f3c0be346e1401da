import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDraft, createPolicy, refusalOf } from '../helpers/cast.js'
import { calendarDays, createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

describe('several pending versions', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  it('refuses a version whose terms an announced later one would break', async () => {
    const { policy } = await stage.inForce()
    await stage.published({ effectiveOn: '2026-08-01', materialChange: true, policy })
    const sixty = calendarDays(60)
    expect(
      await stage.refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: sixty,
        policy,
      }),
    ).toMatchObject({ code: 'BREAKS_PENDING', pending: { label: '2' }, status: 409 })
  })

  it('refuses a version whose terms an announced later one would take back unmarked', async () => {
    const { policy } = await stage.inForce()
    await stage.published({ effectiveOn: '2026-08-01', materialChange: false, policy })
    const sixty = calendarDays(60)
    expect(
      await stage.refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: sixty,
        policy,
      }),
    ).toMatchObject({ code: 'BREAKS_PENDING', pending: { label: '2' } })
  })

  it('refuses a version whose terms ask for a notice that an announced later one did not have', async () => {
    const { policy } = await stage.inForce()
    const announced = {
      ...tenDays,
      other: { ...tenDays.other, channels: { ...noChannels, allOf: ['homepage'] } },
    }
    await stage.published({
      effectiveOn: '2026-08-01',
      materialChange: true,
      noticeTerms: announced,
      policy,
    })
    await stage.published({
      effectiveOn: '2026-08-02',
      noticeChannels: ['homepage'],
      noticeTerms: announced,
      policy,
    })
    const letters = {
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, allOf: ['letter'] } },
    }
    expect(
      await stage.refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: letters,
        policy,
      }),
    ).toMatchObject({ code: 'BREAKS_PENDING', pending: { label: '2' } })
  })

  it('tells versions of the same day in the order of their publication, wherever it lists them', async () => {
    const { policy, slug } = await stage.inForce()
    for (const at of ['2026-07-01T12:00:00Z', '2026-07-01T13:00:00Z', '2026-07-01T14:00:00Z']) {
      stage.at(at)
      await stage.withdraw(
        (await stage.published({ effectiveOn: '2026-07-20', materialChange: true, policy })).id,
      )
    }
    const labels = async (path: string, as?: string) =>
      (await stage.app.rest('GET', `/policies/${slug}/${path}`, { as })).body.versions.map(
        ({ label }: { label: string }) => label,
      )

    expect(await labels('versions')).toEqual(['4', '3', '2', '1'])
    expect(await labels('overview', stage.cast.editor.token)).toEqual(['4', '3', '2', '1'])
  })

  it('withdraws the latest first, and posts a notice in the place of the announcement', async () => {
    const { first, policy, slug } = await stage.inForce()
    const second = (await stage.published({ materialChange: true, policy })).id
    const third = (await stage.published({ materialChange: true, policy })).id

    const offered = async (version: number) =>
      (
        await stage.app.rest('GET', `/policy-versions/${version}/notice-window`, {
          as: stage.cast.publisher.token,
        })
      ).body
    expect(await offered(second)).toMatchObject({ actions: [], followedBy: { label: '3' } })
    expect(await offered(third)).toMatchObject({ actions: ['withdraw'], followedBy: null })

    expect(await refusalOf(stage.withdraw(second))).toMatchObject({
      code: 'LATER_VERSION_PENDING',
      pending: { label: '3' },
      status: 409,
    })
    stage.at('2026-07-02T12:00:00Z')
    expect(await stage.withdraw(third)).toMatchObject({
      status: 'withdrawn',
      withdrawnAt: '2026-07-02T12:00:00.000Z',
    })
    expect(await stage.withdraw(second)).toMatchObject({ status: 'withdrawn' })
    expect(await refusalOf(stage.withdraw(first.id))).toMatchObject({ code: 'ILLEGAL_TRANSITION' })

    const active = async (at: string) =>
      (await stage.app.rest('GET', `/policy-notices/active?at=${at}`)).body.notices.filter(
        ({ policy: { slug: of } }: { policy: { slug: string } }) => of === slug,
      )
    expect(await active('2026-07-02T11:59:59Z')).toMatchObject([
      { phase: 'before', version: { label: '2', state: 'upcoming' } },
      { phase: 'before', version: { label: '3', state: 'upcoming' } },
    ])
    expect(await active('2026-07-02T12:00:00Z')).toMatchObject([
      {
        message: 'The change of Privacy Policy announced for July 12, 2026 has been withdrawn.',
        phase: 'withdrawn',
        version: { label: '2', state: 'withdrawn' },
      },
      { phase: 'withdrawn', version: { label: '3' } },
    ])
    expect(
      (await stage.app.rest('GET', `/policies/${slug}/current?at=2026-07-02T11:59:59Z`)).body,
    ).toMatchObject({
      label: '1',
      upcoming: [{ label: '2', state: 'upcoming', withdrawnAt: null }, {}],
    })
    expect(
      (await stage.app.rest('GET', `/policies/${slug}/current?at=2026-09-01`)).body,
    ).toMatchObject({
      label: '1',
      upcoming: [],
    })
  })

  it('lend their terms only to what comes after them', async () => {
    const { policy } = await stage.inForce()
    await stage.published({
      effectiveOn: '2026-08-20',
      materialChange: true,
      noticeTerms: calendarDays(1),
      policy,
    })
    const { cast, app } = stage
    const before = await createDraft(app, { by: cast.editor, effectiveOn: '2026-07-12', policy })
    const after = await createDraft(app, { by: cast.editor, policy })

    expect(before.noticeTerms).toEqual(tenDays)
    expect(after.noticeTerms).toEqual(calendarDays(1))
  })

  it('of which the first was never announced cannot become a change without a notice', async () => {
    const { id: policy } = await createPolicy(stage.app, { slug: 'first-to-come' })
    stage.at('2026-07-01T12:00:00Z')
    await stage.published({
      effectiveOn: '2026-08-01',
      materialChange: true,
      noticeTerms: tenDays,
      policy,
    })
    expect(
      await stage.refused({ effectiveOn: '2026-07-01', noticeTerms: tenDays, policy }),
    ).toMatchObject({ code: 'BREAKS_PENDING' })
  })
})
