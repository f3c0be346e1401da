import type { TextBlock } from './textBlocks.js'

import { dateAt } from '../../textLint/dateAt.js'

/** Where the words of a block start and end, between its mark in front and what closes it. */
export type Frame = {
  /** "and" or "or" that leads on to the next item of a list, in small letters; empty without one. */
  conjunction: string
  end: number
  start: number
}

/**
 * Tells a block's words from the bullet, number or letter in front of them and from the mark that
 * closes them. A block of nothing else keeps it: then it is what the block says.
 */
export const frameOf = ({ text, type }: Pick<TextBlock, 'text' | 'type'>): Frame => {
  if (type === 'embed' || type === 'row') {
    return { conjunction: '', end: text.length, start: 0 }
  }

  const start = markEnd({ text, type })
  const isItem = type === 'item' || /^\s*[^\p{L}\p{N}(]/u.test(text.slice(0, start))
  const { conjunction, end } = closingOf({ isItem, start, text })

  return { conjunction, end, start }
}

/** A number that counts stands within the first few characters. */
const longestMark = 40

const blank = '[\\s\\u200b]'
const bullet = new RegExp(`^${blank}*(?:[•‣▪◦●·○■□*–—-]${blank}+|[•‣▪●■□])`, 'u')

/** What counts any block: (1), 1., 1), (a), a., a), A), (iv), iv., II., 2.1, 2.1.3. and 第5条. */
const numbers = [
  `^\\(?(?:\\d{1,3}|[a-z]|[ivxlc]{1,5}|[IVXLC]{2,5})[.)](?=${blank})`,
  `^\\(?[A-Z]\\)(?=${blank})`,
  `^\\([a-z]{2}\\)(?=${blank})`,
  `^\\d{1,3}(?:\\.\\d{1,3}){1,4}[.)]?(?=${blank})`,
  '^第\\s*[\\d０-９〇一二三四五六七八九十百]{1,5}\\s*[条章節項号编編]',
].map((form) => new RegExp(form, 'u'))

/** What counts a heading alone: elsewhere "A. Smith" is a person, and "Section 5: yes" a sentence. */
const headingNumbers = [
  ...numbers,
  new RegExp(`^[A-Z]\\.(?=${blank})`, 'u'),
  new RegExp(`^§+${blank}*\\d{1,3}[a-z]?[.:)]?(?=${blank})`, 'u'),
  new RegExp(
    `^(?:section|article|clause|part|chapter|schedule|art\\.|abschnitt|artikel|kapitel|ziffer|sección|artículo)${blank}*(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[ivxlc]{1,5}|[a-z])${blank}?[.:)–—-](?=${blank})`,
    'iu',
  ),
]

const markEnd = ({ text, type }: Pick<TextBlock, 'text' | 'type'>): number => {
  const head = text.slice(0, longestMark)
  const bulletEnd = type === 'heading' ? 0 : (bullet.exec(head)?.[0].length ?? 0)
  const from = blankEnd({ from: bulletEnd, text: head })
  const forms = type === 'heading' ? headingNumbers : numbers
  const rest = head.slice(from)
  const found = forms.map((form) => form.exec(rest)?.[0] ?? '').find((mark) => mark !== '')
  const end = blankEnd({
    from: found === undefined || isQuantity({ mark: found, rest }) ? from : from + found.length,
    text: head,
  })

  return /[\p{L}\p{N}]/u.test(text.slice(end, end + 200)) ? end : 0
}

const blankEnd = ({ from, text }: { from: number; text: string }): number => {
  let end = from

  while (/[\s\u200b]/u.test(text[end] ?? '')) {
    end += 1
  }
  return end
}

/** "2.5 million" and "5. Mai" count no section: their numbers are what the text says. */
const isQuantity = ({ mark, rest }: { mark: string; rest: string }): boolean => {
  const next = rest.slice(mark.length).trimStart()

  return (
    /\d/u.test(mark) &&
    ((/\.\d/u.test(mark) && unit.test(next)) ||
      monthOrYear.test(next) ||
      dateAt({ start: 0, text: rest }) !== undefined)
  )
}

const unit =
  /^(?:[\p{Ll}\p{Sc}%°]|(?:[A-Z]{2,4}|[KMGT]i?b(?:ps)?|Million|Billion|Trillion|Percent|Euros?|Dollars?|Hours?|Days?|Weeks?|Months?|Years?)\b)/u

/** In several languages a full stop makes the number of a day an ordinal. */
const monthOrYear =
  /^(?:(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|\p{L}{3,12}\.?,? \d{2,4}\b)/u

const closing = /[.;,:。；：、]?\s*$/u

/** How items of a list lead on to the next, in some languages. */
const leadingOn =
  /([;,；、]\s*(and\/or|and|or|und|oder|sowie|et|ou|y|o|e|en|of|och|eller))?[.;,:]?\s*$/iu

const closingOf = ({
  isItem,
  start,
  text,
}: {
  isItem: boolean
  start: number
  text: string
}): Pick<Frame, 'conjunction' | 'end'> => {
  // No more than the end is looked at: a hostile text must not cost its square.
  const from = Math.max(start, text.length - 24)
  const tail = text.slice(from)
  const found = (isItem ? leadingOn : closing).exec(tail)
  const end = from + (found?.index ?? tail.length)

  // Three dots leave something open.
  return /[.…]$/u.test(text.slice(start, end)) || !/[\p{L}\p{N}]/u.test(text.slice(start, end))
    ? { conjunction: '', end: text.length }
    : { conjunction: found?.[2]?.toLowerCase() ?? '', end }
}
