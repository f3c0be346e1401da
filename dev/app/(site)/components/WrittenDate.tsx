import { writtenDay, writtenDayOf } from '../dates.js'

/** A day of a policy, written out. */
export const Day = ({ day }: { day: string }) => <time dateTime={day}>{writtenDay(day)}</time>

/** The day of an instant in a policy's zone, written out. */
export const DayOf = ({ instant, timeZone }: { instant: string; timeZone: string }) => (
  <time dateTime={instant}>{writtenDayOf({ instant, timeZone })}</time>
)
