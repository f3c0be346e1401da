import { describe, expect, it } from 'vitest'

import {
  type BusinessCalendar,
  kindOfDay,
  parseBusinessCalendar,
} from '../../../src/domain/businessCalendar.js'
import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import { parseCivilDate } from '../../../src/domain/civilDate.js'

const emirates: BusinessCalendar = {
  id: 'emirates',
  coverage: { from: '2021-01-01', to: '2022-12-31' },
  holidays: ['2021-12-02', '2022-01-01'],
  version: '1',
  weekends: [
    { days: [5, 6], from: '0001-01-01' },
    { days: [6, 7], from: '2022-01-01' },
  ],
  workingDays: ['2022-01-08'],
}

describe('a day of a calendar', () => {
  it.each([
    ['a Friday before the weekend moved', '2021-12-31', 'weekend'],
    ['a Friday after it', '2022-01-07', 'business_day'],
    ['a make-up Saturday', '2022-01-08', 'business_day'],
    ['a Sunday after it', '2022-01-09', 'weekend'],
    ['a holiday', '2021-12-02', 'holiday'],
  ])('%s', (_, date, kind) => {
    expect(kindOfDay({ calendar: emirates, date: parseCivilDate(date) })).toBe(kind)
  })
})

describe('the US federal calendar', () => {
  it.each([
    ['2020-07-03', 'Independence Day 2020, a Saturday, is observed on Friday'],
    ['2021-06-18', 'Juneteenth, since 2021, is observed on Friday'],
    ['2027-12-31', 'New Year 2028, a Saturday, is observed in the old year'],
    ['2023-01-02', 'New Year 2023, a Sunday, is observed on Monday'],
    ['2026-11-26', 'Thanksgiving is the fourth Thursday, not the last'],
    ['2024-05-27', 'Memorial Day is the last Monday of May'],
  ])('%s: %s', (date) => {
    expect(usFederalCalendar.holidays).toContain(date)
  })

  it('has no Juneteenth before it was one', () => {
    expect(usFederalCalendar.holidays).not.toContain('2020-06-19')
  })
})

describe('a calendar that is not one', () => {
  it.each([
    [{ id: '' }, /`id`/],
    [{ version: undefined }, /`version`/],
    [{ coverage: { from: '2022-12-31', to: '2021-01-01' } }, /`coverage`/],
    [{ holidays: ['2021-02-29'] }, /`holidays`/],
    [{ workingDays: ['soon'] }, /`workingDays`/],
    [{ weekends: [] }, /first era/],
    [{ weekends: [{ days: [0], from: '0001-01-01' }] }, /1 \(Monday\)/],
    [{ weekends: [{ days: [6], from: '2021-06-01' }] }, /first era/],
    [{ weekends: [emirates.weekends[1]!, emirates.weekends[0]!] }, /in the order/],
  ])('is refused for %j', (wrong, message) => {
    expect(() => parseBusinessCalendar({ ...emirates, ...wrong } as BusinessCalendar)).toThrow(
      message,
    )
  })
})
