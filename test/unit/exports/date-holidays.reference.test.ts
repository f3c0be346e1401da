import { expect, it } from 'vitest'

import { isoWeekday, parseCivilDate } from '../../../src/domain/civilDate.js'
import {
  dateHolidaysCalendar,
  type DateHolidaysOptions,
} from '../../../src/exports/date-holidays.js'
import { oracleCalendars } from '../../helpers/references.js'

const calendars = oracleCalendars()
const years = { from: 2017, to: 2026 }

const onWeekdays = (holidays: string[]): string[] =>
  holidays.filter(
    (date) =>
      date >= `${years.from}-01-01` &&
      date <= `${years.to}-12-31` &&
      isoWeekday(parseCivilDate(date)) < 6,
  )

// The reference begins in 2017.
it.each<[string, Omit<DateHolidaysOptions, 'from' | 'to'>]>([
  ['US-FED', { country: 'US', types: ['public', 'bank'] }],
  ['GB-EAW', { country: 'GB', state: 'ENG' }],
  ['DE-BY', { country: 'DE', state: 'BY' }],
  ['DE-BY-CATH', { country: 'DE', region: 'KATH', state: 'BY' }],
  ['JP', { country: 'JP' }],
])('the holidays of %s on weekdays are those of the reference', (name, place) => {
  const { holidays } = dateHolidaysCalendar({ ...place, ...years })

  expect(onWeekdays(holidays)).toEqual(onWeekdays(calendars[name]!.holidays))
})
