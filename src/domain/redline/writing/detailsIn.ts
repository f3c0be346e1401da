import type { PreparedBlock } from '../reading/preparedBlock.js'
import type { CallOut } from '../redline.js'

import { isAddressLike, isPostal } from '../../plainText/wording.js'
import { dateAt } from '../../textLint/dateAt.js'
import { comparableUrl } from '../reading/tokens.js'

/** An address, date or link in a text. */
export type Detail = {
  /** The same for what is written in several ways. */
  key: string
  text: string
  type: CallOut['type']
}

/** Finds the addresses, dates and links of a block. */
export const detailsIn = (prepared: PreparedBlock): Detail[] => [
  ...addressesIn(prepared),
  ...datesIn(prepared.block.text),
  ...phonesIn(prepared.block.text),
  ...postalIn(prepared.block.text),
]

const addressesIn = ({ block, tokens }: PreparedBlock): Detail[] => {
  if (tokens.every(({ address, url }) => address === null && url === null)) {
    return []
  }

  const shown = tokens.flatMap(({ address, end, start, word }): Detail[] =>
    address === null
      ? []
      : [
          {
            key: word.form.toLowerCase(),
            text: block.text.slice(start, end).replace(/^<|>$/gu, ''),
            type: address === 'web' ? 'link' : 'email',
          },
        ],
  )
  const hidden = new Set(tokens.flatMap(({ url }) => url ?? []))
  // Words that a link is on are split by formatting: the link is one all the same.
  const linked = block.runs.filter(
    ({ url }, index) => url !== null && hidden.has(url) && block.runs[index - 1]?.url !== url,
  )

  return [
    ...shown,
    ...linked.map(({ url }): Detail => {
      const isEmail = /^mailto:/iu.test(url!)

      return {
        key: comparableUrl(url!).toLowerCase(),
        text: isEmail ? comparableUrl(url!) : url!,
        type: isEmail ? 'email' : 'link',
      }
    }),
  ]
}

/** Finds the dates of a text, in the forms of several languages. */
export const datesIn = (text: string): Detail[] => {
  const dates: Detail[] = []

  // Every date has a year, few blocks do.
  if (!/\d{4}/u.test(text)) {
    return dates
  }

  let from = 0

  for (const { index } of text.matchAll(dateStart)) {
    const found =
      index < from
        ? undefined
        : (dateAt({ start: index, text }) ?? otherDateAt({ start: index, text }))

    if (found !== undefined) {
      const words = text.slice(index, found.end)

      dates.push({ key: found.readings.join(' ') || words, text: words, type: 'date' })
      from = found.end
    }
  }
  return dates
}

/** Where a day, a month, a year or the day of a week may start. */
const dateStart =
  /(?<![\p{Script=Latin}\p{N}])(?:\d{1,4}(?!\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))/giu

/** Dates of other languages: "1. April 2026", "1er avril 2026", "1 de abril de 2026", "2026年4月1日". */
const otherDate =
  /\d{1,2}(?:\.|er|º)?\s(?:de\s)?\p{L}{3,12}\.?\s(?:de\s)?\d{4}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日/uy

const otherDateAt = ({ start, text }: { start: number; text: string }) => {
  otherDate.lastIndex = start

  const found = otherDate.exec(text)

  return found ? { end: start + found[0].length, readings: [] } : undefined
}

/** At least seven digits, in groups or with a plus in front. */
const phone =
  /(?<![\p{L}\p{N}./-])(?:\+|\(\d)?\d(?:[\s().\u2010-\u2013/-]{0,2}\d){6,14}(?![\p{L}\p{N}])/gu

/** Finds the telephone numbers of a text. */
export const phonesIn = (text: string): Detail[] =>
  [...text.matchAll(phone)]
    .map(([number]) => number)
    .filter(
      (number) =>
        /^\+|[\s().\u2010-\u2013/-]/u.test(number) &&
        !/^\d{4}\s?[–-]\s?\d{4}$/u.test(number) &&
        dateAt({ start: 0, text: number }) === undefined,
    )
    .map((number) => ({ key: number.replace(/[^\d+]/gu, ''), text: number, type: 'phone' }))

/** What a postal address has on each side of its code. */
const mostAddressLength = 160

/** Finds the postal addresses of a text. */
export const postalIn = (text: string): Detail[] => {
  const lines = text.split('\n').map((line) => line.trim())
  const isBlock = lines.length > 1 && lines.some(isPostal) && lines.every(isAddressLike)
  const addresses = isBlock
    ? [lines.join(', ')]
    : lines.flatMap((line) => sentencesIn(line).filter(isPostal))

  return addresses
    .filter((address) => address.length <= mostAddressLength)
    .map((address) => ({
      key: address
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
      text: address,
      type: 'postal',
    }))
}

const sentencesIn = (line: string): string[] =>
  line.length <= mostAddressLength ? [line] : line.split(/(?<=[.!?:;]) (?=\p{Lu})/u)
