import type { VersionStatus } from '../../../src/domain/lifecycle.js'
import type { NoticeTerms } from '../../../src/index.js'
import type { App } from '../app.js'

import { createMember, createPolicy, type Member } from '../cast.js'
import { noChannels } from '../stage.js'

/** A host with a channel of its own, whose driver takes a moment. */
export const channels = {
  mail: { deliver: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) },
}

const noPeriod = { amount: 0, unit: 'none' } as const
const nothing: NoticeTerms = {
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material: { channels: noChannels, period: noPeriod, relation: 'at_or_before' },
  other: { channels: noChannels, period: noPeriod, relation: 'at_or_before' },
}

/** Small promises of every kind, the first of which lets a change take effect at once. */
export const promises: NoticeTerms[] = [
  nothing,
  {
    ...nothing,
    exceptions: ['security'],
    material: {
      channels: { ...noChannels, allOf: ['homepage'] },
      period: { amount: 2, unit: 'calendar_days' },
      relation: 'before',
    },
  },
  {
    ...nothing,
    calendar: 'weekends',
    material: {
      channels: { ...noChannels, anyOf: ['homepage', 'mail'] },
      period: { amount: 3, unit: 'business_days' },
      relation: 'before',
    },
    other: {
      channels: { ...noChannels, prohibited: ['mail'] },
      period: noPeriod,
      relation: 'before',
    },
  },
]

/** People of each role, and one who has them all and so can be on both sides. */
export type Crowd = Record<'admin' | 'editor' | 'everything' | 'publisher' | 'reviewer', Member[]>

/** A version as somebody last saw it; it may have moved on since. */
export type Seen = { id: number; status: VersionStatus }

export type World = {
  crowd: Crowd
  policies: { id: number; seen: Map<number, Seen>; slug: string; timeZone: string }[]
}

/** Some policies without any version, and the people who work on them. */
export const createWorld = async (app: App, count = 4): Promise<World> => {
  const zones = ['America/New_York', 'Pacific/Auckland', 'UTC', 'Asia/Kathmandu']
  const member = (name: string, roles: string[]) =>
    createMember(app, { name, email: `${name}@example.com`, roles })
  const policies = Array.from({ length: count }, async (_, index) => {
    const timeZone = zones[index % zones.length]!
    const { id, slug } = await createPolicy(app, { slug: `policy-${index}`, timeZone })
    return { id, seen: new Map<number, Seen>(), slug, timeZone }
  })

  return {
    crowd: {
      admin: [await member('ada', ['admin'])],
      editor: [await member('edith', ['editor']), await member('emil', ['editor'])],
      everything: [await member('eve', ['editor', 'publisher', 'reviewer'])],
      publisher: [await member('paul', ['publisher']), await member('petra', ['publisher'])],
      reviewer: [
        await member('rita', ['reviewer']),
        await member('rob', ['reviewer']),
        await member('ruth', ['reviewer']),
      ],
    },
    policies: await Promise.all(policies),
  }
}
