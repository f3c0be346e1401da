import type { ActiveNotice } from '../../src/domain/activeNotices.js'
import type { NoticeTier } from '../../src/domain/noticeTerms.js'
import type { PublicVersion } from '../../src/domain/publicVersion.js'

const thirtyDays: NoticeTier = {
  channels: { allOf: [], anyOf: [], optional: [], prohibited: [] },
  period: { amount: 30, unit: 'calendar_days' },
  relation: 'before',
}

/** A version that is in force since June 2026, as the public sees it. */
export const publicVersionOf = (fields: Partial<PublicVersion> = {}): PublicVersion => ({
  changeSummary: null,
  dateLabel: 'Effective June 1, 2026',
  effectiveAt: '2026-06-01T04:00:00.000Z',
  effectiveOn: '2026-06-01',
  exception: null,
  fingerprint: `sha256:${'0a'.repeat(32)}`,
  html: '<h1 id="section-privacy-policy">Privacy Policy</h1><p>We keep your data safe.</p>',
  imported: null,
  label: '2',
  links: {
    current: 'https://cms.example/api/policies/privacy/current',
    history: 'https://cms.example/api/policies/privacy/versions',
    predecessor: 'https://cms.example/api/policies/privacy/versions/1',
    self: 'https://cms.example/api/policies/privacy/versions/2',
    successor: null,
  },
  locale: 'en',
  locales: { authoritative: 'en', available: ['en'], missing: null },
  materialChange: true,
  noticeFrom: '2026-05-01T12:00:00.000Z',
  noticeTerms: {
    consentByUse: 'none',
    dateLabel: 'effective',
    exceptions: [],
    material: thirtyDays,
    other: thirtyDays,
  },
  policy: { kind: 'privacy', slug: 'privacy', timeZone: 'America/New_York', title: 'Privacy' },
  publishedAt: '2026-05-01T12:00:00.000Z',
  replaces: null,
  state: 'in_force',
  supersededAt: null,
  text: 'Privacy Policy\n\nWe keep your data safe.',
  title: 'Privacy Policy',
  url: 'https://cider.example/policies/privacy/versions/2',
  withdrawnAt: null,
  ...fields,
})

/** The notice of a change that takes effect in September 2026. */
export const activeNoticeOf = (fields: Partial<ActiveNotice> = {}): ActiveNotice => ({
  changeSummary: 'We ask before we write.',
  effectiveAt: '2026-09-01T04:00:00.000Z',
  effectiveOn: '2026-09-01',
  exception: null,
  id: 1,
  locale: 'en',
  materialChange: true,
  message: 'Privacy will change on September 1, 2026.',
  phase: 'before',
  policy: { slug: 'privacy', title: 'Privacy' },
  postedAt: '2026-08-01T12:00:00.000Z',
  url: 'https://cider.example/policies/privacy/versions/3',
  version: { label: '3', state: 'upcoming' },
  visibleUntil: '2026-10-01T04:00:00.000Z',
  ...fields,
})
