import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { NoticeTerms } from '../../src/index.js'

import { lexicalFromText } from '../../src/index.js'
import { approve, createDraft, createPolicy, refusalOf, setStatus } from '../helpers/cast.js'
import { realPolicy } from '../helpers/references.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

/** What four real policies promise about their changes, on their texts. */
describe('a real policy that promises', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage({ channels: { 'e-mail': () => undefined } })
  })

  afterAll(() => stage.stop())

  /** Terms that promise what a preset says, and nothing beside it. */
  const promising = (preset: string, terms: Partial<NoticeTerms> = {}): NoticeTerms => ({
    ...tenDays,
    dateLabel: 'none',
    material: tenDays.other,
    presets: [preset],
    ...terms,
  })

  /** A policy whose history was imported from texts as they lie in the archive. It is 2 November 2026. */
  const withHistory = async ({
    noticeTerms,
    slug,
    texts,
  }: {
    noticeTerms: NoticeTerms
    slug: string
    texts: { effectiveOn?: string; file: string; publishedOn?: string }[]
  }) => {
    stage.at('2026-06-01T12:00:00Z')
    const policy = (await createPolicy(stage.app, { slug })).id

    for (const [index, { file, ...told }] of texts.entries()) {
      const { id } = await createDraft(stage.app, {
        body: lexicalFromText(realPolicy(file)),
        by: stage.cast.admin,
        imported: { sequence: index + 1, source: 'Archive', ...told },
        noticeTerms,
        policy,
      })
      await approve(stage.app, stage.cast, id)
      await setStatus(stage.app, { id, by: stage.cast.admin, status: 'published' })
    }
    stage.at('2026-11-02T20:00:00Z')

    return { policy, read: read(slug) }
  }
  const read = (slug: string) => async (path: string) =>
    (await stage.app.rest('GET', `/policies/${slug}${path}`, { as: stage.cast.reviewer.token }))
      .body
  const material = { materialChange: true }

  it('a notice on its website along with the new text, and no other (IAPMO)', async () => {
    const { policy, read } = await withHistory({
      noticeTerms: promising('website-only-with-publication'),
      slug: 'iapmo',
      texts: [{ file: '000_11759fba5cbcb234.txt' }, { file: '001_739ed53d4d33ebd7.txt' }],
    })
    expect(await read('/current')).toMatchObject({
      dateLabel: null,
      effectiveOn: null,
      label: '2',
      state: 'in_force',
    })

    expect(
      await stage.refused({ ...material, noticeChannels: ['homepage', 'e-mail'], policy }),
    ).toMatchObject({
      code: 'CHANNEL_PROHIBITED',
      decidedBy: 'website-only-with-publication (named by version 2)',
    })
    const { id } = await stage.published({ ...material, effectiveOn: '2026-11-02', policy })
    expect(await stage.noticesOf(id)).toMatchObject([{ channel: 'homepage' }])
    expect(await read('/current')).toMatchObject({ effectiveOn: '2026-11-02' })

    const other = await stage.published({ effectiveOn: '2026-11-03', policy })
    expect(await stage.noticesOf(other.id)).toEqual([])
    expect(await read('/report')).toMatchObject({ breaches: 0 })
  })

  it('thirty business days on its web sites before a material change (ITMC)', async () => {
    const { policy, read } = await withHistory({
      noticeTerms: promising('thirty-business-days', {
        calendar: 'us-federal',
        dateLabel: 'effective',
      }),
      slug: 'itmc',
      texts: [{ effectiveOn: '2020-09-19', file: '002_21db523916e42192.txt' }],
    })
    expect(await read('/current')).toMatchObject({ dateLabel: 'Effective September 19, 2020' })

    expect(await stage.refused({ ...material, effectiveOn: '2026-12-16', policy })).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      count: {
        lastDay: '2026-12-16',
        skipped: expect.arrayContaining([
          { date: '2026-11-11', kind: 'holiday' },
          { date: '2026-11-26', kind: 'holiday' },
        ]) as unknown,
      },
      decidedBy: { label: '1', preset: 'thirty-business-days' },
      earliestEffectiveOn: '2026-12-17',
    })
    expect(
      await stage.refused({
        ...material,
        effectiveOn: '2026-12-17',
        noticeChannels: ['e-mail'],
        policy,
      }),
    ).toMatchObject({ allOf: ['homepage'], code: 'CHANNEL_MISSING' })
    await stage.published({ ...material, effectiveOn: '2026-12-17', policy })
    // Any other change may take effect at once, without a notice.
    expect(await stage.published({ effectiveOn: '2026-11-02', policy })).toMatchObject({
      status: 'published',
    })
    expect((await read('/report')).versions).toMatchObject([
      {},
      { label: '5', verdict: 'kept' },
      { clauses: [{}, { achieved: { amount: 30, unit: 'business_days' } }], verdict: 'kept' },
    ])
  })

  it('an e-mail or a homepage notice before a material change takes effect (IMS)', async () => {
    const { policy, read } = await withHistory({
      noticeTerms: promising('direct-notice-before-effect', {
        consentByUse: 'from_publication',
        dateLabel: 'updated',
      }),
      slug: 'ims',
      texts: [
        {
          effectiveOn: '2018-04-02',
          file: '003_ad307c84c927be57.txt',
          publishedOn: '2018-04-02',
        },
      ],
    })
    expect(await read('/current')).toMatchObject({ dateLabel: 'Updated April 2, 2018' })

    expect(await stage.refused({ ...material, effectiveOn: '2026-11-02', policy })).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      earliestEffectiveOn: '2026-11-03',
    })
    const letter = await stage.approved({
      ...material,
      effectiveOn: '2026-11-03',
      noticeChannels: ['letter'],
      policy,
    })
    expect(
      await refusalOf(
        stage.publish(letter, { attestations: [{ channel: 'letter', evidence: 'Receipt' }] }),
      ),
    ).toMatchObject({ anyOf: ['homepage', 'e-mail'], code: 'CHANNEL_MISSING' })
    const { id } = await stage.published({
      ...material,
      effectiveOn: '2026-11-03',
      noticeChannels: ['e-mail'],
      policy,
    })
    expect(await stage.noticesOf(id)).toMatchObject([{ channel: 'e-mail' }])
    // The date at the top tells of any other change; a statement on the homepage is at will.
    const other = await stage.published({
      effectiveOn: '2026-11-04',
      noticeChannels: ['homepage'],
      policy,
    })
    expect(other).toMatchObject({ status: 'published' })
    expect((await read('/versions')).versions[0]).toMatchObject({
      dateLabel: 'Updated November 2, 2026',
    })
  })

  it('that nobody is notified individually (MPRO)', async () => {
    const { policy, read } = await withHistory({
      noticeTerms: promising('no-individual-notice', { dateLabel: 'effective' }),
      slug: 'mpro',
      texts: [{ effectiveOn: '2021-01-15', file: '004_1c6c8da8d87a6163.txt' }],
    })
    expect(await read('/current')).toMatchObject({ dateLabel: 'Effective January 15, 2021' })

    for (const materialChange of [true, false]) {
      expect(
        await stage.refused({ materialChange, noticeChannels: ['e-mail'], policy }),
      ).toMatchObject({ channel: 'e-mail', code: 'CHANNEL_PROHIBITED' })
    }
    const { id } = await stage.published({ ...material, effectiveOn: '2026-11-02', policy })
    expect(await stage.noticesOf(id)).toMatchObject([{ channel: 'homepage' }])
    expect(await read('/report')).toMatchObject({ breaches: 0 })
  })
})
