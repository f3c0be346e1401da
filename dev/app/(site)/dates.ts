/** The day of an instant in a zone, written out: "December 17, 2026". */
export const writtenDayOf = ({
  instant,
  timeZone,
}: {
  instant: string
  timeZone: string
}): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(new Date(instant))

/** A day such as `2026-12-17`, written out. */
export const writtenDay = (day: string): string =>
  writtenDayOf({ instant: `${day}T00:00:00Z`, timeZone: 'UTC' })
