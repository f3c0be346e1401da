/** The day of an instant in a zone, written out: "December 17, 2026". */
export const writtenDayOf = ({
  instant,
  timeZone,
}: {
  instant: string
  timeZone: string
}): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(new Date(instant))
