import { describe, expect, it } from 'vitest'

import { isBusinessDay, kindOfDay } from '../../../src/domain/businessCalendar.js'
import { addCivilDays, parseCivilDate } from '../../../src/domain/civilDate.js'
import { isPolicyError } from '../../../src/domain/policyError.js'
import { dateHolidaysCalendar } from '../../../src/exports/date-holidays.js'
import { earliestEffectiveAt, usFederalCalendar } from '../../../src/index.js'

const federal = dateHolidaysCalendar({
  country: 'US',
  from: 2015,
  to: 2030,
  types: ['public', 'bank'],
})

const refusal = (options: object): string => {
  try {
    dateHolidaysCalendar({ country: 'US', from: 2024, to: 2026, ...options })
  } catch (error) {
    return isPolicyError(error) && error.code === 'INVALID_PARAMETER'
      ? error.message
      : String(error)
  }
  return 'was accepted'
}

describe('the holidays of the United States from date-holidays', () => {
  it('are those of the computed federal calendar, on every day of sixteen years', () => {
    const differing: string[] = []

    for (let date = parseCivilDate('2015-01-01'); date <= '2030-12-31';) {
      if (
        isBusinessDay({ calendar: federal, date }) !==
        isBusinessDay({ calendar: usFederalCalendar, date })
      ) {
        differing.push(date)
      }
      date = addCivilDays(date, 1)
    }

    expect(differing).toEqual([])
  })

  it('lack the substitute of Veterans Day without the type bank', () => {
    const withoutBank = dateHolidaysCalendar({ country: 'US', from: 2023, to: 2023 })

    expect(federal.holidays).toContain('2023-11-10')
    expect(withoutBank.holidays).not.toContain('2023-11-10')
  })

  it('have the substitute day that falls into the year before, also at the end of the coverage', () => {
    const { holidays } = dateHolidaysCalendar({ country: 'US', from: 2027, to: 2027 })

    expect(holidays.at(-1)).toBe('2027-12-31')
  })

  it('count a notice period as the computed calendar does', () => {
    expect(
      earliestEffectiveAt({
        calendar: federal,
        period: { amount: 30, unit: 'business_days' },
        publishedAt: new Date('2026-11-02T20:00:00Z'),
        timeZone: 'America/New_York',
      }).toISOString(),
    ).toBe('2026-12-17T05:00:00.000Z')
  })
})

describe('days that start the evening before', () => {
  const { holidays } = dateHolidaysCalendar({ country: 'IL', from: 2024, to: 2024 })

  it('are on the date that they are named by', () => {
    expect(holidays).toContain('2024-04-23')
    expect(holidays).not.toContain('2024-04-22')
  })

  it('are on each of several days, and no more', () => {
    // Rosh Hashanah has two days; Yom Kippur has one.
    expect(holidays.filter((date) => date >= '2024-10-01' && date <= '2024-10-13')).toEqual([
      '2024-10-03',
      '2024-10-04',
      '2024-10-12',
    ])
  })

  it('are refused outside of the years that the package knows them for', () => {
    expect(refusal({ country: 'IL', to: 2099 })).toMatch(/Hebrew holidays allowed are 1970 to 2098/)
    expect(refusal({ country: 'SA', from: 1960 })).toMatch(
      /Islamic holidays allowed are 1971 to 2075/,
    )
    expect(refusal({ country: 'US', from: 1960, to: 2100 })).toBe('was accepted')
  })
})

describe('a holiday of more or less than a day', () => {
  it('is off on each of its days, also on those in the next year', () => {
    // Eswatini's Incwala lasts six days from 28 December.
    const { holidays } = dateHolidaysCalendar({ country: 'SZ', from: 2025, to: 2025 })

    expect(holidays.slice(0, 2)).toEqual(['2025-01-01', '2025-01-02'])
    expect(holidays.slice(-4)).toEqual(['2025-12-28', '2025-12-29', '2025-12-30', '2025-12-31'])
  })

  it('is off for the whole day where it is off in part', () => {
    const { holidays } = dateHolidaysCalendar({ country: 'IS', from: 2025, to: 2025 })

    expect(holidays).toContain('2025-12-24')
  })

  it('is one day long where clocks change on it', () => {
    // Easter Sunday 2024 had 23 hours in Germany's Brandenburg.
    const { holidays } = dateHolidaysCalendar({ country: 'DE', from: 2024, state: 'BB', to: 2024 })

    expect(holidays).toContain('2024-03-31')
    expect(holidays).not.toContain('2024-04-02')
  })
})

