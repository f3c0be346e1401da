import { type CivilDate, isCivilDate } from '../civilDate.js'

/** A date in a text: where it ends and the days that it may mean, none where there is no such day. */
export type DateInText = { end: number; readings: CivilDate[] }

/** Reads the date that starts at a place of a text, or undefined where none does. */
export const dateAt = ({
  start,
  text,
}: {
  start: number
  text: string
}): DateInText | undefined => {
  for (const form of forms) {
    form.lastIndex = start
    const groups = form.exec(text)?.groups

    if (groups) {
      return { end: form.lastIndex, readings: readingsOf(groups) }
    }
  }
  return undefined
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?'
const name =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?<year>\\d{4})(?!\\d)'

const forms = [
  `${weekday}${name} ${day},? ${year}`,
  `${weekday}${day}(?: day)?(?: of)?[ -]${name},?[ -]${year}`,
  '(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?!\\d)',
  // Americans write the month first, most others the day.
  `(?<one>\\d{1,2})(?<sign>[-/.])(?<other>\\d{1,2})\\k<sign>${year}`,
].map((form) => new RegExp(form, 'iuy'))

const readingsOf = (groups: Record<string, string | undefined>): CivilDate[] => {
  const { day = '', month, name = '', one, other = '', year = '' } = groups
  const monthByName = String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1)
  const monthsAndDays =
    one === undefined
      ? [[month ?? monthByName, day]]
      : [
          [one, other],
          [other, one],
        ]

  return monthsAndDays
    .map((parts) => [year, ...parts.map((part) => part.padStart(2, '0'))].join('-'))
    .filter(isCivilDate)
}
