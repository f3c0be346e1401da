import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

describe('the channels of a publication', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  it.each([
    ['CHANNEL_UNKNOWN', { ...noChannels, optional: ['pigeon'] }, ['pigeon']],
    ['CHANNEL_PROHIBITED', { ...noChannels, prohibited: ['homepage'] }, ['homepage']],
    ['CHANNEL_PROHIBITED', { ...noChannels, prohibited: ['*'] }, ['homepage']],
    ['CHANNEL_MISSING', { ...noChannels, allOf: ['letter'], optional: ['homepage'] }, ['homepage']],
    ['CHANNEL_MISSING', { ...noChannels, anyOf: ['letter', 'e-mail'] }, ['homepage']],
    ['CHANNEL_MISSING', { ...noChannels, anyOf: ['letter', 'e-mail'] }, []],
  ])('answers %s for channels %j and %j', async (code, channels, noticeChannels) => {
    const { policy } = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.material, channels },
    })
    expect(await stage.refused({ materialChange: true, noticeChannels, policy })).toMatchObject({
      code,
      status: 400,
    })
  })

  it('announces a material change on the homepage of itself, any other only where that was promised', async () => {
    const { policy } = await stage.inForce()
    const material = await stage.published({ materialChange: true, policy })
    const other = await stage.published({ materialChange: false, policy })

    expect(await stage.noticesOf(material.id)).toMatchObject([{ channel: 'homepage' }])
    expect(await stage.noticesOf(other.id)).toEqual([])
  })

  it('announces nothing where the homepage is prohibited', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, prohibited: ['*'] } },
    })
    const { id } = await stage.published({ materialChange: true, policy })
    expect(await stage.noticesOf(id)).toEqual([])
  })
})
