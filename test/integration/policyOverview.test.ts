import { beforeAll, describe, expect, it, vi } from 'vitest'

import type { PolicyOverview } from '../../src/operations/policyOverview.js'

import { createDraft, createPolicy, setStatus } from '../helpers/cast.js'
import { calendarDays, createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

describe('the overview of a policy', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage({
      policyUrl: ({ policy, version }) => `https://cider.example/${policy.slug}/${version.label}`,
    })

    return () => stage.stop()
  })

  const overviewOf = async (slug: string, as = stage.cast.editor.token) => {
    const { body, status } = await stage.app.rest('GET', `/policies/${slug}/overview`, { as })
    expect(status).toBe(200)
    return body as PolicyOverview
  }
  const courseOf = async (slug: string, label: string) => {
    const { versions } = await overviewOf(slug)
    return versions.find((version) => version.label === label)
  }
  const onHomepage = {
    ...tenDays,
    material: { ...tenDays.material, channels: { ...noChannels, allOf: ['homepage'] } },
  }

  it('of one without versions says where it will be read, and nothing else', async () => {
    const { slug } = await createPolicy(stage.app, { slug: 'empty' })

    expect(await overviewOf(slug)).toMatchObject({
      addresses: { api: '/api/policies/empty/current', site: null },
      governing: [],
      report: { versions: [] },
      versions: [],
    })
  })

  it('is read without the texts that were sealed', async () => {
    const { slug } = await stage.inForce(onHomepage)
    const finding = vi.spyOn(stage.app.payload.db, 'find')
    const { report } = await overviewOf(slug)
    const read = finding.mock.calls.map(([{ collection, select }]) => ({ collection, select }))
    finding.mockRestore()

    expect(report.versions).toMatchObject([{ verdict: 'nothing_promised' }])
    expect(read.length).toBeGreaterThan(0)
    for (const { collection, select } of read) {
      if (collection === 'policy-versions') {
        expect(select).toBeDefined()
        expect(select).not.toHaveProperty('snapshot')
      }
    }
  })

  it('tells when each version was published, announced and in force, the newest first', async () => {
    const { first, policy, slug } = await stage.inForce(onHomepage)
    const second = await stage.published({
      effectiveOn: '2026-07-20',
      materialChange: true,
      policy,
    })

    expect(await overviewOf(slug)).toMatchObject({
      addresses: { site: `https://cider.example/${slug}/1` },
      at: '2026-07-01T12:00:00.001Z',
      governing: [{ label: '1', since: null }],
      versions: [
        {
          channels: ['homepage'],
          earliestEffectiveAt: '2026-07-12T04:00:00.000Z',
          effectiveAt: '2026-07-20T04:00:00.000Z',
          id: second.id,
          noticeFrom: '2026-07-01T12:00:00.000Z',
          noticeShown: { from: '2026-07-01T12:00:00.000Z', until: '2026-08-19T04:00:00.000Z' },
          publishedAt: '2026-07-01T12:00:00.000Z',
          state: 'upcoming',
          supersededAt: null,
        },
        {
          earliestEffectiveAt: null,
          id: first.id,
          noticeShown: null,
          state: 'in_force',
          supersededAt: '2026-07-20T04:00:00.000Z',
        },
      ],
    })
  })

  it('tells the way of a draft to its publication, when it may take effect and until when to publish it', async () => {
    const { policy, slug } = await stage.inForce()
    const { app, cast } = stage
    const { id } = await createDraft(app, {
      by: cast.editor,
      effectiveOn: '2026-07-31',
      materialChange: true,
      policy,
    })
    for (const [at, by, status] of [
      ['2026-07-02T12:00:00Z', cast.editor, 'in_review'],
      ['2026-07-03T12:00:00Z', cast.reviewer, 'changes_requested'],
    ] as const) {
      stage.at(at)
      await setStatus(app, { id, by, status })
    }
    stage.at('2026-07-04T12:00:00Z')
    await app.payload.update({
      id,
      collection: 'policy-versions',
      data: { changeSummary: 'Shorter.' },
      user: cast.editor.user,
    })
    stage.at('2026-07-05T12:00:00Z')

    expect(await courseOf(slug, '2')).toMatchObject({
      deadline: '2026-07-21T04:00:00.000Z',
      earliestEffectiveAt: '2026-07-16T04:00:00.000Z',
      effectiveAt: '2026-07-31T04:00:00.000Z',
      isTooEarly: false,
      noticeFrom: '2026-07-05T12:00:00.000Z',
      publishedAt: null,
      stages: [
        { from: '2026-07-02T12:00:00.000Z', status: 'in_review', to: '2026-07-03T12:00:00.000Z' },
        {
          from: '2026-07-03T12:00:00.000Z',
          status: 'changes_requested',
          to: '2026-07-04T12:00:00.000Z',
        },
        { from: '2026-07-04T12:00:00.000Z', status: 'draft', to: null },
      ],
      state: null,
      status: 'draft',
    })

    stage.at('2026-07-22T12:00:00Z')
    expect(await courseOf(slug, '2')).toMatchObject({ deadline: null, isTooEarly: true })
  })

  it('tells once that a version is in review, however many approvals it takes', async () => {
    const { policy, slug } = await stage.inForce()
    const { app, cast } = stage
    const { id } = await createDraft(app, {
      by: cast.editor,
      effectiveOn: '2026-07-08',
      exception: { explanation: 'A court ordered it.', reason: 'legal_obligation' },
      materialChange: true,
      policy,
    })
    stage.at('2026-07-02T12:00:00Z')
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })
    for (const [at, exception] of [
      ['2026-07-03T12:00:00Z', false],
      ['2026-07-04T12:00:00Z', true],
    ] as const) {
      stage.at(at)
      await app.rest('POST', `/policy-versions/${id}/approve`, {
        as: cast.reviewer.token,
        body: { exception },
      })
    }

    expect((await courseOf(slug, '2'))?.stages.slice(-2)).toEqual([
      { from: '2026-07-02T12:00:00.000Z', status: 'in_review', to: '2026-07-04T12:00:00.000Z' },
      { from: '2026-07-04T12:00:00.000Z', status: 'approved', to: null },
    ])
  })

  it('marks what was withdrawn, and when its notice went', async () => {
    const { policy, slug } = await stage.inForce(onHomepage)
    const { id } = await stage.published({ materialChange: true, policy })
    stage.at('2026-07-05T12:00:00Z')
    await stage.withdraw(id)

    expect(await courseOf(slug, '2')).toMatchObject({
      effectiveAt: '2026-07-12T04:00:00.000Z',
      // The notice of the withdrawal takes the first one's place.
      noticeShown: { from: '2026-07-01T12:00:00.000Z', until: '2026-08-11T04:00:00.000Z' },
      state: 'withdrawn',
      withdrawnAt: '2026-07-05T12:00:00.000Z',
    })
  })

  it('says from when on other promises govern', async () => {
    const { policy, slug } = await stage.inForce()
    await stage.published({ effectiveOn: '2026-07-20', materialChange: true, policy })
    await stage.published({
      effectiveOn: '2026-08-20',
      materialChange: true,
      noticeTerms: calendarDays(20),
      policy,
    })

    expect((await overviewOf(slug)).governing).toMatchObject([
      { label: '1', noticeTerms: tenDays, since: null },
      { label: '3', noticeTerms: calendarDays(20), since: '2026-08-20T04:00:00.000Z' },
    ])
  })

  it('says of an import what is known of it, and what is not', async () => {
    const { slug, id: policy } = await createPolicy(stage.app, { slug: 'old' })
    const { app, cast } = stage
    for (const imported of [
      { sequence: 1, source: 'An archive' },
      { effectiveOn: '2019-05-01', publishedOn: '2019-04-25', sequence: 2, source: 'An archive' },
    ]) {
      const { id } = await createDraft(app, {
        by: cast.admin,
        imported,
        noticeTerms: tenDays,
        policy,
      })
      await setStatus(app, { id, by: cast.admin, status: 'in_review' })
      await setStatus(app, { id, by: cast.reviewer, status: 'approved' })
      await setStatus(app, { id, by: cast.admin, status: 'published' })
    }

    expect((await overviewOf(slug)).versions).toMatchObject([
      {
        effectiveAt: '2019-05-01T04:00:00.000Z',
        isImported: true,
        label: '2',
        publishedAt: '2019-04-25T04:00:00.000Z',
        stages: [],
        state: 'in_force',
      },
      {
        effectiveAt: null,
        label: '1',
        publishedAt: null,
        state: 'superseded',
        supersededAt: '2019-05-01T04:00:00.000Z',
      },
    ])
  })

  it('does not know when an import was superseded by one that nobody knows the date of', async () => {
    const { slug, id: policy } = await createPolicy(stage.app, { slug: 'older' })
    const { app, cast } = stage
    const ids: number[] = []
    for (const imported of [
      { effectiveOn: '2018-05-25', sequence: 1, source: 'An archive' },
      { sequence: 2, source: 'An archive' },
      { effectiveOn: '2020-09-19', sequence: 3, source: 'An archive' },
    ]) {
      const { id } = await createDraft(app, {
        by: cast.admin,
        imported,
        noticeTerms: tenDays,
        policy,
      })
      ids.push(id)
      await setStatus(app, { id, by: cast.admin, status: 'in_review' })
      await setStatus(app, { id, by: cast.reviewer, status: 'approved' })
      await setStatus(app, { id, by: cast.admin, status: 'published' })
    }

    expect((await overviewOf(slug)).versions).toMatchObject([
      { label: '3', supersededAt: null },
      { label: '2', supersededAt: '2020-09-19T04:00:00.000Z' },
      { label: '1', supersededAt: null },
    ])
    const { body } = await app.rest('GET', `/policy-versions/${ids[0]}/notice-window`, {
      as: cast.editor.token,
    })
    expect(body).toMatchObject({ state: 'superseded', supersededAt: null, supersededBy: '2' })
  })

  it('is not there for strangers, nor for a policy that is not', async () => {
    const { slug } = await stage.inForce()

    expect((await stage.app.rest('GET', `/policies/${slug}/overview`)).status).toBe(403)
    expect(
      await stage.app.rest('GET', '/policies/nothing/overview', { as: stage.cast.editor.token }),
    ).toMatchObject({ body: { errors: [{ data: { code: 'NOT_FOUND' } }] }, status: 404 })
  })
})
