import type { BusinessCalendar } from '../businessCalendar.js'

import { addCivilDays, type CivilDate, isoWeekday, parseCivilDate } from '../civilDate.js'

const firstYear = 1986
const lastYear = 2100
const monday = 1
const thursday = 4
const daysOff = observedHolidays()

/**
 * The legal public holidays of the United States' federal government, computed by rule:
 * 5 U.S.C. § 6103(a), with the days observed in their place: the Friday before for one on a
 * Saturday (§ 6103(b)), the Monday after for one on a Sunday (Executive Order 11582, sec. 3).
 * Both the day itself and the observed day are off. Inauguration Day (Washington area only) and
 * days given off by executive order are not in it.
 */
export const usFederalCalendar: BusinessCalendar = {
  id: 'us-federal',
  coverage: { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` },
  holidays: Object.keys(daysOff).sort(),
  names: daysOff,
  version: '1',
  weekends: [{ days: [6, 7], from: '0001-01-01' }],
}

/** The days off with what they are called; a day itself goes before one that is observed on it. */
function observedHolidays(): Record<CivilDate, string> {
  // New Year's Day of the year after the last may be observed on 31 December of the last.
  const years = Array.from({ length: lastYear - firstYear + 2 }, (_, index) => firstYear + index)
  const holidays = years.flatMap(holidaysOf)
  const named = [
    ...holidays.map(([date, name]): Holiday => [observed(date), `${name} (observed)`]),
    ...holidays,
  ]

  return Object.fromEntries(
    named.filter(([date]) => date >= `${firstYear}-01-01` && date <= `${lastYear}-12-31`),
  )
}

type Holiday = [date: CivilDate, name: string]

function holidaysOf(year: number): Holiday[] {
  return [
    [fixed(year, 1, 1), 'New Year’s Day'],
    // Observed since 1986.
    [nthWeekday(year, 1, monday, 3), 'Birthday of Martin Luther King, Jr.'],
    [nthWeekday(year, 2, monday, 3), 'Washington’s Birthday'],
    [lastMondayOfMay(year), 'Memorial Day'],
    // Public Law 117-17 of 17 June 2021.
    ...(year >= 2021
      ? [[fixed(year, 6, 19), 'Juneteenth National Independence Day'] satisfies Holiday]
      : []),
    [fixed(year, 7, 4), 'Independence Day'],
    [nthWeekday(year, 9, monday, 1), 'Labor Day'],
    [nthWeekday(year, 10, monday, 2), 'Columbus Day'],
    [fixed(year, 11, 11), 'Veterans Day'],
    [nthWeekday(year, 11, thursday, 4), 'Thanksgiving Day'],
    [fixed(year, 12, 25), 'Christmas Day'],
  ]
}

function fixed(year: number, month: number, day: number): CivilDate {
  return parseCivilDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): CivilDate {
  const first = fixed(year, month, 1)
  const toWeekday = (weekday - isoWeekday(first) + 7) % 7
  return addCivilDays(first, toWeekday + (nth - 1) * 7)
}

function lastMondayOfMay(year: number): CivilDate {
  const last = fixed(year, 5, 31)
  return addCivilDays(last, 1 - isoWeekday(last))
}

function observed(holiday: CivilDate): CivilDate {
  const shift = { 6: -1, 7: 1 }[isoWeekday(holiday)] ?? 0
  return addCivilDays(holiday, shift)
}
