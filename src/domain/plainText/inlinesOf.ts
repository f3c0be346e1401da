import type { Link } from './linksIn.js'

import { linksIn } from './linksIn.js'

/** A stretch of text, or a link with the text that shows it. */
export type Inline =
  | { format: number; text: string; type: 'link'; url: string }
  | { format: number; text: string; type: 'text' }

/** Splits a text into its links and the text between them, and reads the bold words of Markdown. */
export const inlinesOf = (text: string): Inline[] =>
  isItalic(text)
    ? partsOf({ format: inlineFormat.italic, text: text.slice(1, -1) })
    : partsOf({ format: 0, text })

/** The bits of a format, as Lexical counts them. */
const inlineFormat = { bold: 1, italic: 2 } as const

type BoldMark = { end: number; start: number; url?: undefined }

/** Only around the whole text: elsewhere a single asterisk may point to a footnote. */
const isItalic = (text: string): boolean => /^\*[^\s*][^*]*\*$/u.test(text)

const partsOf = ({ format: outerFormat, text }: { format: number; text: string }): Inline[] => {
  const links = linksIn(text)
  const pieces: (BoldMark | Link)[] = [...links, ...boldMarksIn({ links, text })].sort(
    (one, other) => one.start - other.start,
  )
  const inlines: Inline[] = []
  let format = outerFormat
  let from = 0

  const addTextTo = (end: number) => {
    if (end > from) {
      inlines.push({ format, text: text.slice(from, end), type: 'text' })
    }
  }

  for (const piece of pieces) {
    addTextTo(piece.start)
    if (piece.url !== undefined) {
      inlines.push({ format, text: piece.text, type: 'link', url: piece.url })
    } else {
      format ^= inlineFormat.bold
    }
    from = piece.end
  }
  addTextTo(text.length)
  return inlines
}

/** The pairs of double asterisks around words, outside of links. */
const boldMarksIn = ({ links, text }: { links: Link[]; text: string }): BoldMark[] => {
  const stars = /\*+/gu
  const marks: BoldMark[] = []
  let link = 0
  let open: BoldMark | undefined

  for (let found = stars.exec(text); found !== null; found = stars.exec(text)) {
    const mark = { end: found.index + found[0].length, start: found.index }

    while ((links[link]?.end ?? Infinity) <= mark.start) {
      link += 1
    }
    if (found[0].length !== 2 || (links[link]?.start ?? Infinity) < mark.start) {
      continue
    }
    if (open !== undefined && canClose({ mark, text })) {
      marks.push(open, mark)
      open = undefined
    } else if (open === undefined && canOpen({ mark, text })) {
      open = mark
    }
  }
  return marks
}

const canOpen = ({ mark, text }: { mark: BoldMark; text: string }): boolean =>
  !/[\p{L}\p{N}]/u.test(text[mark.start - 1] ?? '') &&
  /[\p{L}\p{N}\p{Ps}\p{Pi}"'&$€£]/u.test(text[mark.end] ?? '')

/** A blank before the mark is let pass, which converters from HTML often leave there. */
const canClose = ({ mark, text }: { mark: BoldMark; text: string }): boolean =>
  /\S/u.test(text[mark.start - 1] ?? '') || /\S/u.test(text[mark.end] ?? '')
