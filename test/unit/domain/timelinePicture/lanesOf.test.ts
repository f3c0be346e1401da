import { describe, expect, it } from 'vitest'

import type { VersionCourse } from '../../../../src/domain/versionCourse.js'

import { lanesOf } from '../../../../src/domain/timelinePicture/lanesOf.js'
import { courseOf } from './courses.js'

const at = new Date('2026-07-10T12:00:00Z')
const laneOf = (fields: Partial<VersionCourse>) => {
  const [lane] = lanesOf({ at, versions: [courseOf(fields)] })

  return {
    bars: lane?.bars.map(({ from, kind, to }) => [kind, day(from), day(to)]),
    marks: lane?.marks.map((mark) => [day(mark.at), ...mark.kinds]),
  }
}
const day = (instant: number) =>
  instant === Infinity ? 'open' : new Date(instant).toISOString().slice(5, 10)

describe('a lane', () => {
  it('of a version in force goes on into the future', () => {
    expect(laneOf({})).toEqual({
      bars: [
        ['in_force', '06-01', '07-10'],
        ['will_apply', '07-10', 'open'],
      ],
      marks: [['06-01', 'published', 'effective']],
    })
  })

  it('of an announced version has its notice window, what the law asks for, and while its notice is shown', () => {
    expect(
      laneOf({
        earliestEffectiveAt: '2026-07-12T04:00:00.000Z',
        effectiveAt: '2026-07-20T04:00:00.000Z',
        noticeFrom: '2026-07-01T12:00:00.000Z',
        noticeShown: { from: '2026-07-01T12:00:00.000Z', until: '2026-08-19T04:00:00.000Z' },
        publishedAt: '2026-07-01T12:00:00.000Z',
        stages: [
          { from: '2026-06-20T12:00:00.000Z', status: 'draft', to: '2026-06-22T12:00:00.000Z' },
          { from: '2026-06-22T12:00:00.000Z', status: 'in_review', to: '2026-07-01T12:00:00.000Z' },
        ],
        state: 'upcoming',
      }),
    ).toEqual({
      bars: [
        ['draft', '06-20', '06-22'],
        ['in_review', '06-22', '07-01'],
        ['minimum', '07-01', '07-12'],
        ['notice', '07-01', '07-20'],
        ['shown', '07-01', '08-19'],
        ['will_apply', '07-20', 'open'],
      ],
      marks: [
        ['07-01', 'published'],
        ['07-12', 'minimum'],
        ['07-20', 'takes_effect'],
      ],
    })
  })

  it('says at the effect why it is before the least time', () => {
    expect(
      laneOf({
        earliestEffectiveAt: '2026-08-12T04:00:00.000Z',
        effectiveAt: '2026-07-20T04:00:00.000Z',
        exception: { explanation: 'A court.', providedFor: false, reason: 'legal_obligation' },
        noticeFrom: '2026-07-01T12:00:00.000Z',
        publishedAt: '2026-07-01T12:00:00.000Z',
        state: 'upcoming',
      }).marks,
    ).toEqual([
      ['07-01', 'published'],
      ['07-20', 'takes_effect', 'excepted'],
      ['08-12', 'minimum'],
    ])
  })

  it('says at a planned effect that an exception is claimed for it', () => {
    expect(
      laneOf({
        earliestEffectiveAt: '2026-08-12T04:00:00.000Z',
        effectiveAt: '2026-07-20T04:00:00.000Z',
        exception: { explanation: 'A court.', providedFor: false, reason: 'legal_obligation' },
        noticeFrom: '2026-07-10T12:00:00.000Z',
        publishedAt: null,
        state: null,
      }).marks,
    ).toEqual([
      ['07-20', 'planned', 'claimed'],
      ['08-12', 'minimum'],
    ])
  })

  it('tells together what falls together', () => {
    expect(
      laneOf({
        earliestEffectiveAt: '2026-07-20T04:00:00.000Z',
        effectiveAt: '2026-07-20T04:00:00.000Z',
        noticeFrom: '2026-07-01T12:00:00.000Z',
        publishedAt: '2026-07-01T12:00:00.000Z',
        state: 'upcoming',
      }).marks,
    ).toEqual([
      ['07-01', 'published'],
      ['07-20', 'minimum', 'takes_effect'],
    ])
  })

  it('of a withdrawn version ends with its withdrawal, and shows what would have come', () => {
    expect(
      laneOf({
        effectiveAt: '2026-07-20T04:00:00.000Z',
        noticeFrom: '2026-07-01T12:00:00.000Z',
        publishedAt: '2026-07-01T12:00:00.000Z',
        state: 'withdrawn',
        withdrawnAt: '2026-07-05T12:00:00.000Z',
      }),
    ).toEqual({
      bars: [
        ['notice', '07-01', '07-05'],
        ['cancelled', '07-05', '07-20'],
      ],
      marks: [
        ['07-01', 'published'],
        ['07-05', 'withdrawn'],
        ['07-20', 'cancelled'],
      ],
    })
  })

  it('of a superseded version ends with its successor', () => {
    expect(laneOf({ state: 'superseded', supersededAt: '2026-07-01T04:00:00.000Z' }).bars).toEqual([
      ['was_in_force', '06-01', '07-01'],
    ])
  })

  it('of a version that was superseded on a day that nobody knows has no bar that ends anywhere', () => {
    expect(laneOf({ state: 'superseded' }).bars).toEqual([])
  })

  it('of a draft shows how far it is, when to publish it and when it could take effect', () => {
    const draft = {
      deadline: '2026-07-15T04:00:00.000Z',
      earliestEffectiveAt: '2026-07-21T04:00:00.000Z',
      effectiveAt: '2026-07-25T04:00:00.000Z',
      noticeFrom: at.toISOString(),
      publishedAt: null,
      stages: [{ from: '2026-07-08T12:00:00.000Z', status: 'approved' as const, to: null }],
      state: null,
      status: 'approved' as const,
    }
    expect(laneOf(draft)).toEqual({
      bars: [
        ['approved', '07-08', '07-10'],
        ['minimum', '07-10', '07-21'],
        ['planned', '07-10', '07-25'],
      ],
      marks: [
        ['07-15', 'deadline'],
        ['07-21', 'minimum'],
        ['07-25', 'planned'],
      ],
    })
    expect(
      laneOf({
        ...draft,
        deadline: null,
        effectiveAt: '2026-07-15T04:00:00.000Z',
        isTooEarly: true,
      }).marks,
    ).toEqual([
      ['07-15', 'too_early'],
      ['07-21', 'minimum'],
    ])
  })

  it('of an import that nobody knows the dates of is empty', () => {
    expect(
      laneOf({ effectiveAt: null, isImported: true, noticeFrom: null, publishedAt: null }),
    ).toEqual({ bars: [], marks: [] })
  })
})
