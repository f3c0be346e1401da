import { createLocalReq, type TypedUser } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { contextOf } from '../../src/operations/contextOf.js'
import { loadDashboard, type PolicyDashboard } from '../../src/operations/dashboard.js'
import { createDraft, createMember, createPolicy, setStatus } from '../helpers/cast.js'
import { createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

describe('the dashboard', () => {
  let stage: Stage
  let policy: number
  let approved: number
  let inReview: number
  let sentBack: number

  const seenBy = async (user: TypedUser | undefined): Promise<null | PolicyDashboard> => {
    const { payload } = stage.app
    const req = await createLocalReq({ user }, payload)

    return loadDashboard({ context: contextOf(payload), req })
  }
  const waitingFor = async (name: keyof Stage['cast']) =>
    (await seenBy(stage.cast[name].user))?.waiting.map(({ step, version: { id } }) => [step, id])

  beforeAll(async () => {
    stage = await createStage({
      calendars: [
        {
          id: 'acme',
          coverage: { from: '2020-01-01', to: '2027-06-30' },
          holidays: [],
          version: '1',
          weekends: [{ days: [6, 7], from: '2020-01-01' }],
        },
        {
          id: 'old',
          coverage: { from: '2020-01-01', to: '2025-12-31' },
          holidays: [],
          version: '1',
          weekends: [{ days: [6, 7], from: '2020-01-01' }],
        },
      ],
    })
    const { app, cast } = stage
    const material = { ...tenDays.material, channels: { ...noChannels, allOf: ['homepage'] } }
    policy = (await stage.inForce({ ...tenDays, material })).policy

    approved = await stage.approved({ effectiveOn: '2026-07-20', materialChange: true, policy })
    inReview = (await createDraft(app, { by: cast.editor, policy })).id
    await setStatus(app, { id: inReview, by: cast.editor, status: 'in_review' })
    sentBack = (await createDraft(app, { by: cast.editor, policy })).id
    await setStatus(app, { id: sentBack, by: cast.editor, status: 'in_review' })
    await setStatus(app, {
      id: sentBack,
      by: cast.reviewer,
      comment: 'Too long.',
      status: 'changes_requested',
    })

    return () => stage.stop()
  })

  it('tells a reviewer what to review, and an editor what came back', async () => {
    expect(await waitingFor('reviewer')).toEqual([['approve', inReview]])
    expect(await waitingFor('editor')).toEqual([['edit', sentBack]])
  })

  it('tells a publisher what to publish and until when, and an admin all of what an admin may do', async () => {
    const [task] = (await seenBy(stage.cast.publisher.user))?.waiting ?? []
    // Ten days before 20 July end on the 19th: the ninth is the last day to publish it.
    expect(task).toMatchObject({
      deadline: '2026-07-10T04:00:00.000Z',
      earliestEffectiveAt: null,
      policy: { id: policy, timeZone: 'America/New_York', title: 'Privacy Policy' },
      step: 'publish',
      version: { id: approved, label: '2' },
    })
    expect(await waitingFor('admin')).toEqual([
      ['publish', approved],
      ['approve', inReview],
    ])
  })

  it('tells the first lawful day of what was meant for too early a day', async () => {
    stage.at('2026-07-15T12:00:00Z')
    const [task] = (await seenBy(stage.cast.publisher.user))?.waiting ?? []
    stage.at('2026-07-01T12:00:00Z')

    expect(task).toMatchObject({
      deadline: null,
      earliestEffectiveAt: '2026-07-26T04:00:00.000Z',
    })
  })

  it('asks nobody to review their own work, nor the same text twice, but for its exception', async () => {
    const { app, cast } = stage
    const own = await createDraft(app, {
      by: cast.admin,
      exception: { explanation: 'A court said so.', reason: 'legal_obligation' },
      policy,
    })
    expect(await waitingFor('admin')).toContainEqual(['submit', own.id])
    expect(await waitingFor('editor')).not.toContainEqual(['submit', own.id])

    await setStatus(app, { id: own.id, by: cast.admin, status: 'in_review' })
    expect(await waitingFor('admin')).not.toContainEqual(['approve', own.id])
    expect(await waitingFor('reviewer')).toContainEqual(['approve-both', own.id])

    await setStatus(app, { id: own.id, by: cast.reviewer, status: 'approved' })
    expect(await waitingFor('reviewer')).toContainEqual(['approve-exception', own.id])
  })

  it('shows everybody what takes effect soon, the notices that are live, and the calendars that end', async () => {
    const other = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, allOf: ['homepage'] } },
    })
    const soon = await stage.published({
      effectiveOn: '2026-07-30',
      materialChange: true,
      policy: other.policy,
    })
    const late = await stage.published({
      effectiveOn: '2026-12-01',
      materialChange: true,
      policy: other.policy,
    })

    // Two publications are never at one instant, so the second was a little later than the clock said.
    stage.at('2026-07-01T13:00:00Z')

    for (const name of ['editor', 'publisher'] as const) {
      const seen = await seenBy(stage.cast[name].user)
      expect(seen).toMatchObject({
        at: '2026-07-01T13:00:00.000Z',
        calendars: [
          { id: 'old', isOver: true, to: '2025-12-31' },
          { id: 'acme', isOver: false, to: '2027-06-30' },
        ],
        findings: null,
        soon: [
          {
            effectiveAt: '2026-07-30T04:00:00.000Z',
            materialChange: true,
            policy: { slug: other.slug },
            version: { id: soon.id, label: '2' },
          },
        ],
      })
      expect(
        seen?.notices.map(({ phase, version, visibleUntil }) => [phase, version.id, visibleUntil]),
      ).toEqual([
        ['before', soon.id, '2026-08-29T04:00:00.000Z'],
        ['before', late.id, '2026-12-31T05:00:00.000Z'],
      ])
    }

    await stage.withdraw(late.id)
    stage.at('2026-07-01T14:00:00Z')
    const seen = await seenBy(stage.cast.editor.user)
    expect(seen?.notices.map(({ phase, version: { id } }) => [phase, id])).toContainEqual([
      'withdrawn',
      late.id,
    ])
  })

  it('shows an admin what the doctor finds at a glance, and nobody else', async () => {
    expect((await seenBy(stage.cast.admin.user))?.findings).toMatchObject([{ check: 'clock' }])
    expect((await seenBy(stage.cast.reviewer.user))?.findings).toBeNull()
  })

  it('shows nothing to those without a role, and to strangers', async () => {
    const guest = await createMember(stage.app, { email: 'guest@example.com', roles: [] })

    expect(await seenBy(guest.user)).toBeNull()
    expect(await seenBy(undefined)).toBeNull()
  })

  it('of an app without policies is empty', async () => {
    const empty = await createStage()
    const { payload } = empty.app
    const { user } = await createMember(empty.app, { email: 'eve@example.com', roles: ['editor'] })
    const req = await createLocalReq({ user }, payload)

    expect(await loadDashboard({ context: contextOf(payload), req })).toEqual({
      at: '2026-06-01T12:00:00.000Z',
      calendars: [],
      findings: null,
      notices: [],
      soon: [],
      waiting: [],
    })
    await createPolicy(empty.app)
    await empty.stop()
  })
})
