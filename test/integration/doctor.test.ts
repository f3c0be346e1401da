import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type { PolicyContext } from '../../src/options.js'

import { doctor, type DoctorCheck } from '../../src/operations/doctor.js'
import { policyContextKey } from '../../src/options.js'
import { type App, startApp } from '../helpers/app.js'
import {
  type Cast,
  createCast,
  createPolicy,
  publishVersion,
  thirtyBusinessDays,
} from '../helpers/cast.js'
import { createStage, noChannels, type Stage, tenDays } from '../helpers/stage.js'
import { forge } from '../helpers/tamper.js'

const examine = ({ payload }: App): Promise<DoctorCheck[]> =>
  doctor({ context: payload.config.custom[policyContextKey] as PolicyContext, payload })
const findingsIn = async (app: App) =>
  (await examine(app)).filter(({ status }) => status === 'finding')

describe('the doctor', () => {
  let app: App
  let cast: Cast

  beforeAll(async () => {
    app = await startApp()
    cast = await createCast(app)
    const { id: policy } = await createPolicy(app)
    await publishVersion(app, cast, { noticeTerms: thirtyBusinessDays, policy })

    return () => app.stop()
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('finds everything well where it is', async () => {
    expect(await examine(app)).toEqual(
      ['guards', 'record', 'clock', 'clock_skew', 'calendars', 'unpublished', 'deliveries'].map(
        (check) => ({ check, message: expect.any(String) as string, status: 'ok' }),
      ),
    )
  })

  it('finds a record that was changed', async () => {
    await forge(app.databaseUrl, `update policy_reviews set comment = 'forged' where id = 1`)
    const findings = await findingsIn(app)
    await forge(app.databaseUrl, `update policy_reviews set comment = null where id = 1`)

    expect(findings).toMatchObject([
      {
        check: 'record',
        message: expect.stringMatching(/^1 link .* "comment" of the review 1/) as string,
      },
    ])
  })

  it('finds that the clocks of application and database are apart, either way', async () => {
    const now = Date.now
    for (const apart of [-10_000, 10_000]) {
      vi.spyOn(Date, 'now').mockImplementation(() => now() + apart)
      expect(await findingsIn(app)).toMatchObject([
        {
          check: 'clock_skew',
          message: expect.stringMatching(/(9|10)\.\d seconds apart/) as string,
        },
      ])
      vi.restoreAllMocks()
    }
  })
})

describe('the doctor of a stage', () => {
  let stage: Stage

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
      ],
      channels: {
        'e-mail': () => {
          throw new Error('The mail server is down.')
        },
      },
    })

    return () => stage.stop()
  })

  it('finds that time is simulated', async () => {
    expect(await findingsIn(stage.app)).toMatchObject([{ check: 'clock' }])
  })

  it('finds a calendar that runs out within a year', async () => {
    stage.at('2026-07-01T12:00:00Z')
    expect(await findingsIn(stage.app)).toMatchObject([
      { check: 'clock' },
      { check: 'calendars', message: expect.stringMatching(/acme .* 2027-06-30/) as string },
    ])
    stage.at('2026-06-01T12:00:00Z')
  })

  it('finds an approved version that nobody publishes, and since when', async () => {
    const { policy, slug } = await stage.inForce()
    stage.at('2026-06-20T12:00:00Z')
    const id = await stage.approved({ policy })

    expect(await findingsIn(stage.app)).toContainEqual({
      check: 'unpublished',
      message: `Version 2 of ${slug} is approved since 2026-06-20 and not published. Publish it, or edit it back into a draft.`,
      status: 'finding',
    })
    await stage.publish(id)
  })

  it('finds notices that did not go through', async () => {
    const { policy } = await stage.inForce({
      ...tenDays,
      material: { ...tenDays.material, channels: { ...noChannels, allOf: ['e-mail'] } },
    })
    const { id } = await stage.published({ materialChange: true, policy })
    const [notice] = await stage.noticesOf(id)
    const { payload } = stage.app
    await vi.waitFor(async () => {
      const { totalDocs } = await payload.count({
        collection: 'policy-deliveries',
        where: { attempts: { equals: 1 } },
      })
      expect(totalDocs).toBe(1)
    })
    await payload.db.create({
      collection: 'policy-deliveries',
      data: { attempts: 0, channel: 'e-mail', idempotencyKey: 'x', notice: notice!.id },
    })

    expect(await findingsIn(stage.app)).toContainEqual(
      expect.objectContaining({
        check: 'deliveries',
        message: expect.stringMatching(
          /^2 notices did not go through their channels: 1 failed, 1 was never attempted\./,
        ) as string,
      }),
    )
  })
})
