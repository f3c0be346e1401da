import type { Inline, Link, Words } from './richText.js'

import { escapeLineStart, escapeMarkdown, markdownAddress } from './escapeMarkdown.js'
import { canStandAround, marksOf, reversed } from './markdownMarks.js'
import { joined, wordsIn } from './inlines.js'
import { textFormat } from './richText.js'
import { withCarets } from './withCarets.js'

/** What stands in a line and between breaks, as lines of Markdown. */
export const markdownLines = ({
  inlines,
  isInTable = false,
}: {
  inlines: readonly Inline[]
  isInTable?: boolean
}): string[] => {
  const lines: Inline[][] = [[]]

  for (const inline of withCarets(inlines)) {
    if (inline.type === 'linebreak') {
      lines.push([])
    } else {
      lines.at(-1)?.push(inline)
    }
  }
  return lines.map((line) => {
    const written = withoutBlanksAround(
      lineMarkdown({ inlines: line, place: { isInLink: false, isInTable } }),
    )

    return isInTable ? written : escapeLineStart(written)
  })
}

/** What words stand in, where other characters have to be escaped. */
type Place = { isInLink: boolean; isInTable: boolean }

/** A stretch of a line: what is written, the marks for its format, and the blanks around both. */
type Piece = { after: string; before: string; marks: string; written: string }

const lineMarkdown = ({ inlines, place }: { inlines: readonly Inline[]; place: Place }): string => {
  const writable = joined(inlines.map(withWritableFormat))
  const pieces = writable.map((inline, index) =>
    pieceOf({ inline, isBeforeLink: writable[index + 1]?.type === 'link', place }),
  )
  let isAfterMarks = false
  let previous = ''

  return pieces
    .map(({ after, before, marks, written }, index) => {
      const next = pieces[index + 1]
      const isMarked =
        marks !== '' &&
        !(isAfterMarks && before === '') &&
        canStandAround({
          marks,
          next: after || next?.before || next?.written || '',
          previous: before || previous,
          written,
        })
      const markdown = isMarked ? `${marks}${written}${reversed(marks)}` : written

      isAfterMarks = isMarked && after === ''
      previous = after || markdown || before || previous
      return before + markdown + after
    })
    .join('')
}

const pieceOf = ({
  inline,
  isBeforeLink,
  place,
}: {
  inline: Inline
  isBeforeLink: boolean
  place: Place
}): Piece => {
  switch (inline.type) {
    case 'linebreak':
      return { after: '', before: ' ', marks: '', written: '' }
    case 'link':
      return { after: '', before: '', marks: '', written: linkMarkdown({ link: inline, place }) }
    case 'text':
      return wordsPiece({ isBeforeLink, place, words: inline })
  }
}

/** An address that is its own words needs no others. */
const linkMarkdown = ({ link, place }: { link: Link; place: Place }): string => {
  const words = wordsIn(link.inlines)
  const isOwnWords =
    (words === link.url && /^https?:\/\/[\w.,/?=%#+~-]+$/u.test(words)) ||
    (`mailto:${words}` === link.url && /^[\w.+-]+@[a-z\d]+(?:[.-][a-z\d]+)*$/iu.test(words))

  return isOwnWords
    ? `<${words}>`
    : `[${lineMarkdown({ inlines: link.inlines, place: { ...place, isInLink: true } })}](${markdownAddress(link.url)})`
}

const wordsPiece = ({
  isBeforeLink,
  place: { isInLink, isInTable },
  words: { format, text },
}: {
  isBeforeLink: boolean
  place: Place
  words: Words
}): Piece => {
  const words = text.trim()
  const start = text.indexOf(words)
  const isCode = Boolean(format & textFormat.code) && words !== ''
  const escaped = isCode
    ? codeMarkdown({ isInTable, text: words })
    : escapeMarkdown({ isInLink, text: words })

  return {
    after: text.slice(start + words.length),
    before: text.slice(0, start),
    marks: words === '' ? '' : marksOf(format),
    // An exclamation mark would make an image of the link.
    written: isBeforeLink ? escaped.replace(/!$/u, '\\!') : escaped,
  }
}

/** In backticks, more than there are in a row in it. */
const codeMarkdown = ({ isInTable, text }: { isInTable: boolean; text: string }): string => {
  const rows = text.match(/`+/gu) ?? []
  const ticks = '`'.repeat(rows.reduce((most, { length }) => Math.max(most, length), 0) + 1)
  const blank = rows.length > 0 ? ' ' : ''

  return `${ticks}${blank}${isInTable ? text.replaceAll('|', '\\|') : text}${blank}${ticks}`
}

/** Markdown marks no other formats, and none in code; that words were struck out says more than that they are code. */
const withWritableFormat = (inline: Inline): Inline => {
  if (inline.type !== 'text') {
    return inline
  }

  const { bold, code, italic, strikethrough } = textFormat
  const isCode = inline.format & code && !(inline.format & strikethrough)

  return { ...inline, format: isCode ? code : inline.format & (bold | italic | strikethrough) }
}

/** By hand: a pattern for the blanks at the end would look at every other one again and again. */
const withoutBlanksAround = (line: string): string => {
  let start = 0
  let end = line.length

  while (start < end && ' \t'.includes(line[start] ?? '')) {
    start += 1
  }
  while (end > start && ' \t'.includes(line[end - 1] ?? '')) {
    end -= 1
  }
  return line.slice(start, end)
}
