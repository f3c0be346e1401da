import type { NoticePeriod } from '../noticePeriod.js'

/** A length of time in a text. */
export type PeriodInText = {
  /** Where words and digits differ, as in "thirty (60) days", the text says both. */
  amounts: number[]
  end: number
  start: number
  unit: NoticePeriod['unit']
}

/** Finds the days, weeks, months and years that a text counts, in digits or in words. */
export const periodsIn = (text: string): PeriodInText[] =>
  [...text.matchAll(period)].map((found) => {
    const { digits, inner, kind = '', unit = '', words } = found.groups ?? {}
    const { factor, name } = unitOf({ kind, unit: unit.toLowerCase() })
    const amounts = [
      ...(words === undefined ? [] : [numberOf(words)]),
      ...[digits, inner].flatMap((figure) => (figure === undefined ? [] : [Number(figure)])),
    ]

    return {
      amounts: amounts.map((amount) => amount * factor),
      end: found.index + found[0].length,
      start: found.index,
      unit: name,
    }
  })

const small = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const values = new Map<string, number>([
  ...small.map((word, index) => [word, index + 1] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ['a', 1],
  ['an', 1],
])

const word = `(?:${[...values.keys(), 'hundred'].join('|')})`

const period = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(?<words>${word}(?:[ -](?:and )?${word}){0,4})(?: ?\\((?<inner>\\d{1,4})\\))?|(?<digits>\\d{1,4})(?: ?\\([\\p{L} -]{1,40}\\))?)` +
    '[ -](?:full |clear |consecutive )?(?:(?<kind>business|working|banking|calendar)[ -])?(?<unit>day|week|month|year)(?:s|\\(s\\))?(?!\\p{L})',
  'giu',
)

const unitOf = ({
  kind,
  unit,
}: {
  kind: string
  unit: string
}): { factor: number; name: NoticePeriod['unit'] } => {
  switch (unit) {
    case 'month':
      return { factor: 1, name: 'months' }
    case 'week':
      return { factor: 7, name: 'calendar_days' }
    case 'year':
      return { factor: 12, name: 'months' }
    default:
      return {
        factor: 1,
        name: /^(?:banking|business|working)$/iu.test(kind) ? 'business_days' : 'calendar_days',
      }
  }
}

/** "forty-five" is 45, "one hundred and eighty" 180. */
const numberOf = (words: string): number =>
  words
    .toLowerCase()
    .split(/[ -]/u)
    .reduce(
      (sum, part) => (part === 'hundred' ? Math.max(sum, 1) * 100 : sum + (values.get(part) ?? 0)),
      0,
    )
