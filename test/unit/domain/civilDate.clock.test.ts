import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import {
  addCivilDays,
  type CivilDate,
  civilDateOf,
  isCivilDate,
  isTimeZone,
  parseCivilDate,
  startOfCivilDate,
} from '../../../src/domain/civilDate.js'

const zones = Intl.supportedValuesOf('timeZone')
const startOf = (date: string, timeZone: string) =>
  startOfCivilDate({ date: parseCivilDate(date), timeZone }).toISOString()
const dateOf = (instant: string, timeZone: string) =>
  civilDateOf({ instant: new Date(instant), timeZone })

describe('the first instant of a day', () => {
  it.each([
    ['New York in winter', '2026-12-17', 'America/New_York', '2026-12-17T05:00:00.000Z'],
    ['London before a spring change', '2018-03-25', 'Europe/London', '2018-03-25T00:00:00.000Z'],
    ['Cairo, where midnight is skipped', '2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
    ['Beirut, where midnight is skipped', '2024-03-31', 'Asia/Beirut', '2024-03-30T22:00:00.000Z'],
    [
      'São Paulo, where midnight is skipped',
      '2018-11-04',
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z',
    ],
    [
      'Apia on a day that does not exist: the next',
      '2011-12-30',
      'Pacific/Apia',
      '2011-12-30T10:00:00.000Z',
    ],
    [
      'Havana, where midnight comes twice: the first',
      '2024-11-03',
      'America/Havana',
      '2024-11-03T04:00:00.000Z',
    ],
  ])('%s', (_, date, timeZone, expected) => {
    expect(startOf(date, timeZone)).toBe(expected)
  })

  it('agrees with Temporal in every zone', () => {
    const days = fc.integer({ min: 0, max: 20_000 })

    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (timeZone, offset) => {
        const date = addCivilDays('1996-01-01' as CivilDate, offset)
        const theirs = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
        expect(+startOfCivilDate({ date, timeZone })).toBe(theirs)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the day of an instant', () => {
  it('is the day of the wall clock there', () => {
    expect(dateOf('2026-11-02T04:59:59.999Z', 'America/New_York')).toBe('2026-11-01')
    expect(dateOf('2026-11-02T05:00:00.000Z', 'America/New_York')).toBe('2026-11-02')
    expect(dateOf('2026-11-02T18:30:00.000Z', 'Asia/Kolkata')).toBe('2026-11-03')
  })

  it('does not go back where clocks went back across midnight', () => {
    // St. John's, 7 November 2010: at 00:01 clocks went back to 23:01 of the day before.
    expect(dateOf('2010-11-07T02:30:30.000Z', 'America/St_Johns')).toBe('2010-11-07')
    expect(dateOf('2010-11-07T02:31:00.000Z', 'America/St_Johns')).toBe('2010-11-07')
  })

  it('never decreases with time, in any zone', () => {
    const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2037, 0, 1) })

    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instants,
        fc.integer({ min: 0, max: 7_200_000 }),
        (timeZone, instant, delay) => {
          const early = civilDateOf({ instant: new Date(instant), timeZone })
          const late = civilDateOf({ instant: new Date(instant + delay), timeZone })
          expect(late >= early).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('reading a civil date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '20260101', '', 20260101, null])(
    'refuses %j and says what is allowed',
    (value) => {
      expect(isCivilDate(value)).toBe(false)
      expect(() => parseCivilDate(value)).toThrow(/YYYY-MM-DD/)
    },
  )

  it('knows real zones only', () => {
    expect(isTimeZone('America/New_York')).toBe(true)
    expect([undefined, '', 'Mars/Olympus', 5].some(isTimeZone)).toBe(false)
  })
})
