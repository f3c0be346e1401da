import type { Config } from 'payload'

import type { NoticeTerms, PolicyVersioningPluginOptions } from '../../src/index.js'

import { type App, startApp } from './app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
} from './cast.js'

export const noChannels = { allOf: [], anyOf: [], optional: [], prohibited: [] }

/** Ten calendar days before a material change, nothing before any other. */
export const tenDays: NoticeTerms = {
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

/** `tenDays` with another number of calendar days before a material change. */
export const calendarDays = (amount: number): NoticeTerms => ({
  ...tenDays,
  material: { ...tenDays.material, period: { amount, unit: 'calendar_days' } },
})

type Content = Record<string, unknown> & { policy: number }
type Row = Record<string, unknown> & { id: number }

export type Stage = Awaited<ReturnType<typeof createStage>>

/** An app whose clock a test sets, its people, and the steps that the tests of publication are made of. */
export const createStage = async (
  options: PolicyVersioningPluginOptions = {},
  config: Partial<Config> = {},
) => {
  let now = new Date('2026-06-01T12:00:00Z')
  let slugs = 0
  const app: App = await startApp({ config, options: { clock: () => now, ...options } })
  const cast: Cast = await createCast(app)

  const at = (instant: string) => {
    now = new Date(instant)
  }
  const approved = async (data: Content): Promise<number> => {
    const { id } = await createDraft(app, { by: cast.editor, ...data })
    await approve(app, cast, id, data.exception !== undefined)
    return id
  }
  const publish = async (id: number, sent: Record<string, unknown> = {}): Promise<Row> => ({
    ...(await setStatus(app, { ...sent, id, by: cast.publisher, status: 'published' })),
    id,
  })

  return {
    app,
    /** Drafts a version and takes it through review. */
    approved,
    /** Sets the clock. */
    at,
    cast,
    /** A policy in New York whose first version is in force since 1 June 2026; it is 1 July. */
    inForce: async (noticeTerms: NoticeTerms = tenDays) => {
      at('2026-06-01T12:00:00Z')
      const slug = `policy-${++slugs}`
      const policy = (await createPolicy(app, { slug })).id
      const first = await publishVersion(app, cast, { noticeTerms, policy })
      at('2026-07-01T12:00:00Z')
      return { first, policy, slug }
    },
    noticesOf: async (version: number) =>
      (
        await app.payload.find({
          collection: 'policy-notices',
          depth: 0,
          where: { version: { equals: version } },
        })
      ).docs,
    publish,
    /** Drafts, approves and publishes a version. */
    published: async (data: Content): Promise<Row> => publish(await approved(data)),
    /** What a publication is refused with. */
    refused: async (data: Content) => refusalOf(publish(await approved(data))),
    stop: () => app.stop(),
    withdraw: (id: number) => setStatus(app, { id, by: cast.publisher, status: 'withdrawn' }),
  }
}
