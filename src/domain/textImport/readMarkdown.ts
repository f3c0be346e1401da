import { Lexer, Parser, type TokensList } from 'marked'

import type { Telling } from './readHtml.js'

import { PolicyError } from '../policyError.js'
import { withFootnotes } from './markdownFootnotes.js'
import { mostCells } from './readTableElement.js'

/**
 * The HTML that Markdown, as GitHub writes it, stands for.
 * @throws PolicyError `INVALID_PARAMETER` for what would take a parser far longer than any policy does,
 * or make far more of it.
 */
export const htmlOfMarkdown = ({ note, text }: { note: Telling['note']; text: string }): string => {
  const { count, lines } = withFootnotes(text.split(/\r\n?|\n/u))

  if (isTooDeep(lines) || cellsIn(lines) > mostCells) {
    throw unreadable()
  }

  const html = parsed(lines.map(withClosedMarks).join('\n'))

  if (html === undefined || html.length > mostHtml) {
    throw unreadable()
  }
  note('FOOTNOTES', count)
  return html
}

/** Parses blocks first, and the marks in them only where they are not too many. */
const parsed = (markdown: string): string | undefined => {
  try {
    const lexer = new Lexer({ gfm: true })
    lexer.blockTokens(markdown, lexer.tokens)

    const pieces = lexer.inlineQueue
    if (costOf(pieces) > mostCost || linkedIn({ links: lexer.tokens.links, pieces }) > mostHtml) {
      return undefined
    }
    for (const { src, tokens } of pieces) {
      lexer.inlineTokens(src, tokens)
    }
    return Parser.parse(lexer.tokens, { gfm: true })
  } catch {
    return undefined
  }
}

/** The words of a paragraph, heading, item or cell, in which marks are looked for. */
type Piece = { src: string }

/** Quotations and lists in each other, by the marks and blanks that a line begins with. */
const isTooDeep = (lines: string[]): boolean =>
  lines.some(
    (line) => (/^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/u.exec(line)?.[0] ?? '').length > 200,
  )

/** Every row of a table has as many cells as its first, the same as in the HTML that is made of it. */
const cellsIn = (lines: string[]): number => {
  let cells = 0
  let columns = 0

  for (const line of lines) {
    if (/^[\s>]*$/u.test(line)) {
      columns = 0
    } else if (/^[\s>|:-]*$/u.test(line) && line.includes('|')) {
      // Under the first row, each column has a line.
      columns = line.split('|').filter((part) => part.includes('-')).length
    }
    cells += columns
  }
  return cells
}

/** The marks in a piece of text, each of which is looked for in all of it. */
const costOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { src }) => sum + src.length * src.replace(/[^*_~`[\]<]+/gu, '').length, 0)

/** How much the addresses take at most that stand in one place and are referred to from others. */
const linkedIn = ({
  links,
  pieces,
}: {
  links: TokensList['links']
  pieces: readonly Piece[]
}): number => {
  const longest = Object.values(links).reduce(
    (length, { href, title }) => Math.max(length, href.length + (title ?? '').length),
    0,
  )

  return pieces.reduce((sum, { src }) => sum + longest * (src.split('[').length - 1), 0)
}

/** About a second's worth: ordinary texts of a megabyte have a hundredth of it. */
const mostCost = 2e8

/** The most characters of HTML: many times what an ordinary text of the same length makes. */
const mostHtml = 20_000_000

const unreadable = () =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    message:
      'The text cannot be read as Markdown: its marks nest too deeply, one paragraph has far too many of them, or its tables or links make too much. Import it as plain text.',
  })

/**
 * Converters from HTML leave blanks inside of the marks of bold words, where Markdown knows no mark:
 * `**Account:  **If` is meant as `**Account:**  If`.
 */
const withClosedMarks = (line: string): string => {
  const parts = line.split('**')
  const isPaired = parts.length > 2 && parts.length % 2 === 1 && !/[`\\]/u.test(line)
  const isFaulty = parts.some(
    (part, index) => index % 2 === 1 && part.trim() !== '' && part.trim() !== part,
  )

  return isPaired && isFaulty
    ? parts
        .map((part, index) =>
          index % 2 === 1 && part.trim() !== ''
            ? `${/^\s*/u.exec(part)?.[0] ?? ''}**${part.trim()}**${/\s*$/u.exec(part)?.[0] ?? ''}`
            : index % 2 === 1
              ? `**${part}**`
              : part,
        )
        .join('')
    : line
}
