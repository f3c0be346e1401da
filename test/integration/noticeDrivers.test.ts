import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startApp } from '../helpers/app.js'
import { refusalOf } from '../helpers/cast.js'
import { createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

const letters = [{ channel: 'letter', evidence: 'Posted 2,113 letters, receipt 88-1' }]

describe('the drivers of a host', () => {
  const sent: { channel: string; idempotencyKey: string; isPublished: boolean }[] = []
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage({
      channels: {
        'e-mail': async ({ channel, idempotencyKey, payload, version }) => {
          const { status } = await payload.findByID({
            id: version.id,
            collection: 'policy-versions',
          })
          sent.push({ channel, idempotencyKey, isPublished: status === 'published' })
        },
        billboard: { individual: false },
        fax: {
          deliver: () => Promise.reject(new Error('No paper')),
          individual: true,
        },
      },
    })
  })

  afterAll(() => stage.stop())

  const deliveriesOf = async (version: number) => {
    const notices = (await stage.noticesOf(version)).map(({ id }) => id)
    return (
      await stage.app.payload.find({
        collection: 'policy-deliveries',
        depth: 0,
        where: { notice: { in: notices } },
      })
    ).docs
  }

  it('are called after the publication is committed, from a row that was written with it', async () => {
    const { policy } = await stage.inForce()
    const { id } = await stage.published({
      materialChange: true,
      noticeChannels: ['homepage', 'e-mail'],
      policy,
    })
    const [planned] = await deliveriesOf(id)

    expect(planned).toMatchObject({ channel: 'e-mail' })
    await expect
      .poll(() => deliveriesOf(id))
      .toMatchObject([{ attempts: 1, deliveredAt: '2026-07-01T12:00:00.000Z', lastError: null }])
    expect(sent).toEqual([
      { channel: 'e-mail', idempotencyKey: planned!.idempotencyKey, isPublished: true },
    ])
  })

  it('leave the publication standing when they fail, with the reason in the row', async () => {
    const { policy } = await stage.inForce()
    const { id } = await stage.published({
      materialChange: true,
      noticeChannels: ['fax'],
      policy,
    })

    await expect
      .poll(() => deliveriesOf(id))
      .toMatchObject([{ attempts: 1, deliveredAt: null, lastError: 'No paper' }])
    expect(await stage.app.payload.findByID({ id, collection: 'policy-versions' })).toMatchObject({
      status: 'published',
    })
  })

  it('are not called for a publication that is refused or fails', async () => {
    const { policy } = await stage.inForce()
    const before = sent.length
    const id = await stage.approved({ materialChange: true, noticeChannels: ['e-mail'], policy })
    const { db } = stage.app.payload
    const create = db.create.bind(db)
    db.create = (args) =>
      args.collection === 'policy-events' ? Promise.reject(new Error('disk full')) : create(args)
    await refusalOf(stage.publish(id))
    db.create = create

    await stage.publish(id)
    await expect.poll(() => deliveriesOf(id)).toMatchObject([{ attempts: 1 }])
    expect(sent.length).toBe(before + 1)
  })

  it('that address people one by one are kept out where no individual notice is promised', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, prohibited: ['individual'] } },
    })
    for (const channel of ['e-mail', 'fax']) {
      expect(
        await stage.refused({ materialChange: true, noticeChannels: [channel], policy }),
      ).toMatchObject({ channel, code: 'CHANNEL_PROHIBITED' })
    }
    const letter = await stage.approved({ materialChange: true, policy })
    expect(await refusalOf(stage.publish(letter, { attestations: letters }))).toMatchObject({
      channel: 'letter',
      code: 'CHANNEL_PROHIBITED',
    })
    const id = await stage.approved({ materialChange: true, policy })
    expect(
      await stage.publish(id, {
        attestations: [{ channel: 'billboard', evidence: 'Photo of 1 July' }],
      }),
    ).toMatchObject({ status: 'published' })
  })

  it('give their notice themselves: nobody attests it', async () => {
    const { policy } = await stage.inForce()
    const id = await stage.approved({ materialChange: true, noticeChannels: ['e-mail'], policy })
    expect(
      await refusalOf(
        stage.publish(id, { attestations: [{ channel: 'e-mail', evidence: 'Sent.' }] }),
      ),
    ).toMatchObject({ code: 'INVALID_PARAMETER' })
  })

  it('tell of a withdrawal too; who wrote letters is told to write again', async () => {
    const { policy } = await stage.inForce()
    const id = await stage.approved({ materialChange: true, noticeChannels: ['e-mail'], policy })
    await stage.publish(id, { attestations: letters })
    await stage.withdraw(id)

    expect((await stage.noticesOf(id)).map(({ channel }) => channel).sort()).toEqual([
      'e-mail',
      'e-mail',
      'letter',
    ])
    const { docs } = await stage.app.payload.find({
      collection: 'policy-events',
      where: { and: [{ version: { equals: id } }, { type: { equals: 'withdrawn' } }] },
    })
    expect(docs[0]!.data).toMatchObject({ channelsToInform: ['letter'] })
  })

  it('cannot take the name of the homepage', async () => {
    await expect(
      startApp({ options: { channels: { homepage: () => undefined } } }),
    ).rejects.toThrow(/"homepage", which is built in/)
  })
})

describe('a channel without a driver', () => {
  it('is named in the dry run, for the publisher to give and attest', async () => {
    const stage = await createStage()
    const { policy } = await stage.inForce({ ...tenDays, presets: ['eu-p2b'] })
    const id = await stage.approved({ materialChange: true, policy })
    const { body } = await stage.app.rest('GET', `/policy-versions/${id}/notice-window`, {
      as: stage.cast.publisher.token,
    })

    expect(body.channelsToAttest).toEqual(['e-mail', 'letter'])
    await stage.stop()
  })
})
