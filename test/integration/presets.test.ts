import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { NoticeTerms } from '../../src/index.js'

import { startApp } from '../helpers/app.js'
import { createDraft, createPolicy, refusalOf } from '../helpers/cast.js'
import { createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'

const letters = [{ channel: 'letter', evidence: 'Posted 2,113 letters, receipt 88-1' }]

describe('presets', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage({
      noticePresets: {
        'house-rule': {
          material: {
            channels: noChannels,
            period: { amount: 60, unit: 'calendar_days' },
            relation: 'before',
          },
          source: 'Board decision of 3 May 2026',
        },
      },
    })
  })

  afterAll(() => stage.stop())

  const withAllOf = (channel: string, ...prohibited: string[]) => ({
    material: { ...tenDays.material, channels: { ...noChannels, allOf: [channel], prohibited } },
  })
  const naming = (...presets: string[]): NoticeTerms => ({ ...tenDays, presets })

  it('apply on top of the promise, each satisfied separately, and the refusal names the one that decides', async () => {
    const { policy } = await stage.inForce(naming('eu-p2b', 'house-rule'))
    expect(
      await stage.refused({ effectiveOn: '2026-07-20', materialChange: true, policy }),
    ).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      decidedBy: { label: '1', preset: 'house-rule' },
      earliestEffectiveOn: '2026-08-31',
    })
  })

  it.each([
    ['eu-p2b', '2026-07-17'],
    ['eu-eecc', '2026-08-02'],
    ['eu-psd2', '2026-09-02'],
    ['us-reg-e', '2026-07-23'],
    ['us-reg-z', '2026-08-16'],
    ['us-reg-dd', '2026-08-01'],
  ])('%s allows a change published on 1 July 2026 from %s on', async (preset, earliest) => {
    const { policy } = await stage.inForce(naming(preset))
    const id = await stage.approved({
      effectiveOn: '2026-07-12',
      materialChange: true,
      noticeChannels: ['homepage', 'letter'],
      policy,
    })
    expect(await refusalOf(stage.publish(id, { attestations: letters }))).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      decidedBy: { preset },
      earliestEffectiveOn: earliest,
    })
  })

  it('take a channel that can be attested: who, when and on what evidence goes into the record', async () => {
    const { policy } = await stage.inForce(naming('eu-p2b'))
    const id = await stage.approved({ effectiveOn: '2026-07-17', materialChange: true, policy })
    expect(await refusalOf(stage.publish(id))).toMatchObject({
      anyOf: ['e-mail', 'letter'],
      code: 'CHANNEL_MISSING',
      decidedBy: 'eu-p2b (named by version 1)',
    })

    await stage.publish(id, { attestations: letters })
    expect(await stage.noticesOf(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ attestation: null, channel: 'homepage' }),
        expect.objectContaining({
          attestation: {
            at: '2026-07-01T12:00:00.000Z',
            by: { id: stage.cast.publisher.id, name: 'paul', collection: 'users' },
            evidence: 'Posted 2,113 letters, receipt 88-1',
            givenOn: null,
          },
          channel: 'letter',
        }),
      ]),
    )
  })

  it.each([
    [[{ channel: 'letter' }]],
    [[{ evidence: 'Receipt' }]],
    [[{ channel: 'letter', evidence: 'Receipt', givenOn: '2026-07-02' }]],
    [[{ channel: 'letter', evidence: 'Receipt', givenOn: 'soon' }]],
    [[...letters, ...letters]],
    ['letter'],
  ])('take no attestation like %j', async (attestations) => {
    const { policy } = await stage.inForce(naming('eu-p2b'))
    const id = await stage.approved({ effectiveOn: '2026-07-17', materialChange: true, policy })
    expect(await refusalOf(stage.publish(id, { attestations }))).toMatchObject({
      code: 'INVALID_PARAMETER',
      status: 400,
    })
  })

  it('of a statute prevail over what the policy prohibits, and the record names both', async () => {
    const { policy } = await stage.inForce({
      ...naming('eu-p2b'),
      material: { ...tenDays.material, channels: { ...noChannels, prohibited: ['*'] } },
    })
    const id = await stage.approved({ effectiveOn: '2026-07-17', materialChange: true, policy })
    await stage.publish(id, { attestations: letters })

    expect((await stage.noticesOf(id)).map(({ channel }) => channel)).toEqual(['letter'])
    const { docs } = await stage.app.payload.find({
      collection: 'policy-events',
      where: { and: [{ version: { equals: id } }, { type: { equals: 'published' } }] },
    })
    expect(docs[0]!.data).toMatchObject({
      conflicts: [
        {
          channel: 'letter',
          prohibitedBy: 'version 1',
          requiredBy: 'eu-p2b (named by version 1)',
        },
      ],
    })
  })

  it('of a statute set no prohibition aside where another channel would do', async () => {
    const { policy } = await stage.inForce({
      ...naming('eu-gdpr'),
      material: { ...tenDays.material, channels: { ...noChannels, prohibited: ['individual'] } },
    })
    const id = await stage.approved({
      effectiveOn: '2026-08-01',
      materialChange: true,
      noticeChannels: ['homepage'],
      policy,
    })
    expect(await refusalOf(stage.publish(id, { attestations: letters }))).toMatchObject({
      code: 'CHANNEL_PROHIBITED',
    })
    expect(await stage.publish(id)).toMatchObject({ status: 'published' })
  })

  it('that could never be obeyed are refused when they are saved', async () => {
    const { id: policy } = await createPolicy(stage.app, { slug: 'impossible' })
    for (const noticeTerms of [
      { ...naming('website-only-with-publication'), ...withAllOf('letter') },
      { ...tenDays, ...withAllOf('e-mail', 'individual') },
    ]) {
      expect(
        await refusalOf(createDraft(stage.app, { by: stage.cast.editor, noticeTerms, policy })),
      ).toMatchObject({ code: 'TERMS_INVALID', path: 'noticeTerms.material.channels' })
    }
  })

  it('are part of the promise: to name another is a material change', async () => {
    const { policy } = await stage.inForce(naming('eu-p2b'))
    expect(
      await stage.refused({ effectiveOn: '2026-09-01', noticeTerms: tenDays, policy }),
    ).toMatchObject({ code: 'MATERIALITY_REQUIRED' })
  })

  it('govern as they stood when the version was published, whatever is configured later', async () => {
    const { policy } = await stage.inForce(naming('house-rule'))
    const later = await startApp({
      databaseUrl: stage.app.databaseUrl,
      options: {
        clock: () => new Date('2026-07-01T12:00:00Z'),
        noticePresets: { 'house-rule': {} },
      },
    })
    const { id } = await createDraft(later, {
      by: stage.cast.editor,
      effectiveOn: '2026-07-20',
      materialChange: false,
      policy,
    })
    const { body } = await later.rest('GET', `/policy-versions/${id}/notice-window`, {
      as: stage.cast.editor.token,
    })
    // The looser rule is a change of what was promised.
    expect(body.warnings).toMatchObject([{ code: 'MATERIALITY_REQUIRED' }])
    await later.payload.update({
      id,
      collection: 'policy-versions',
      data: { materialChange: true },
    })
    expect(
      (
        await later.rest('GET', `/policy-versions/${id}/notice-window`, {
          as: stage.cast.editor.token,
        })
      ).body.warnings,
    ).toMatchObject([{ code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-08-31' }])
    await later.stop()
  })

  it('that nobody knows are refused when they are saved, with those that there are', async () => {
    const { id: policy } = await createPolicy(stage.app, { slug: 'unknown-preset' })
    expect(
      await refusalOf(
        createDraft(stage.app, {
          by: stage.cast.editor,
          noticeTerms: naming('eu-p3b'),
          policy,
        }),
      ),
    ).toMatchObject({
      code: 'TERMS_INVALID',
      message: expect.stringMatching(/eu-p2b.*house-rule/) as string,
      path: 'noticeTerms.presets',
    })
  })

  it('that count business days take a calendar from the terms that name them', async () => {
    const { id: policy } = await createPolicy(stage.app, { slug: 'no-calendar' })
    expect(
      await refusalOf(
        createDraft(stage.app, {
          by: stage.cast.editor,
          noticeTerms: naming('thirty-business-days'),
          policy,
        }),
      ),
    ).toMatchObject({ code: 'TERMS_INVALID', path: 'noticeTerms.calendar' })
  })

  it('of a host that cannot work stop it at start-up, with the field at fault', async () => {
    await expect(
      startApp({ options: { noticePresets: { mine: { material: {} as never } } } }),
    ).rejects.toThrow(/noticePresets.*mine\.material/)
  })
})
