import { describe, expect, it } from 'vitest'

import type { CivilDate } from '../../../src/domain/civilDate.js'
import type { Candidate } from '../../../src/domain/situation.js'

import { pendingPlan } from '../../../src/domain/pendingPlan.js'
import {
  candidateWith,
  inForce,
  promising,
  publicationContext,
  publishedVersion,
} from '../../helpers/publications.js'

const on = (effectiveOn: string, more: Partial<Candidate> = {}) =>
  candidateWith({ effectiveOn: effectiveOn as CivilDate, ...more })
const lax = promising({ amount: 0, unit: 'none' })

describe('the plan of a version that is not published', () => {
  const context = publicationContext()

  it('says until when to publish it for the day that was chosen', () => {
    expect(pendingPlan({ candidate: on('2027-01-01'), context })).toEqual({
      deadline: new Date('2026-11-18T05:00:00Z'),
      earliestEffectiveAt: new Date('2026-12-17T05:00:00Z'),
      effectiveAt: new Date('2027-01-01T05:00:00Z'),
      exception: null,
      isDateChosen: true,
      isDateLawful: true,
      isTooEarly: false,
    })
  })

  it('calls a day too early that its notice does not allow, or whose exception is not allowed', () => {
    const claim = { explanation: 'In a hurry.', reason: 'haste' }

    for (const candidate of [on('2026-12-16'), on('2026-12-16', { exception: claim })]) {
      expect(pendingPlan({ candidate, context })).toMatchObject({
        deadline: null,
        earliestEffectiveAt: new Date('2026-12-17T05:00:00Z'),
        isDateLawful: false,
        isTooEarly: true,
      })
    }
  })

  it('calls a day too early that is past, also where nothing was promised or nothing is in force', () => {
    for (const timeline of [
      [],
      [publishedVersion('1', '2020-01-01T12:00:00Z', { noticeTerms: lax })],
    ]) {
      expect(
        pendingPlan({
          candidate: on('2026-11-01', { materialChange: false, noticeTerms: lax }),
          context: { ...context, timeline },
        }),
      ).toMatchObject({
        earliestEffectiveAt: context.instant,
        isDateLawful: false,
        isTooEarly: true,
      })
    }
  })

  it('keeps a day that is past, which a publication would count as today', () => {
    expect(pendingPlan({ candidate: on('2026-11-01'), context })).toMatchObject({
      effectiveAt: new Date('2026-11-01T04:00:00Z'),
      isTooEarly: true,
    })
  })

  it('has the exception that lets a day be too early', () => {
    const claim = { explanation: 'A court.', reason: 'legal_obligation' }

    expect(
      pendingPlan({ candidate: on('2026-12-16', { exception: claim }), context }),
    ).toMatchObject({ exception: claim, isDateLawful: true, isTooEarly: false })
    expect(
      pendingPlan({ candidate: on('2026-12-17', { exception: claim }), context }).exception,
    ).toBeNull()
  })

  it('does not call a day too early that is not possible for another reason', () => {
    const taken = publishedVersion('2', '2027-01-01T05:00:00Z')

    expect(
      pendingPlan({
        candidate: on('2027-01-01'),
        context: { ...context, timeline: [inForce, taken] },
      }),
    ).toMatchObject({ deadline: null, isDateLawful: false, isTooEarly: false })
  })

  it('of an import has no lawful day, and none that is not', () => {
    const imported = {
      effectiveOn: '2019-05-01' as CivilDate,
      publishedOn: null,
      sequence: 1,
      source: 'An archive',
    }
    expect(
      pendingPlan({
        candidate: candidateWith({ imported }),
        context: { ...context, timeline: [] },
      }),
    ).toMatchObject({ earliestEffectiveAt: null, isDateLawful: true, isTooEarly: false })
  })
})
