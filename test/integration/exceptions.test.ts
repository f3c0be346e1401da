import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDraft, refusalOf, setStatus } from '../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('an exception to the notice period', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  const security = { explanation: 'A flaw has to be told at once.', reason: 'security' }
  const allowing = { ...tenDays, exceptions: ['security'] }
  const submitted = async (data: Record<string, unknown> & { policy: number }) => {
    const { id } = await createDraft(stage.app, {
      by: stage.cast.editor,
      effectiveOn: '2026-07-02',
      materialChange: true,
      ...data,
    })
    await setStatus(stage.app, { id, by: stage.cast.editor, status: 'in_review' })
    return id
  }
  const approve = (id: number, body: object = {}) =>
    stage.app.rest('POST', `/policy-versions/${id}/approve`, {
      as: stage.cast.reviewer.token,
      body,
    })
  const statusOf = async (id: number) =>
    (await stage.app.payload.findByID({ id, collection: 'policy-versions' })).status

  it('takes an approval of its own, and shows in the record and in the notice', async () => {
    const { policy, slug } = await stage.inForce(allowing)
    const id = await submitted({ exception: security, policy })

    await approve(id)
    expect(await statusOf(id)).toBe('in_review')
    expect((await approve(id)).body.errors[0].data.code).toBe('ILLEGAL_TRANSITION')
    await approve(id, { exception: true })
    expect(await statusOf(id)).toBe('approved')
    expect(
      (
        await stage.app.payload.find({
          collection: 'policy-reviews',
          sort: 'id',
          where: { version: { equals: id } },
        })
      ).docs,
    ).toMatchObject([{ scope: 'text' }, { scope: 'exception' }])

    expect(await stage.publish(id)).toMatchObject({ effectiveAt: '2026-07-02T04:00:00.000Z' })
    const { body } = await stage.app.rest('GET', `/policies/${slug}/versions/2`)
    expect(body.exception).toEqual({ ...security, providedFor: true })
    expect(await stage.noticesOf(id)).toMatchObject([
      {
        message: {
          en: {
            before:
              'Privacy Policy will change on July 2, 2026. The notice period was shortened: A flaw has to be told at once.',
          },
        },
      },
    ])
  })

  it('is not published on the approval of the text alone', async () => {
    const { policy } = await stage.inForce(allowing)
    const id = await submitted({ exception: security, policy })
    await approve(id)
    expect(await refusalOf(stage.publish(id))).toMatchObject({ code: 'ILLEGAL_TRANSITION' })
  })

  it('needs a reason that every promise which it breaks allows', async () => {
    const { policy } = await stage.inForce()
    expect(
      await stage.refused({
        effectiveOn: '2026-07-02',
        exception: security,
        materialChange: true,
        policy,
      }),
    ).toMatchObject({
      allowed: ['legal_obligation'],
      code: 'EXCEPTION_NOT_ALLOWED',
      decidedBy: 'version 1',
      status: 400,
    })
  })

  it('is always there for a legal obligation, and says that the policy did not provide for it', async () => {
    const { policy, slug } = await stage.inForce()
    const exception = { explanation: 'A court ordered it.', reason: 'legal_obligation' }
    const { id } = await stage.published({
      effectiveOn: '2026-07-02',
      exception,
      materialChange: true,
      policy,
    })
    const { body } = await stage.app.rest('GET', `/policies/${slug}/versions/2`)

    expect(body.exception).toEqual({ ...exception, providedFor: false })
    expect(await stage.noticesOf(id)).toMatchObject([
      { message: { en: { before: expect.stringMatching(/did not provide for/) as string } } },
    ])
  })

  it('needs an explanation', async () => {
    const { policy } = await stage.inForce(allowing)
    expect(
      await stage.refused({
        effectiveOn: '2026-07-02',
        exception: { reason: 'security' },
        materialChange: true,
        policy,
      }),
    ).toMatchObject({ code: 'EXCEPTION_NOT_ALLOWED' })
  })

  it('is not made where the date needs none', async () => {
    const { policy, slug } = await stage.inForce(allowing)
    await stage.published({
      effectiveOn: '2026-09-01',
      exception: security,
      materialChange: true,
      policy,
    })
    expect((await stage.app.rest('GET', `/policies/${slug}/versions/2`)).body.exception).toBeNull()
  })

  it('is nothing to approve where none is claimed', async () => {
    const { policy } = await stage.inForce(allowing)
    const id = await submitted({ policy })
    expect((await approve(id, { exception: true })).body.errors[0].data.code).toBe(
      'EXCEPTION_NOT_ALLOWED',
    )
  })

  it('is void after an edit of its explanation', async () => {
    const { policy } = await stage.inForce(allowing)
    const id = await submitted({ exception: security, policy })
    await approve(id)
    await approve(id, { exception: true })
    await stage.app.payload.update({
      id,
      collection: 'policy-versions',
      data: { exception: { ...security, explanation: 'Another.' } },
      user: stage.cast.editor.user,
    })
    expect(await statusOf(id)).toBe('draft')
  })

  it('for a legal obligation does not wait for a calendar that reaches far enough', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      calendar: 'us-federal',
      material: { ...tenDays.material, period: { amount: 3_660, unit: 'business_days' } },
    })
    stage.at('2098-01-04T12:00:00Z')
    expect(
      await stage.published({
        effectiveOn: '2098-01-04',
        exception: { explanation: 'A court ordered it.', reason: 'legal_obligation' },
        materialChange: true,
        policy,
      }),
    ).toMatchObject({ status: 'published' })
  })

  it('is approved by true alone', async () => {
    const { policy } = await stage.inForce(allowing)
    const id = await submitted({ exception: security, policy })
    expect((await approve(id, { exception: 'true' })).body.errors[0].data.code).toBe(
      'INVALID_PARAMETER',
    )
  })
})
