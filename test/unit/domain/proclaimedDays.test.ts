import { describe, expect, it } from 'vitest'

import { isBusinessDay } from '../../../src/domain/businessCalendar.js'
import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import { parseCivilDate } from '../../../src/domain/civilDate.js'
import { type ProclaimedDays, withProclaimedDays } from '../../../src/domain/proclaimedDays.js'

const withEntries = (entries: Partial<ProclaimedDays>[]) =>
  withProclaimedDays({
    calendar: usFederalCalendar,
    proclaimed: entries.map((entry, index) => ({
      id: index + 1,
      calendar: usFederalCalendar.id,
      holidays: null,
      workingDays: null,
      ...entry,
    })),
  })
const isWork = (entries: Partial<ProclaimedDays>[], day: string): boolean =>
  isBusinessDay({ calendar: withEntries(entries), date: parseCivilDate(day) })

describe('proclaimed days', () => {
  it('are days off, until a later entry sets them right', () => {
    const off = { holidays: ['2027-01-08'] }
    const right = { workingDays: ['2027-01-08'] }

    expect(isWork([], '2027-01-08')).toBe(true)
    expect(isWork([off], '2027-01-08')).toBe(false)
    expect(isWork([off, right], '2027-01-08')).toBe(true)
    expect(isWork([off, right, off], '2027-01-08')).toBe(false)
    expect(withEntries([off, right]).version).toBe('1+2')
  })

  it.each([
    ['a Saturday', '2027-01-16'],
    ['a holiday of the calendar', '2027-01-01'],
  ])('never make a day of work of %s', (_, day) => {
    expect(isWork([{ workingDays: [day] }], day)).toBe(false)
    expect(isWork([{ holidays: [day] }, { workingDays: [day] }], day)).toBe(false)
  })

  it('of another calendar change nothing', () => {
    expect(withEntries([{ calendar: 'weekends', holidays: ['2027-01-08'] }])).toBe(
      usFederalCalendar,
    )
  })
})
