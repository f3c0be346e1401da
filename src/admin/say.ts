import type { Words } from '../translations/en.js'

import { isCivilDate } from '../domain/civilDate.js'
import { languageName } from '../domain/languageName.js'
import { pluralForm } from '../domain/pluralForm.js'
import { namespace } from '../translations/namespace.js'
import { type Problem, problemIn } from '../translations/problems/problemWords.js'

/** The plugin's words in a language, and dates written in it. Days are Gregorian in every language, as the fields are. */
export type Say = ReturnType<typeof sayIn>

/** Speaks a language with the translations that Payload has for it, on the server as in the browser. */
export const sayIn = ({
  language,
  t,
}: {
  language: string
  /** Payload's; it types its own keys only. */
  t: (key: string, values: Record<string, string>) => string
}) => {
  const write = (instant: Date | number | string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { calendar: 'gregory', ...options }).format(new Date(instant))

  const word = (key: keyof Words['admin'], values: Record<string, string> = {}): string =>
    t(`${namespace}:${key}`, values)

  return {
    /** A number of days or months, in words: in the form that the language has for it. */
    amount: (amount: number, unit: string): string =>
      word(`${unitWords[unit] ?? 'termsCalendarDays'}_${pluralForm({ amount, language })}`, {
        amount: String(amount),
      }),
    /** A civil date, in words. */
    date: (date: string): string =>
      write(`${date}T00:00:00Z`, { dateStyle: 'full', timeZone: 'UTC' }),
    /** The day of an instant in a zone, in words. */
    day: (instant: string, timeZone: string): string =>
      write(instant, { dateStyle: 'full', timeZone }),
    /**
     * An instant before which something has to be done. A day that has just begun is written as the end
     * of the one before: "before Tuesday 24:00" leaves no doubt, "before Wednesday 00:00" does.
     */
    deadline: (instant: string, timeZone: string): string =>
      deadlineIn({ instant: new Date(instant), language, timeZone }),
    /** Languages by their codes, in words. */
    languages: (codes: readonly string[]): string =>
      new Intl.ListFormat(language).format(codes.map((code) => languageName({ code, language }))),
    /** Things that are counted up, with the commas of the language. */
    list: (items: readonly string[]): string =>
      new Intl.ListFormat(language, { style: 'short', type: 'unit' }).format(items),
    /** An instant in a zone, in words. */
    moment: (instant: string, timeZone: string): string =>
      write(instant, { dateStyle: 'full', timeStyle: 'short', timeZone }),
    /** A month of a civil date, in words. */
    month: (date: string): string =>
      write(`${date.slice(0, 7)}-01T00:00:00Z`, {
        month: 'long',
        timeZone: 'UTC',
        year: 'numeric',
      }),
    /** What a refusal or a warning says. */
    problem: (problem: Problem): string =>
      withDatesWritten({ language, text: problemIn({ language, problem }) }),
    /** What the server said, with its dates written out. */
    refusal: (message: string): string => withDatesWritten({ language, text: message }),
    /** A civil date in few words. */
    shortDate: (date: string): string =>
      write(`${date}T00:00:00Z`, {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
        weekday: 'short',
        year: 'numeric',
      }),
    /** The day of an instant in a zone, in few letters. */
    shortDay: (instant: number | string, timeZone: string): string =>
      write(instant, { dateStyle: 'medium', timeZone }),
    /** One of the plugin's words for the admin panel, filled in. */
    word,
  }
}

/** By the unit of a period; those of the notice terms, where they have words without a calendar. */
const unitWords: Record<string, 'termsCalendarDays' | 'termsMonths' | 'unitBusinessDaysGiven'> = {
  business_days: 'unitBusinessDaysGiven',
  calendar_days: 'termsCalendarDays',
  months: 'termsMonths',
}

const deadlineIn = ({
  instant,
  language,
  timeZone,
}: {
  instant: Date
  language: string
  timeZone: string
}): string => {
  const format = new Intl.DateTimeFormat(language, {
    calendar: 'gregory',
    day: 'numeric',
    hour: '2-digit',
    hourCycle: 'h23',
    minute: '2-digit',
    month: 'long',
    timeZone,
    timeZoneName: 'short',
    weekday: 'long',
    year: 'numeric',
  })
  const dayOf = (at: Date) =>
    new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone }).format(at)
  const before = new Date(+instant - 1)

  if (dayOf(before) === dayOf(instant)) {
    return format.format(instant)
  }

  const digits = new Intl.NumberFormat(language, { minimumIntegerDigits: 2, useGrouping: false })
  return format
    .formatToParts(before)
    .map(({ type, value }) => {
      if (type === 'hour') {
        return digits.format(24)
      }
      return type === 'minute' ? digits.format(0) : value
    })
    .join('')
}

/**
 * Writes out the dates of a message for people, which the rules write as the fields do. A message that
 * quotes something is left as it is: what is quoted may hold dates of its own. Only English ones have such
 * dates.
 */
const withDatesWritten = ({ language, text }: { language: string; text: string }): string =>
  /["“”„«»]/u.test(text)
    ? text
    : text.replaceAll(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/gu, (date) =>
        isCivilDate(date)
          ? new Intl.DateTimeFormat(language.startsWith('en') ? language : 'en', {
              calendar: 'gregory',
              dateStyle: 'long',
              timeZone: 'UTC',
            }).format(new Date(`${date}T00:00:00Z`))
          : date,
      )
