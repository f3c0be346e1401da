import { TZDate } from '@date-fns/tz'

const timeZone = 'America/New_York'

/** Reads an ISO instant, or what a datetime-local field sends, which is the time on a wall in New York. */
export const instantOf = (field: string): Date | undefined => {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(Z?)$/.exec(field)

  if (!match) {
    return undefined
  }

  const [, year, month, day, hour, minute, second = '0', zone] = match
  const wallTime = [year, month, day, hour, minute, second].map(Number)
  const instant = zone ? new Date(field) : newYorkInstant(wallTime)

  return Number.isNaN(+instant) ? undefined : instant
}

/** An instant as a datetime-local field takes it. */
export const wallTimeOf = (instant: Date): string =>
  new TZDate(+instant, timeZone).toISOString().slice(0, 19)

/** An instant written out: "3 November 2026 at 10:00:00". */
export const writtenTimeOf = (instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone }).format(
    instant,
  )

const newYorkInstant = ([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: number[]): Date => new Date(+new TZDate(year, month - 1, day, hour, minute, second, timeZone))
