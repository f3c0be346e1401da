import { describe, expect, it } from 'vitest'

import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import type { CivilDate } from '../../../src/domain/civilDate.js'
import { pendingPlan } from '../../../src/domain/pendingPlan.js'
import { planPublication } from '../../../src/domain/publication.js'
import {
  candidateWith,
  inForce,
  publicationContext,
  publishedVersion,
} from '../../helpers/publications.js'

const announced = publishedVersion('2', '2026-12-17T05:00:00Z', {
  noticeFrom: new Date('2026-11-02T20:00:00Z'),
  publishedAt: new Date('2026-11-02T20:00:00Z'),
})
const replacing = candidateWith({ replaces: { materialDifference: false, version: '2' } })

/** The announced version was counted before a day was proclaimed a holiday, by which it would come a day too early. */
const context = publicationContext({
  calendars: [
    { ...usFederalCalendar, holidays: [...usFederalCalendar.holidays, '2026-12-09'].sort() },
  ],
  instant: new Date('2026-11-20T20:00:00Z'),
  timeline: [inForce, announced],
})

describe('a replacement of what obeyed its promise before a holiday was proclaimed', () => {
  it('takes effect on the announced day where none is chosen', () => {
    expect(planPublication({ candidate: replacing, context })).toMatchObject({
      effectiveOn: '2026-12-17',
      problems: [],
    })
  })

  it('is not too early on the announced day, which the publication accepts', () => {
    const candidate = { ...replacing, effectiveOn: '2026-12-17' as CivilDate }

    expect(planPublication({ candidate, context }).problems).toEqual([])
    expect(pendingPlan({ candidate, context })).toMatchObject({
      earliestEffectiveAt: new Date('2026-12-17T05:00:00Z'),
      isTooEarly: false,
    })
  })
})
