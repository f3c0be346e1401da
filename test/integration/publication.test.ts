import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { NoticeTerms } from '../../src/index.js'

import { type App, startApp } from '../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
  textOf,
} from '../helpers/cast.js'

const noChannels = { allOf: [], anyOf: [], optional: [], prohibited: [] }

/** Ten calendar days before a material change, nothing before any other. */
const tenDays: NoticeTerms = {
  consentByUse: 'none',
  dateLabel: 'updated',
  exceptions: [],
  material: {
    channels: noChannels,
    period: { amount: 10, unit: 'calendar_days' },
    relation: 'before',
  },
  other: { channels: noChannels, period: { amount: 0, unit: 'none' }, relation: 'at_or_before' },
}

describe('publishing', () => {
  let now: Date
  let app: App
  let cast: Cast
  let slugs = 0

  beforeAll(async () => {
    app = await startApp({ options: { clock: () => now } })
    cast = await createCast(app)
  })

  afterAll(() => app.stop())

  /** A policy whose first version is in force since 1 June 2026, in New York. */
  const inForce = async (noticeTerms: NoticeTerms = tenDays) => {
    now = new Date('2026-06-01T12:00:00Z')
    const slug = `policy-${++slugs}`
    const policy = (await createPolicy(app, { slug })).id
    const first = await publishVersion(app, cast, { noticeTerms, policy })
    now = new Date('2026-07-01T12:00:00Z')
    return { first, policy, slug }
  }
  const approved = async (data: Record<string, unknown> & { policy: number }) => {
    const { id } = await createDraft(app, { by: cast.editor, ...data })
    await approve(app, cast, id)
    return id
  }
  const publish = (id: number) => setStatus(app, { id, by: cast.publisher, status: 'published' })
  const withdraw = (id: number) => setStatus(app, { id, by: cast.publisher, status: 'withdrawn' })
  const refused = async (data: Record<string, unknown> & { policy: number }) =>
    refusalOf(publish(await approved(data)))
  const noticesOf = async (version: number) =>
    (
      await app.payload.find({
        collection: 'policy-notices',
        depth: 0,
        where: { version: { equals: version } },
      })
    ).docs

  it('puts a first version in force at once, without a notice, and seals it', async () => {
    const { first } = await inForce()

    expect(first).toMatchObject({
      effectiveAt: '2026-06-01T12:00:00.000Z',
      effectiveOn: null,
      publishedAt: '2026-06-01T12:00:00.000Z',
      publishedBy: { id: cast.publisher.id, name: 'paul', collection: 'users' },
    })
    expect(await noticesOf(first.id)).toEqual([])
    expect(first.snapshot).toMatchObject({
      content: { label: '1', noticeTerms: tenDays },
      count: { clauses: [], timeZone: 'America/New_York' },
      publication: { effectiveOn: '2026-06-01' },
    })
  })

  it('takes effect with an empty date on the earliest lawful day after every upcoming version', async () => {
    const { policy } = await inForce()
    const second = await publish(await approved({ materialChange: true, policy }))
    expect(second).toMatchObject({ effectiveAt: '2026-07-12T04:00:00.000Z', effectiveOn: null })

    const third = await publish(await approved({ materialChange: false, policy }))
    expect(third).toMatchObject({ effectiveAt: '2026-07-13T04:00:00.000Z' })
  })

  it('takes effect at the instant of publication on the same day, and at the first instant of a later one', async () => {
    const { policy } = await inForce()
    expect(await publish(await approved({ effectiveOn: '2026-07-01', policy }))).toMatchObject({
      effectiveAt: '2026-07-01T12:00:00.000Z',
    })
    expect(await publish(await approved({ effectiveOn: '2026-07-02', policy }))).toMatchObject({
      effectiveAt: '2026-07-02T04:00:00.000Z',
    })
  })

  it('refuses a date in the past and says which day is lawful', async () => {
    const { policy } = await inForce()
    expect(
      await refused({ effectiveOn: '2026-06-30', materialChange: true, policy }),
    ).toMatchObject({ code: 'EFFECTIVE_DATE_PAST', earliestEffectiveOn: '2026-07-12', status: 400 })
  })

  it('refuses a day too early by the clause of each governing version, and names it', async () => {
    const { policy } = await inForce()
    const thirty = {
      ...tenDays,
      material: { ...tenDays.material, period: { amount: 30, unit: 'calendar_days' as const } },
    }
    await publish(
      await approved({
        effectiveOn: '2026-07-12',
        materialChange: true,
        noticeTerms: thirty,
        policy,
      }),
    )

    // Before the second version, the first one's ten days govern; after it, its own thirty as well.
    expect(
      await refused({
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
      await publish(
        await approved({
          effectiveOn: '2026-08-01',
          materialChange: true,
          noticeTerms: thirty,
          policy,
        }),
      ),
    ).toMatchObject({ status: 'published' })
  })

  it('never measures a change by its own terms', async () => {
    const { policy } = await inForce()
    const none = { ...tenDays, material: tenDays.other }
    expect(
      await refused({ effectiveOn: '2026-07-02', materialChange: true, noticeTerms: none, policy }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT', decidedBy: { label: '1' } })
  })

  it('makes a change of the terms a material change', async () => {
    const { policy } = await inForce()
    const none = { ...tenDays, material: tenDays.other }
    expect(
      await refused({
        effectiveOn: '2026-09-01',
        materialChange: false,
        noticeTerms: none,
        policy,
      }),
    ).toMatchObject({ code: 'MATERIALITY_REQUIRED', status: 400 })
  })

  it('refuses the same instant where the terms say strictly before', async () => {
    const { policy } = await inForce({
      ...tenDays,
      material: { ...tenDays.other, relation: 'before' },
    })
    expect(
      await refused({ effectiveOn: '2026-07-01', materialChange: true, policy }),
    ).toMatchObject({ code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-07-02' })
  })

  it('refuses a date that is taken', async () => {
    const { policy } = await inForce()
    await publish(await approved({ effectiveOn: '2026-08-01', materialChange: true, policy }))
    expect(
      await refused({ effectiveOn: '2026-08-01', materialChange: true, policy }),
    ).toMatchObject({ code: 'EFFECTIVE_DATE_TAKEN', status: 409 })
  })

  it('refuses a version whose terms an announced later one would break', async () => {
    const { policy } = await inForce()
    await publish(await approved({ effectiveOn: '2026-08-01', materialChange: true, policy }))
    const sixty = {
      ...tenDays,
      material: { ...tenDays.material, period: { amount: 60, unit: 'calendar_days' as const } },
    }
    expect(
      await refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: sixty,
        policy,
      }),
    ).toMatchObject({ code: 'BREAKS_PENDING', pending: { label: '2' }, status: 409 })
  })

  it('refuses a version whose terms an announced later one would take back unmarked', async () => {
    const { policy } = await inForce()
    await publish(await approved({ effectiveOn: '2026-08-01', materialChange: false, policy }))
    const sixty = {
      ...tenDays,
      material: { ...tenDays.material, period: { amount: 60, unit: 'calendar_days' as const } },
    }
    expect(
      await refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: sixty,
        policy,
      }),
    ).toMatchObject({ code: 'BREAKS_PENDING', pending: { label: '2' } })
  })

  it('refuses a version whose terms ask for a notice that an announced later one did not have', async () => {
    const { policy } = await inForce()
    const announced = {
      ...tenDays,
      other: { ...tenDays.other, channels: { ...noChannels, allOf: ['homepage'] } },
    }
    await publish(
      await approved({
        effectiveOn: '2026-08-01',
        materialChange: true,
        noticeTerms: announced,
        policy,
      }),
    )
    await publish(
      await approved({
        effectiveOn: '2026-08-02',
        noticeChannels: ['homepage'],
        noticeTerms: announced,
        policy,
      }),
    )
    const letters = {
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, allOf: ['letter'] } },
    }
    expect(
      await refused({
        effectiveOn: '2026-07-20',
        materialChange: true,
        noticeTerms: letters,
        policy,
      }),
    ).toMatchObject({ code: 'BREAKS_PENDING', pending: { label: '2' } })
  })

  it.each([
    ['CHANNEL_UNKNOWN', { ...noChannels, optional: ['pigeon'] }, ['pigeon']],
    ['CHANNEL_PROHIBITED', { ...noChannels, prohibited: ['homepage'] }, ['homepage']],
    ['CHANNEL_PROHIBITED', { ...noChannels, prohibited: ['*'] }, ['homepage']],
    ['CHANNEL_MISSING', { ...noChannels, allOf: ['letter'], optional: ['homepage'] }, ['homepage']],
    ['CHANNEL_MISSING', { ...noChannels, anyOf: ['letter', 'e-mail'] }, ['homepage']],
    ['CHANNEL_MISSING', { ...noChannels, anyOf: ['letter', 'e-mail'] }, []],
  ])('answers %s for channels %j and %j', async (code, channels, noticeChannels) => {
    const { policy } = await inForce({ ...tenDays, material: { ...tenDays.material, channels } })
    expect(await refused({ materialChange: true, noticeChannels, policy })).toMatchObject({
      code,
      status: 400,
    })
  })

  it('announces a material change on the homepage of itself, any other only where that was promised', async () => {
    const { policy } = await inForce()
    const material = await publish(await approved({ materialChange: true, policy }))
    const other = await publish(await approved({ materialChange: false, policy }))

    expect(await noticesOf(Number(material.id))).toMatchObject([{ channel: 'homepage' }])
    expect(await noticesOf(Number(other.id))).toEqual([])
  })

  it('announces nothing where the homepage is prohibited', async () => {
    const { policy } = await inForce({
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, prohibited: ['*'] } },
    })
    const { id } = await publish(await approved({ materialChange: true, policy }))
    expect(await noticesOf(Number(id))).toEqual([])
  })

  it('refuses to count days that a calendar does not cover, but only where they have to be counted', async () => {
    const far = {
      ...tenDays,
      calendar: 'us-federal',
      material: { ...tenDays.material, period: { amount: 3_660, unit: 'business_days' as const } },
    }
    const { policy } = await inForce(far)
    now = new Date('2098-01-04T12:00:00Z')
    expect(
      await refused({ effectiveOn: '2110-01-01', materialChange: true, policy }),
    ).toMatchObject({
      code: 'CALENDAR_NOT_COVERED',
      status: 400,
    })
    expect(
      await publish(await approved({ effectiveOn: '2110-01-01', materialChange: false, policy })),
    ).toMatchObject({ status: 'published' })
  })

  it('withdraws the latest first, and posts a notice in the place of the announcement', async () => {
    const { first, policy, slug } = await inForce()
    const second = Number((await publish(await approved({ materialChange: true, policy }))).id)
    const third = Number((await publish(await approved({ materialChange: true, policy }))).id)

    expect(await refusalOf(withdraw(second))).toMatchObject({
      code: 'LATER_VERSION_PENDING',
      pending: { label: '3' },
      status: 409,
    })
    now = new Date('2026-07-02T12:00:00Z')
    expect(await withdraw(third)).toMatchObject({
      status: 'withdrawn',
      withdrawnAt: '2026-07-02T12:00:00.000Z',
    })
    expect(await withdraw(second)).toMatchObject({ status: 'withdrawn' })
    expect(await refusalOf(withdraw(first.id))).toMatchObject({ code: 'ILLEGAL_TRANSITION' })

    const active = async (at: string) =>
      (await app.rest('GET', `/policy-notices/active?at=${at}`)).body.notices.filter(
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
      (await app.rest('GET', `/policies/${slug}/current?at=2026-07-02T11:59:59Z`)).body,
    ).toMatchObject({
      label: '1',
      upcoming: [{ label: '2', state: 'upcoming', withdrawnAt: null }, {}],
    })
    expect((await app.rest('GET', `/policies/${slug}/current?at=2026-09-01`)).body).toMatchObject({
      label: '1',
      upcoming: [],
    })
  })

  it('leaves nothing behind when something fails in the middle of it', async () => {
    const { policy } = await inForce()
    const id = await approved({ materialChange: true, policy })
    const { db } = app.payload
    const create = db.create.bind(db)
    db.create = (args) =>
      args.collection === 'policy-events' ? Promise.reject(new Error('disk full')) : create(args)
    const outcome = await refusalOf(publish(id))
    db.create = create

    expect(outcome).toMatchObject({ message: 'disk full' })
    expect(await app.payload.findByID({ id, collection: 'policy-versions' })).toMatchObject({
      publishedAt: null,
      snapshot: null,
      status: 'approved',
    })
    expect(await noticesOf(id)).toEqual([])
    expect(await publish(id)).toMatchObject({ status: 'published' })
  })

  it('refuses to write outside of a transaction', async () => {
    const { policy } = await inForce()
    const id = await approved({ policy })
    expect(
      await refusalOf(
        app.payload.update({
          id,
          collection: 'policy-versions',
          data: { status: 'published' },
          disableTransaction: true,
          user: cast.publisher.user,
        }),
      ),
    ).toMatchObject({ code: 'TRANSACTION_REQUIRED', status: 503 })
  })

  it('answers a dry run for any day and from any instant, with the count and the deadline', async () => {
    const { policy } = await inForce({
      ...tenDays,
      calendar: 'us-federal',
      material: { ...tenDays.material, period: { amount: 5, unit: 'business_days' } },
    })
    const id = await approved({ materialChange: true, policy })
    const window = async (query: string) =>
      (
        await app.rest('GET', `/policy-versions/${id}/notice-window${query}`, {
          as: cast.publisher.token,
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
    expect((await app.rest('GET', `/policy-versions/${id}/notice-window`)).status).toBe(403)
    expect((await window('?effectiveOn=soon')).errors[0]).toMatchObject({
      data: { code: 'INVALID_PARAMETER' },
    })
  })

  it('keeps the words of a version when its policy is renamed afterwards', async () => {
    const { policy, slug } = await inForce()
    await app.payload.update({
      id: policy,
      collection: 'policies',
      data: { kind: 'terms', title: 'Renamed' },
    })
    const { body } = await app.rest('GET', `/policies/${slug}/current`)
    expect(body.policy).toMatchObject({ kind: 'privacy', title: 'Privacy Policy' })
  })

  it('keeps the address and the zone of a policy once a version is published', async () => {
    const { policy } = await inForce()
    for (const data of [{ slug: 'elsewhere' }, { timeZone: 'Europe/Berlin' }]) {
      expect(
        await refusalOf(app.payload.update({ id: policy, collection: 'policies', data })),
      ).toMatchObject({
        code: 'SEALED',
      })
    }
    expect(
      await refusalOf(app.payload.delete({ id: policy, collection: 'policies' })),
    ).toMatchObject({
      code: 'SEALED',
    })
  })

  it('copies the terms of the version in force into a draft that states none', async () => {
    const { policy } = await inForce()
    const draft = await createDraft(app, { by: cast.editor, body: textOf('New.'), policy })
    expect(draft.noticeTerms).toEqual(tenDays)
  })
})
