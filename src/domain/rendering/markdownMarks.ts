import { textFormat } from './richText.js'

/** The marks that open a format in Markdown, from the outermost. */
export const marksOf = (format: number): string =>
  [
    { bit: textFormat.strikethrough, marks: '~~' },
    { bit: textFormat.bold, marks: '**' },
    { bit: textFormat.italic, marks: '*' },
  ]
    .map(({ bit, marks }) => (format & bit ? marks : ''))
    .join('')

/** The marks that close what others opened. */
export const reversed = (marks: string): string => Array.from(marks).reverse().join('')

/**
 * Whether a parser would read marks around words as marks. Where punctuation stands on one side of a
 * mark, a blank, punctuation or nothing has to stand on its other side; without, the words go unmarked.
 */
export const canStandAround = ({
  marks,
  next,
  previous,
  written,
}: {
  marks: string
  /** What follows, as far as it is known; empty at the end of a line. */
  next: string
  /** What comes before; empty at the start of a line. */
  previous: string
  /** What the marks would stand around, without blanks at its ends. */
  written: string
}): boolean => {
  // The inner marks are punctuation to the outer ones.
  const isNested = marks.startsWith('~~*')

  return (
    (isApart(lastOf(previous)) || !(isNested || isMark.test(firstOf(written)))) &&
    (isApart(firstOf(next)) || !(isNested || isMark.test(lastOf(written))))
  )
}

/** Not every parser takes symbols for punctuation: they count where that forbids, and not where it allows. */
const isMark = /[\p{P}\p{S}]/u

const isApart = (character: string): boolean =>
  character === '' || /[\t\p{Zs}\p{P}!-/:-@[-`{-~]/u.test(character)

const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? ''

const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? ''
