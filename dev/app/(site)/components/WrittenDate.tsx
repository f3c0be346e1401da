import { writtenDay, writtenDayOf } from '../dates.js'

/** A day of a policy, written out; of an imported version it may be unknown. */
export const Day = ({ day }: { day: null | string }) =>
  day === null ? 'an unknown date' : <time dateTime={day}>{writtenDay(day)}</time>

/** The day of an instant in a policy's zone, written out. */
export const DayOf = ({ instant, timeZone }: { instant: null | string; timeZone: string }) =>
  instant === null ? (
    'an unknown date'
  ) : (
    <time dateTime={instant}>{writtenDayOf({ instant, timeZone })}</time>
  )
