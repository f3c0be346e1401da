import type { NoticePeriod } from '../../src/domain/noticePeriod.js'
import type { NoticeTerms } from '../../src/domain/noticeTerms.js'
import type { Candidate, PublicationContext, PublishedVersion } from '../../src/domain/situation.js'

import { usFederalCalendar } from '../../src/domain/calendars/usFederal.js'

const noChannels = { allOf: [], anyOf: [], optional: [], prohibited: [] }

/** Terms that promise a period for a material change, in US federal business days where it counts those, and none for any other. */
export const promising = (
  material: NoticePeriod,
  more: Partial<NoticeTerms> = {},
): NoticeTerms => ({
  calendar: 'us-federal',
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material: { channels: noChannels, period: material, relation: 'before' },
  other: {
    channels: noChannels,
    period: { amount: 0, unit: 'none' },
    relation: 'at_or_before',
  },
  ...more,
})

export const thirtyBusinessDays = promising({ amount: 30, unit: 'business_days' })

/** A published version, announced on 1 January 2020. */
export const publishedVersion = (
  label: string,
  effectiveAt: string,
  more: Partial<PublishedVersion> = {},
): PublishedVersion => ({
  id: label,
  channels: ['homepage'],
  effectiveAt: new Date(effectiveAt),
  exception: null,
  imported: null,
  label,
  materialChange: true,
  noticeFrom: new Date('2020-01-01T12:00:00Z'),
  noticeTerms: thirtyBusinessDays,
  presets: {},
  publishedAt: new Date('2020-01-01T12:00:00Z'),
  withdrawnAt: null,
  ...more,
})

/** In force since 2020, with thirty business days promised. */
export const inForce = publishedVersion('1', '2020-01-01T12:00:00Z')

/** Monday, 2 November 2026, 15:00 in New York; `inForce` alone was published. */
export const publicationContext = (more: Partial<PublicationContext> = {}): PublicationContext => ({
  calendars: [usFederalCalendar],
  channels: [{ name: 'homepage', hasDriver: true, isIndividual: false }],
  instant: new Date('2026-11-02T20:00:00Z'),
  presets: {},
  timeline: [inForce],
  timeZone: 'America/New_York',
  ...more,
})

/** A material change with the terms in force and no day of its own. */
export const candidateWith = (more: Partial<Candidate> = {}): Candidate => ({
  attestations: [],
  effectiveOn: null,
  exception: null,
  imported: null,
  label: 'next',
  materialChange: true,
  noticeChannels: [],
  noticeTerms: thirtyBusinessDays,
  replaces: null,
  ...more,
})
