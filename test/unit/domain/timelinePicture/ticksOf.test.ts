import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ticksOf } from '../../../../src/domain/timelinePicture/ticksOf.js'

const day = 86_400_000
const at = (instant: string) => +new Date(instant)
const datesOf = ({ from, room, to }: { from: string; room: number; to: string }) =>
  ticksOf({ from: at(from), room: room * day, timeZone: 'America/New_York', to: at(to) }).map(
    ({ date }) => date,
  )

describe('the lines of the axis', () => {
  it('are months where there is room, at the first instant of the day in the zone', () => {
    expect(
      ticksOf({
        from: at('2026-10-15T00:00:00Z'),
        room: 20 * day,
        timeZone: 'America/New_York',
        to: at('2026-12-15T00:00:00Z'),
      }),
    ).toEqual([
      { at: at('2026-11-01T04:00:00Z'), date: '2026-11-01', unit: 'month' },
      { at: at('2026-12-01T05:00:00Z'), date: '2026-12-01', unit: 'month' },
    ])
  })

  it('are weeks, quarters, years or decades as the scale has it', () => {
    const from = '2020-02-01T12:00:00Z'
    expect(datesOf({ from, room: 7, to: '2020-02-18T12:00:00Z' })).toEqual([
      '2020-02-03',
      '2020-02-10',
      '2020-02-17',
    ])
    expect(datesOf({ from, room: 60, to: '2020-12-01T00:00:00Z' })).toEqual([
      '2020-04-01',
      '2020-07-01',
      '2020-10-01',
    ])
    expect(datesOf({ from, room: 300, to: '2022-12-01T00:00:00Z' })).toEqual([
      '2021-01-01',
      '2022-01-01',
    ])
    expect(datesOf({ from, room: 2_000, to: '2043-01-01T12:00:00Z' })).toEqual([
      '2030-01-01',
      '2040-01-01',
    ])
  })

  it('are in their order, inside, and leave each other room', () => {
    const start = fc.integer({ max: at('2100-01-01T00:00:00Z'), min: at('1990-01-01T00:00:00Z') })

    fc.assert(
      fc.property(
        start,
        fc.integer({ max: 40_000, min: 1 }),
        fc.integer({ max: 30, min: 1 }),
        (from, days, lines) => {
          const to = from + days * day
          const room = (days * day) / lines
          const ticks = ticksOf({ from, room, timeZone: 'Europe/Berlin', to })

          expect(ticks.length).toBeLessThanOrEqual(Math.max(lines, days / 7) + 1)
          ticks.forEach((tick, index) => {
            expect(tick.at).toBeGreaterThanOrEqual(from)
            expect(tick.at).toBeLessThanOrEqual(to)
            // An hour may be missing where the clocks change.
            expect(tick.at - (ticks[index - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(
              Math.min(room, 7 * day) - 3_600_000,
            )
          })
        },
      ),
      { numRuns: 100 },
    )
  })
})
