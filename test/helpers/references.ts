import { readFileSync } from 'node:fs'

import type { BusinessCalendar } from '../../src/domain/businessCalendar.js'

const shared = new URL('../../../shared/', import.meta.url)

/** The text of a real policy that lies beside the checkout. */
export const realPolicy = (file: string): string =>
  readFileSync(new URL(`seeds/${file}`, shared), 'utf8')

/** A table of reference answers, one record per row. */
export const oracleRows = (file: string): Record<string, string>[] => {
  const [header = '', ...lines] = readFileSync(new URL(`oracle/${file}`, shared), 'utf8')
    .trim()
    .split('\n')
  const names = header.split(',')

  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name.trim(), cells[index]?.trim() ?? '']))
  })
}

/** The calendars that the reference answers were made with, by name. */
export const oracleCalendars = (): Record<string, BusinessCalendar> => {
  const raw = JSON.parse(
    readFileSync(new URL('oracle/holidays_ref.json', shared), 'utf8'),
  ) as Record<
    string,
    {
      coverage: [string, string]
      extra_working_days: string[]
      holidays: string[]
      weekend_eras: { start: string; weekmask_mon_to_sun: string }[]
    }
  >

  return Object.fromEntries(
    Object.entries(raw).map(([id, calendar]) => [
      id,
      {
        id,
        coverage: { from: calendar.coverage[0], to: calendar.coverage[1] },
        holidays: calendar.holidays,
        version: 'reference',
        weekends: calendar.weekend_eras.map(({ start, weekmask_mon_to_sun }) => ({
          days: [1, 2, 3, 4, 5, 6, 7].filter((day) => weekmask_mon_to_sun[day - 1] === '0'),
          from: start,
        })),
        workingDays: calendar.extra_working_days,
      },
    ]),
  )
}
