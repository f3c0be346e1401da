import type { BusinessCalendar } from './businessCalendar.js'

/** Days that were proclaimed after a calendar was configured; each entry makes a new version of it. */
export type ProclaimedDays = {
  /** Id of the calendar that it adds to. */
  calendar: string
  /** Days off, `YYYY-MM-DD`. */
  holidays: null | string[]
  id: number | string
  /** Who proclaimed them, and where that stands. */
  reason?: null | string
  /** Days that an earlier entry took off by mistake, `YYYY-MM-DD`. */
  workingDays: null | string[]
}

/**
 * A calendar with the days that were proclaimed for it, in the order in which they were recorded. A
 * working day takes back what an entry before it added and nothing else, whatever stands there: no day
 * off of the calendar itself becomes one of work, and no count gets shorter than the calendar says.
 */
export const withProclaimedDays = ({
  calendar,
  proclaimed,
}: {
  calendar: BusinessCalendar
  proclaimed: readonly ProclaimedDays[]
}): BusinessCalendar => {
  const own = proclaimed.filter((entry) => entry.calendar === calendar.id)
  const last = own.at(-1)
  const daysOff = own.reduce(takenOff, [])

  return last
    ? {
        ...calendar,
        holidays: [...new Set([...calendar.holidays, ...daysOff])],
        names: { ...calendar.names, ...namesOf({ daysOff, proclaimed: own }) },
        version: `${calendar.version}+${last.id}`,
        workingDays: (calendar.workingDays ?? []).filter((day) => !daysOff.includes(day)),
      }
    : calendar
}

const namesOf = ({
  daysOff,
  proclaimed,
}: {
  daysOff: readonly string[]
  proclaimed: readonly ProclaimedDays[]
}): Record<string, string> =>
  Object.fromEntries(
    proclaimed.flatMap(({ holidays, reason }) =>
      reason
        ? (holidays ?? []).filter((day) => daysOff.includes(day)).map((day) => [day, reason])
        : [],
    ),
  )

/** The newest entry for a day wins. */
const takenOff = (days: string[], { holidays, workingDays }: ProclaimedDays): string[] => [
  ...new Set([...days.filter((day) => !workingDays?.includes(day)), ...(holidays ?? [])]),
]
