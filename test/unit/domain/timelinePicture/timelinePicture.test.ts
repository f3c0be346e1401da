import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { VersionCourse } from '../../../../src/domain/versionCourse.js'

import { lanesOf } from '../../../../src/domain/timelinePicture/lanesOf.js'
import { timelinePicture } from '../../../../src/domain/timelinePicture/timelinePicture.js'
import { courseOf } from './courses.js'

const at = new Date('2026-07-10T12:00:00Z')
const day = 86_400_000
const pictureOf = ({
  versions,
  ...options
}: {
  pixelsPerDay?: number
  versions: VersionCourse[]
  width?: number
}) =>
  timelinePicture({
    at,
    labelWidth: ({ kinds }) => 90 + kinds.length * 80,
    lanes: lanesOf({ at, versions }),
    timeZone: 'America/New_York',
    width: 900,
    ...options,
  })

describe('the picture of a timeline', () => {
  it('fits everything into its width, with some weeks around today', () => {
    const { from, lanes, ticks, to, today, width } = pictureOf({ versions: [courseOf()] })

    expect(width).toBe(900)
    expect(from).toBeLessThan(+new Date('2026-06-01T12:00:00Z'))
    expect(to).toBeGreaterThan(+at + 30 * day)
    expect(lanes).toMatchObject([
      {
        bars: [
          { isOpen: false, kind: 'in_force', to: today },
          { from: today, isOpen: true, kind: 'will_apply', to: 1 },
        ],
        marks: [{ kinds: ['published', 'effective'] }],
        rows: 1,
      },
    ])
    expect(ticks.length).toBeGreaterThan(1)
    expect(ticks.some(({ isNamed }) => isNamed)).toBe(true)
  })

  it('gets wider with the scale', () => {
    const versions = [courseOf({ effectiveAt: '2020-06-01T12:00:00.000Z' })]
    const { lanes, width } = pictureOf({ pixelsPerDay: 3, versions })

    expect(width).toBeGreaterThan(2_200 * 3)
    expect(lanes[0]?.marks[0]?.at).toBeLessThan(0.05)
  })

  it('of thirty versions gives each a lane with no more rows than it has marks', () => {
    const versions = Array.from({ length: 30 }, (_, index) =>
      courseOf({
        effectiveAt: new Date(+at - (30 - index) * 120 * day).toISOString(),
        id: index,
        noticeFrom: new Date(+at - (30 - index) * 120 * day - 30 * day).toISOString(),
        publishedAt: new Date(+at - (30 - index) * 120 * day - 30 * day).toISOString(),
      }),
    )
    const { lanes } = pictureOf({ versions })

    expect(lanes.map(({ id }) => id)).toEqual(versions.map(({ id }) => id))
    expect(lanes.every(({ marks, rows }) => rows >= 1 && rows <= marks.length)).toBe(true)
  })

  it('has everything inside, in its order and without labels over each other, whatever there is', () => {
    fc.assert(
      fc.property(
        fc.array(course, { maxLength: 8 }),
        fc.integer({ max: 2_000, min: 320 }),
        fc.constantFrom(0, 0.5, 3),
        (versions, width, pixelsPerDay) => {
          const picture = pictureOf({ pixelsPerDay, versions, width })

          expect(picture.width).toBeGreaterThanOrEqual(width)
          expect(isInside(picture.today)).toBe(true)
          for (const tick of picture.ticks) {
            expect(isInside(tick.at)).toBe(true)
            // About 30 pixels are the least that a name takes.
            const end = tick.at + 30 / picture.width
            const isCrossed = tick.at < picture.today && picture.today < end
            expect(tick.isNamed && (isCrossed || end > 1)).toBe(false)
          }
          for (const { bars, marks } of picture.lanes) {
            for (const { from, to } of bars) {
              expect(isInside(from) && isInside(to) && from <= to).toBe(true)
            }
            marks.forEach((mark, index) => {
              const { at: position, instant, label } = mark
              expect(isInside(position) && isInside(label.from) && isInside(label.to)).toBe(true)
              for (const earlier of marks.slice(0, index)) {
                expect(earlier.instant).toBeLessThan(instant)
                expect(earlier.at).toBeLessThanOrEqual(position)
                expect(earlier.label.row !== label.row || earlier.label.to <= label.from).toBe(true)
              }
            })
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

const isInside = (position: number) => position >= 0 && position <= 1

const instant = fc
  .integer({ max: 3_000, min: -9_000 })
  .map((days) => new Date(+at + days * day).toISOString())
const maybe = fc.option(instant)

const course: fc.Arbitrary<VersionCourse> = fc
  .record({
    deadline: maybe,
    earliestEffectiveAt: maybe,
    effectiveAt: maybe,
    isTooEarly: fc.boolean(),
    noticeFrom: maybe,
    noticeShown: fc.option(fc.record({ from: instant, until: instant })),
    publishedAt: maybe,
    state: fc.option(
      fc.constantFrom(
        'in_force' as const,
        'superseded' as const,
        'upcoming' as const,
        'withdrawn' as const,
      ),
    ),
    supersededAt: maybe,
    withdrawnAt: maybe,
  })
  .map(courseOf)
