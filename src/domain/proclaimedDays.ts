import type { BusinessCalendar } from './businessCalendar.js'

/** Days that were proclaimed after a calendar was configured; each entry makes a new version of it. */
export type ProclaimedDays = {
  /** Id of the calendar that it adds to. */
  calendar: string
  /** Days off, `YYYY-MM-DD`. */
  holidays: null | string[]
  id: number | string
  /** Make-up working days, `YYYY-MM-DD`; they win over holidays and weekends. */
  workingDays: null | string[]
}

/** A calendar with the days that were proclaimed for it, in the order in which they were recorded. */
export const withProclaimedDays = ({
  calendar,
  proclaimed,
}: {
  calendar: BusinessCalendar
  proclaimed: readonly ProclaimedDays[]
}): BusinessCalendar => {
  const own = proclaimed.filter((entry) => entry.calendar === calendar.id)
  const last = own.at(-1)

  return last
    ? {
        ...calendar,
        // The newest entry for a day wins: a working day can be proclaimed a holiday after all.
        ...own.reduce(added, {
          holidays: calendar.holidays,
          workingDays: calendar.workingDays ?? [],
        }),
        version: `${calendar.version}+${last.id}`,
      }
    : calendar
}

const added = (
  days: { holidays: string[]; workingDays: string[] },
  entry: ProclaimedDays,
): { holidays: string[]; workingDays: string[] } => {
  const holidays = entry.holidays ?? []
  const workingDays = entry.workingDays ?? []

  return {
    holidays: [
      ...new Set([...days.holidays.filter((day) => !workingDays.includes(day)), ...holidays]),
    ],
    workingDays: [
      ...new Set([...days.workingDays.filter((day) => !holidays.includes(day)), ...workingDays]),
    ],
  }
}
