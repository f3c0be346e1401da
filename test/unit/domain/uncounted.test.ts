import { describe, expect, it } from 'vitest'

import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import { governingOf, noticeEnd } from '../../../src/domain/explanation.js'
import { pendingPlan } from '../../../src/domain/pendingPlan.js'
import { planPublication } from '../../../src/domain/publication.js'
import { trialOf } from '../../../src/domain/replacement.js'
import type { CivilDate } from '../../../src/domain/civilDate.js'
import {
  candidateWith,
  inForce,
  promising,
  publicationContext,
  publishedVersion,
} from '../../helpers/publications.js'

/** On 1 December, thirty business days end in 2027, where the calendar does not reach. */
const context = publicationContext({
  calendars: [{ ...usFederalCalendar, coverage: { from: '2020-01-01', to: '2026-12-31' } }],
  instant: new Date('2026-12-01T15:00:00Z'),
})
const planOf = (candidate: ReturnType<typeof candidateWith>, at = context) =>
  planPublication({ candidate, context: at })
const governingIn = (at: typeof context) => {
  const args = { candidate: candidateWith(), context: at }
  return governingOf({ plan: planPublication(args), trial: trialOf(args) })
}

describe('a period that no calendar can count', () => {
  it('leaves a version without a chosen day without any, and says why', () => {
    expect(planOf(candidateWith())).toMatchObject({
      effectiveOn: null,
      problems: [{ code: 'CALENDAR_NOT_COVERED' }],
    })
    expect(pendingPlan({ candidate: candidateWith(), context }).effectiveAt).toBeNull()
  })

  it('leaves a day that was chosen as it is', () => {
    const effectiveOn = '2027-03-01' as CivilDate

    expect(planOf(candidateWith({ effectiveOn }))).toMatchObject({
      effectiveOn,
      problems: [{ code: 'CALENDAR_NOT_COVERED' }],
    })
  })

  it('does not stand against an exception that is allowed, by which the version takes effect at once', () => {
    const claim = { explanation: 'A court said so.', reason: 'legal_obligation' }

    expect(planOf(candidateWith({ exception: claim }))).toMatchObject({
      effectiveAt: context.instant,
      effectiveOn: '2026-12-01',
      problems: [],
    })
  })

  it('is a clause without an end, which is no clause without a period', () => {
    expect(governingIn(context)).toMatchObject([
      { by: 'version 1', days: [], earliestEffectiveOn: null, lastDay: null },
    ])
    expect(
      governingIn({
        ...context,
        timeline: [
          publishedVersion('1', '2020-01-01T12:00:00Z', {
            noticeTerms: promising({ amount: 0, unit: 'none' }),
          }),
        ],
      }),
    ).toMatchObject([{ by: 'version 1', earliestEffectiveOn: '2026-12-02', lastDay: null }])
  })

  it('leaves open when the longest of several ends', () => {
    const tenDays = promising({ amount: 10, unit: 'calendar_days' })
    const timeline = [
      inForce,
      publishedVersion('2', '2026-12-05T05:00:00Z', { noticeTerms: tenDays }),
    ]

    expect(noticeEnd(governingIn({ ...context, timeline }))).toBeNull()
    expect(noticeEnd(governingIn({ ...context, calendars: [usFederalCalendar], timeline }))).toBe(
      '2027-01-14',
    )
  })
})
