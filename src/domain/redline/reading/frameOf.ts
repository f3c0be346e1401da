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

const numbers = [
  // (1), 1., 1), (a), a., a), (iv), iv.
  `^\\(?(?:\\d{1,3}|[a-z]|[A-Z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)](?=${blank})`,
  `^\\([a-z]{2}\\)(?=${blank})`,
  // 2.1, 2.1.3.
  `^\\d{1,3}(?:\\.\\d{1,3}){1,4}[.)]?(?=${blank})`,
  // 第5条
  '^第\\s*[\\d０-９〇一二三四五六七八九十百]{1,5}\\s*[条章節項号编編]',
].map((form) => new RegExp(form, 'u'))

const titledNumber = new RegExp(
  `^(?:section|article|clause|part|chapter|schedule|§+|art\\.|abschnitt|artikel|kapitel|ziffer|sección|artículo)${blank}*(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[ivxlc]{1,5}|[a-z])${blank}?[.:)–—-](?=${blank})`,
  'iu',
)

const markEnd = ({ text, type }: Pick<TextBlock, 'text' | 'type'>): number => {
  const head = text.slice(0, longestMark)
  const bulletEnd = type === 'heading' ? 0 : (bullet.exec(head)?.[0].length ?? 0)
  const from = blankEnd({ from: bulletEnd, text: head })
  const forms = type === 'heading' ? [...numbers, titledNumber] : numbers
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

/** "2.5 million" and "5. Mai 2026" count no section: their numbers are what the text says. */
const isQuantity = ({ mark, rest }: { mark: string; rest: string }): boolean => {
  const next = rest.slice(mark.length).trimStart()

  return (
    /\d/u.test(mark) &&
    (/^(?:[\p{Ll}\p{Sc}%°]|[A-Z]{2,4}\b|(?:Million|Billion|Trillion|Percent)\b)/u.test(
      /\.\d/u.test(mark) ? next : '',
    ) ||
      /^\p{L}{3,12}\.?,? \d{2,4}\b/u.test(next) ||
      dateAt({ start: 0, text: rest }) !== undefined)
  )
}

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
