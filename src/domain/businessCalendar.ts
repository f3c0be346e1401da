import { addCivilDays, type CivilDate, isCivilDate, isoWeekday } from './civilDate.js'
import { PolicyError } from './policyError.js'

/**
 * Which days are business days, as plain data, so that a count can be repeated years later.
 * All dates are civil dates (`YYYY-MM-DD`).
 */
export type BusinessCalendar = {
  /** First and last day that the data speaks about. A day outside is refused, never "no holiday". */
  coverage: { from: string; to: string }
  holidays: string[]
  id: string
  /** What its days off are called, by day. Nothing is counted by it. */
  names?: Record<string, string>
  /** Changes whenever the data does; stored with every count. */
  version: string
  /** Weekends can change (UAE 2022): the newest era that starts on or before a day counts. Days are ISO, 1 = Monday. */
  weekends: { days: number[]; from: string }[]
  /** Make-up working days; they win over weekends and holidays. */
  workingDays?: string[]
}

export type DayKind = 'business_day' | 'holiday' | 'weekend'

/** No calendar has a run of this many days without a business day; without the bound a count could run for ever. */
const longestClosure = 20_000

/**
 * What kind of day a civil date is.
 * @throws PolicyError `CALENDAR_NOT_COVERED` for a day outside the calendar's coverage.
 */
export const kindOfDay = ({
  calendar,
  date,
}: {
  calendar: BusinessCalendar
  date: CivilDate
}): DayKind => dayKinds(calendar)(date)

/** True for a business day. @throws PolicyError `CALENDAR_NOT_COVERED`. */
export const isBusinessDay = (args: { calendar: BusinessCalendar; date: CivilDate }): boolean =>
  kindOfDay(args) === 'business_day'

/**
 * The `count`-th business day strictly after `date` (`count` ≥ 1), with every day passed on the way.
 * @throws PolicyError `CALENDAR_NOT_COVERED` when a day that has to be looked at is outside the calendar.
 */
export const businessDaysAfter = (args: {
  calendar: BusinessCalendar
  count: number
  date: CivilDate
}): { days: { date: CivilDate; kind: DayKind }[]; last: CivilDate } => walk({ ...args, step: 1 })

/** The `count`-th business day strictly before `date` (`count` ≥ 1). @throws PolicyError `CALENDAR_NOT_COVERED`. */
export const businessDayBefore = (args: {
  calendar: BusinessCalendar
  count: number
  date: CivilDate
}): CivilDate => walk({ ...args, step: -1 }).last

/**
 * Checks that a value is a usable calendar.
 * @throws PolicyError `INVALID_PARAMETER` that names the first field at fault.
 */
export const parseBusinessCalendar = (value: BusinessCalendar): BusinessCalendar => {
  const fault = calendarFault(value)

  if (fault) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The business calendar ${JSON.stringify((value as Partial<BusinessCalendar> | null)?.id)} is not usable: ${fault}`,
    })
  }

  return value
}

const walk = ({
  calendar,
  count,
  date,
  step,
}: {
  calendar: BusinessCalendar
  count: number
  date: CivilDate
  step: -1 | 1
}) => {
  const kindOf = dayKinds(calendar)
  const days: { date: CivilDate; kind: DayKind }[] = []
  let last = date
  let closure = 0

  for (let counted = 0; counted < count;) {
    last = addCivilDays(last, step)
    const kind = kindOf(last)
    days.push({ date: last, kind })

    if (kind === 'business_day') {
      counted += 1
      closure = 0
    } else if (++closure > longestClosure) {
      throw notCovered({ calendar, message: `no business day within ${longestClosure} days.` })
    }
  }

  return { days, last }
}

/** Looks days up in constant time; made once per count, since a host's data may be large. */
const dayKinds = (calendar: BusinessCalendar): ((date: CivilDate) => DayKind) => {
  const holidays = new Set(calendar.holidays)
  const workingDays = new Set(calendar.workingDays)
  const { coverage, weekends } = calendar

  return (date) => {
    const era = weekends.findLast(({ from }) => from <= date)

    if (date < coverage.from || date > coverage.to || !era) {
      throw notCovered({
        calendar,
        message: `${date} has to be looked at; the calendar covers ${coverage.from} to ${coverage.to}. Extend its data, or choose dates inside.`,
      })
    }
    if (workingDays.has(date)) {
      return 'business_day'
    }
    if (era.days.includes(isoWeekday(date))) {
      return 'weekend'
    }
    return holidays.has(date) ? 'holiday' : 'business_day'
  }
}

const notCovered = ({ calendar, message }: { calendar: BusinessCalendar; message: string }) =>
  new PolicyError({
    code: 'CALENDAR_NOT_COVERED',
    details: { calendar: calendar.id, coverage: calendar.coverage },
    field: 'effectiveOn',
    message: `Calendar ${calendar.id}: ${message}`,
  })

const calendarFault = (value: BusinessCalendar): string | undefined => {
  // Calendars come from a host's configuration, where nothing checked the types.
  const calendar = value as Partial<BusinessCalendar> | null | undefined
  const areDates = (dates: unknown) => Array.isArray(dates) && dates.every(isCivilDate)

  if (!calendar?.id || typeof calendar.id !== 'string') {
    return '`id` must be a name such as "acme-2026".'
  }
  if (!calendar.version || typeof calendar.version !== 'string') {
    return '`version` must be a text that changes with the data, such as "2026-01".'
  }
  if (
    !isCivilDate(calendar.coverage?.from) ||
    !isCivilDate(calendar.coverage.to) ||
    calendar.coverage.from > calendar.coverage.to
  ) {
    return '`coverage` must be { from, to }, two days written YYYY-MM-DD, the first not after the second.'
  }
  if (!areDates(calendar.holidays)) {
    return '`holidays` must be a list of days written YYYY-MM-DD.'
  }
  if (calendar.workingDays !== undefined && !areDates(calendar.workingDays)) {
    return '`workingDays` must be a list of days written YYYY-MM-DD, or left out.'
  }
  if (calendar.names !== undefined && !areNames(calendar.names)) {
    return '`names` must be texts by days written YYYY-MM-DD, or left out.'
  }
  if (!Array.isArray(calendar.weekends) || !areErasInOrder(calendar.weekends)) {
    return '`weekends` must be eras { from, days }, in the order of `from`, days from 1 (Monday) to 7 (Sunday), at most six of them.'
  }
  if (calendar.weekends.length === 0 || calendar.weekends[0]!.from > calendar.coverage.from) {
    return 'the first era of `weekends` must start on or before the first day of `coverage`.'
  }
  return undefined
}

const areNames = (names: unknown): boolean =>
  typeof names === 'object' &&
  names !== null &&
  Object.entries(names).every(([date, name]) => isCivilDate(date) && typeof name === 'string')

const areErasInOrder = (eras: BusinessCalendar['weekends']): boolean =>
  eras.every(
    ({ days, from }, index) =>
      isCivilDate(from) &&
      (index === 0 || eras[index - 1]!.from < from) &&
      Array.isArray(days) &&
      days.length < 7 &&
      days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7),
  )