describe('the calendar made of them', () => {
  const bavaria = { country: 'DE', from: 2026, state: 'BY', to: 2026 }

  it('is named after its place, covers whole years and has Saturdays and Sundays off', () => {
    expect(dateHolidaysCalendar(bavaria)).toMatchObject({
      id: 'date-holidays:DE-BY',
      coverage: { from: '2026-01-01', to: '2026-12-31' },
      version: expect.stringMatching(/^date-holidays@\d{4}-\d{2}-\d{2}#[0-9a-f]{12}$/),
      weekends: [{ days: [6, 7], from: '0001-01-01' }],
    })
    expect(dateHolidaysCalendar({ ...bavaria, id: 'office' }).id).toBe('office')
  })

  it('has days in order, once each, inside of the coverage', () => {
    const { holidays } = dateHolidaysCalendar({
      ...bavaria,
      holidays: ['2026-07-01', '2026-01-01', '2027-07-01'],
    })

    expect(holidays).toEqual([...new Set(holidays)].sort())
    expect(holidays).toContain('2026-07-01')
    expect(holidays[0]).toBe('2026-01-01')
    expect(holidays.at(-1)).toBe('2026-12-26')
  })

  it('has working days win, and weekends of its own', () => {
    const calendar = dateHolidaysCalendar({
      ...bavaria,
      weekends: [{ days: [5, 6], from: '0001-01-01' }],
      workingDays: ['2026-01-01', '2026-01-03'],
    })
    const kind = (date: string) => kindOfDay({ calendar, date: parseCivilDate(date) })

    expect(calendar.workingDays).toEqual(['2026-01-01', '2026-01-03'])
    expect(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map(kind)).toEqual([
      'business_day',
      'weekend',
      'business_day',
      'business_day',
    ])
  })

  it('has a version that changes with its data and with nothing else', () => {
    const { version } = dateHolidaysCalendar(bavaria)

    expect(dateHolidaysCalendar({ ...bavaria, id: 'office', types: ['public'] }).version).toBe(
      version,
    )
    for (const other of [
      { holidays: ['2026-07-01'] },
      { state: 'HH' },
      { to: 2027 },
      { weekends: [{ days: [7], from: '0001-01-01' }] },
      { workingDays: ['2026-01-01'] },
    ]) {
      expect(dateHolidaysCalendar({ ...bavaria, ...other }).version).not.toBe(version)
    }
  })
})

describe('a mistake in the options', () => {
  it.each([
    [{ country: 'XX' }, /country is "XX"; known in date-holidays: "AD", .* more\. Pass/],
    [{ country: 'DE-BY' }, /goes into `state`/],
    [{ country: undefined }, /country is undefined/],
    [{ country: 'DE', state: 'XX' }, /state is "XX"; known in DE: "BB", .*"TH"\. Pass/],
    [{ country: 'JP', state: '13' }, /known in JP: none/],
    // Listed by the package, which then gives the whole country's days for it.
    [{ country: 'CK', state: 'Aitutaki' }, /state is "Aitutaki"/],
    [{ country: 'DE', region: 'X', state: 'BY' }, /region is "X"; known in DE-BY: .*"KATH"/],
    [{ country: 'DE', region: 'KATH' }, /DE without a state: none.* together with its `state`/],
    [{ types: ['federal'] }, /`types` is \["federal"\]; .*"bank", "public"/],
    [{ types: [] }, /one or more/],
    [{ types: 'public' }, /`types` is "public"/],
    [{ from: 2027 }, /from 2027 to 2026; allowed/],
    [{ from: 2024.5 }, /whole numbers/],
    [{ from: '2024' }, /from "2024"/],
    [{ from: 1899 }, /1900 to 2200/],
    [{ from: 1900, to: 2100 }, /at most 200 years/],
    [{ holidays: ['2026-02-29'] }, /`holidays` must be/],
    [{ holidays: ['soon'] }, /`holidays` must be/],
    [{ workingDays: ['soon'] }, /`workingDays` must be/],
    [{ weekends: [] }, /`weekends`/],
    [{ id: '' }, /`id`/],
  ])('is refused: %j', (wrong, message) => {
    expect(refusal(wrong)).toMatch(message)
  })
})
