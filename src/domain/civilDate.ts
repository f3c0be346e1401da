import { TZDate, tzOffset } from '@date-fns/tz'
import { utc } from '@date-fns/utc'
import { addDays, addMonths, formatISO, isValid, parseISO } from 'date-fns'

import { PolicyError } from './policyError.js'

/**
 * A day of the calendar, `YYYY-MM-DD`, without a time or a zone. Never a `Date`: a time zone is
 * used at two borders only, `civilDateOf` and `startOfCivilDate`, so that no rule depends on the
 * zone of the machine it runs on. Strings of this form compare in the order of the days.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' }

const hour = 3_600_000
const firstMidnight = new Date('0001-01-01T00:00:00Z')
const lastMidnight = new Date('9999-12-31T00:00:00Z')

/** True for an existing day between 0001-01-01 and 9999-12-31, written `YYYY-MM-DD`. */
export const isCivilDate = (value: unknown): value is CivilDate =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !value.startsWith('0000') &&
  isValid(parseISO(value, { in: utc }))

/** Reads a civil date. @throws PolicyError `INVALID_PARAMETER` for anything but an existing day. */
export const parseCivilDate = (value: unknown, name = 'The date'): CivilDate => {
  if (isCivilDate(value)) {
    return value
  }

  throw new PolicyError({
    code: 'INVALID_PARAMETER',
    message: `${name} is ${JSON.stringify(value)}; allowed is an existing day written YYYY-MM-DD, such as 2026-12-17.`,
  })
}

/** The day `days` after `date` (before it where negative). */
export const addCivilDays = (date: CivilDate, days: number): CivilDate => {
  // Counts step through many days, and in UTC every day has the same length.
  const moved = new Date(midnightOf(date) + days * 24 * hour)

  return moved >= firstMidnight && moved <= lastMidnight
    ? (moved.toISOString().slice(0, 10) as CivilDate)
    : write(addDays(read(date), days))
}

/** How many days `to` is after `from`; negative where it is before it. */
export const civilDaysBetween = (from: CivilDate, to: CivilDate): number =>
  (midnightOf(to) - midnightOf(from)) / (24 * hour)

/** The same day number `months` later, or the last day of that month where it has none (BGB § 188). */
export const addCivilMonths = (date: CivilDate, months: number): CivilDate =>
  write(addMonths(read(date), months))

/** 1 = Monday … 7 = Sunday. */
export const isoWeekday = (date: CivilDate): number => new Date(midnightOf(date)).getUTCDay() || 7

/** True for a zone that the runtime's time-zone data knows, such as `America/New_York`. */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || value === '') {
    return false
  }

  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** Reads an IANA zone name. @throws PolicyError `INVALID_PARAMETER` for an unknown one. */
export const parseTimeZone = (value: unknown): string => {
  if (isTimeZone(value)) {
    return value
  }

  throw new PolicyError({
    code: 'INVALID_PARAMETER',
    field: 'timeZone',
    message: `The time zone is ${JSON.stringify(value)}; allowed is an IANA name such as "Europe/Berlin" or "America/New_York".`,
  })
}

/**
 * The day that an instant falls on in a zone: the last day whose first instant is not after it.
 * Equal to the wall clock's day, except where clocks went back across midnight: there it does
 * not go back, so that later instants never fall on earlier days.
 */
export const civilDateOf = ({
  instant,
  timeZone,
}: {
  instant: Date
  timeZone: string
}): CivilDate => {
  const wallDate = write(new TZDate(+instant, timeZone))
  const nextDate = addCivilDays(wallDate, 1)

  return +startOfCivilDate({ date: nextDate, timeZone }) <= +instant ? nextDate : wallDate
}

/**
 * The first instant of a day in a zone: the first whose wall-clock date there is that day or later.
 * That is 00:00, the earlier one where 00:00 comes twice, and the end of the gap where a clock
 * change skips 00:00. Uses the zone's offsets alone, never the zone of the machine: the setters of
 * `TZDate` and `Date` go through the latter and are an hour off around some transitions.
 */
export const startOfCivilDate = ({
  date,
  timeZone,
}: {
  date: CivilDate
  timeZone: string
}): Date => {
  const midnight = midnightOf(date)
  const wallTime = (instant: number): number => instant + offsetOf({ instant, timeZone })
  // No zone is further than 14 hours from UTC, so these two lie on either side of any transition.
  const before = midnight - 16 * hour
  const after = midnight + 16 * hour
  const candidates = [before, after]
    .map((instant) => midnight - offsetOf({ instant, timeZone }))
    .filter((instant) => wallTime(instant) === midnight)

  return new Date(
    candidates.length > 0
      ? Math.min(...candidates)
      : firstIn({ from: before, holds: (instant) => wallTime(instant) >= midnight, to: after }),
  )
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
const offsetOf = ({ instant, timeZone }: { instant: number; timeZone: string }): number =>
  Math.round(tzOffset(timeZone, new Date(instant)) * 60_000)

/** Bisects to the first millisecond in (from, to] where a condition, once true, stays true. */
const firstIn = ({
  from,
  holds,
  to,
}: {
  from: number
  holds: (instant: number) => boolean
  to: number
}): number => {
  let [low, high] = [from, to]

  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) {
      high = middle
    } else {
      low = middle
    }
  }

  return high
}

/** The first instant of a day in UTC, in milliseconds. */
const midnightOf = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`)

const read = (date: CivilDate): Date => parseISO(date, { in: utc })

const write = (date: Date): CivilDate => {
  const year = date.getFullYear()

  return year >= 1 && year <= 9999
    ? (formatISO(date, { representation: 'date' }) as CivilDate)
    : parseCivilDate(isValid(date) ? formatISO(date) : 'no date', 'The result of counting days')
}
