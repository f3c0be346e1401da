import { addCivilDays, addCivilMonths, type CivilDate, isoWeekday } from '../../domain/civilDate.js'
import { orNull } from '../../domain/orNull.js'

type WeekInfo = { firstDay?: number }

/** The weekday that weeks start with in a language's region, 1 = Monday; Monday where the browser does not know. */
export const firstWeekday = (language: string): number => {
  // Browsers have it as a method or, the older ones, as a property; TypeScript knows neither.
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo
    weekInfo?: WeekInfo
  }

  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
}

/** The days of a month in weeks of seven, with null before its first day and after its last. */
export const weeksOf = ({
  first,
  weekday,
}: {
  /** The month's first day. */
  first: CivilDate
  /** The weekday that weeks start with, 1 = Monday. */
  weekday: number
}): (CivilDate | null)[][] => {
  const before = (isoWeekday(first) - weekday + 7) % 7
  const length = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0))
  const days = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: length.getUTCDate() }, (_, index) => addCivilDays(first, index)),
  ]

  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, index) => days[week * 7 + index] ?? null),
  )
}

/** The weekdays of a week, in order, with their short and long names. */
export const weekdayNames = ({ language, weekday }: { language: string; weekday: number }) => {
  const nameOf = (index: number, style: 'long' | 'short') =>
    // 1 January 2024 was a Monday.
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: style }).format(
      Date.UTC(2024, 0, weekday + index),
    )

  return Array.from({ length: 7 }, (_, index) => ({
    long: nameOf(index, 'long'),
    short: nameOf(index, 'short'),
  }))
}

/** Where a key leads from a day (WAI-ARIA date grid); undefined for a key that leads nowhere. */
export const dayAfterKey = ({
  day,
  isRightToLeft,
  isShifted,
  key,
  weekday,
}: {
  day: CivilDate
  isRightToLeft: boolean
  /** By years instead of months. */
  isShifted: boolean
  key: string
  weekday: number
}): CivilDate | undefined => {
  const intoWeek = (isoWeekday(day) - weekday + 7) % 7
  const moves: Record<string, () => CivilDate> = {
    ArrowDown: () => addCivilDays(day, 7),
    ArrowLeft: () => addCivilDays(day, isRightToLeft ? 1 : -1),
    ArrowRight: () => addCivilDays(day, isRightToLeft ? -1 : 1),
    ArrowUp: () => addCivilDays(day, -7),
    End: () => addCivilDays(day, 6 - intoWeek),
    Home: () => addCivilDays(day, -intoWeek),
    PageDown: () => addCivilMonths(day, isShifted ? 12 : 1),
    PageUp: () => addCivilMonths(day, isShifted ? -12 : -1),
  }

  const move = moves[key]
  // Before the year 1 and after 9999 there is no day to go to.
  return move && (orNull(move) ?? day)
}
