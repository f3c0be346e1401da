import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

import type { ReportedVersion } from '../../../src/domain/noticeReport.js'
import type { PolicyReport } from '../../../src/operations/noticeReport.js'

import { History } from '../../../src/admin/PolicyPanel/History.js'
import { panel } from '../../helpers/payloadUi.js'
import { courseOf } from '../domain/timelinePicture/courses.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

const version = {
  clauses: [
    {
      achieved: { amount: 30, unit: 'business_days' },
      by: 'version 1',
      calendar: 'us-federal',
      earliestEffectiveOn: '2026-12-17',
      period: { amount: 30, unit: 'business_days' },
      preset: null,
      promised: '30 business days',
      verdict: 'kept',
      version: '1',
    },
    {
      achieved: null,
      by: 'eu-p2b (named by version 1)',
      calendar: undefined,
      earliestEffectiveOn: null,
      period: { amount: 1, unit: 'none' },
      preset: 'eu-p2b',
      promised: 'no notice period',
      verdict: 'kept',
      version: '1',
    },
  ],
  effectiveOn: '2026-12-17',
  isImported: false,
  label: '2',
  materialChange: true,
  noticeFrom: '2026-11-01',
  publishedOn: '2026-11-02',
  verdict: 'kept',
  withdrawnOn: '2026-11-20',
} as ReportedVersion

const report = {
  breaches: 0,
  nextReviewOn: '2027-06-01',
  policy: { slug: 'privacy', timeZone: 'America/New_York' },
  reviewIsDue: false,
  versions: [version],
} as PolicyReport

const shownIn = (
  language: string,
  { versions = [version] }: { versions?: ReportedVersion[] } = {},
): string => {
  panel.language = language

  return renderToStaticMarkup(
    <History
      report={{ ...report, versions }}
      versions={[courseOf({ label: '2', state: 'upcoming' })]}
      versionUrl={() => ''}
    />,
  ).replaceAll(/<[^>]+>/gu, '|')
}
const standing = { ...version, withdrawnOn: null }

describe('what was promised and given', () => {
  afterEach(() => {
    panel.language = 'en'
  })

  it.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])('has no day as a machine writes it: %s', (code) => {
    expect(shownIn(code)).not.toMatch(/\d{4}-\d\d/)
  })

  it('says in the language of the panel what was promised, and by whom', () => {
    const german = shownIn('de')

    expect(german).toContain('Do., 17. Dez. 2026')
    expect(german).toContain('30 Geschäftstage (US-Bundeskalender)')
    expect(german).toContain('Version 1')
    expect(german).toContain('eu-p2b, genannt in Version 1')
    expect(german).not.toMatch(/business|named by|no notice/)
  })

  it('says of what is still to come that it is kept so far, and of what was withdrawn nothing', () => {
    expect(shownIn('en', { versions: [standing] })).toMatch(/\|kept so far\|/)
    expect(shownIn('en')).not.toMatch(/kept/)
    expect(shownIn('en')).toMatch(/No version took effect sooner/)
  })

  it('does not say that nothing came sooner than promised where an exception let it', () => {
    const excused = { ...standing, verdict: 'excused' } as const

    expect(shownIn('en', { versions: [excused] })).toMatch(
      /\|Sooner than promised, by an exception: 1\. Without one: 0\.\|/,
    )
    expect(shownIn('en', { versions: [{ ...excused, withdrawnOn: version.withdrawnOn }] })).toMatch(
      /No version took effect sooner/,
    )
  })
})
