import { endsSentence, headingLength, isDateLine, isRestOfSentence } from './wording.js'

/** What stands before the words of a line. */
export type LineMark =
  | { level: 1 | 2 | 3; type: 'heading' }
  | { number: number; type: 'number' }
  | { type: 'bullet' }
  | { type: 'none' }

/** A line with words in it. */
export type TextLine = {
  indent: number
  isAfterBlank: boolean
  mark: LineMark
  /** Whether the line asks for a break after it, as Markdown does with two blanks. */
  mustBreak: boolean
  /** The line without its mark. */
  text: string
  /** The line with its mark. */
  whole: string
  width: number
}

/** The lines of a text and how it was broken into them. */
export type TextLines = {
  isMarkdown: boolean
  lines: TextLine[]
  /** The width that the text is wrapped at, 0 where every line is a paragraph of its own. */
  wrapWidth: number
}

/** Splits a text into its lines. */
export const linesOf = (text: string): TextLines => {
  // A lone surrogate cannot be stored as JSON by every database.
  const sources = text.replace(/\p{Surrogate}/gu, '\uFFFD').split(lineEnd)
  const isMarkdown = sources.some((source) => /^ {0,3}#{1,6}\s/u.test(source))
  const lines: TextLine[] = []
  let isAfterBlank = true

  for (const source of sources) {
    const whole = wordsIn({ isMarkdown, source })

    if (whole !== '') {
      const { mark, text: words } = markOf(whole)

      lines.push({
        indent: source.length - source.trimStart().length,
        isAfterBlank,
        mark,
        mustBreak: isMarkdown && source.endsWith('  '),
        text: words,
        whole,
        width: source.trimEnd().length,
      })
    }
    isAfterBlank = whole === ''
  }
  return { isMarkdown, lines, wrapWidth: wrapWidthOf(lines) }
}

const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/u

/** Wider lines are taken for paragraphs that nobody wrapped. */
const widestWrap = 120

/** Narrower texts show no wrapping: their lines are short because they say little. */
const narrowestWrap = 50

/** Control characters and runs of blanks become one blank; a single no-break space is kept. */
const wordsIn = ({ isMarkdown, source }: { isMarkdown: boolean; source: string }): string => {
  const words = source
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s{2,}/gu, ' ')
    .trim()

  return isMarkdown && /^>(?:\s|$)/u.test(words) ? words.slice(1).trim() : words
}

const markOf = (whole: string): { mark: LineMark; text: string } => {
  const [, hashes, title] = /^(#{1,6})\s(.+)$/u.exec(whole) ?? []

  if (hashes !== undefined && title !== undefined) {
    const level = hashes.length === 1 ? 1 : hashes.length === 2 ? 2 : 3

    return { mark: { level, type: 'heading' }, text: title }
  }
  if (isBoldTitle(whole)) {
    return { mark: { level: 2, type: 'heading' }, text: whole.slice(2, -2).trim() }
  }

  const [, bulleted] = /^(?:[-*]\s|[•‣▪◦●·]\s?)(.+)$/u.exec(whole) ?? []

  if (bulleted !== undefined) {
    return { mark: { type: 'bullet' }, text: bulleted }
  }

  const [, number, numbered] = /^([1-9]\d{0,2})[.)]\s(.+)$/u.exec(whole) ?? []

  return number !== undefined && numbered !== undefined
    ? { mark: { number: Number(number), type: 'number' }, text: numbered }
    : { mark: { type: 'none' }, text: whole }
}

/** A line that is bold as a whole stands for a heading in much Markdown that was made from HTML. */
const isBoldTitle = (whole: string): boolean =>
  whole.length <= headingLength && /^\*\*[^*]*\p{L}[^*]*\*\*$/u.test(whole) && !isDateLine(whole)

const wrapWidthOf = (lines: TextLine[]): number => {
  let longest = 0
  let total = 0
  let unwrapped = 0
  let adjacent = 0
  let midSentence = 0

  lines.forEach((line, index) => {
    const before = lines[index - 1]

    total += line.width
    if (line.width > widestWrap) {
      unwrapped += line.width
    } else {
      longest = Math.max(longest, line.width)
    }
    if (before !== undefined && !line.isAfterBlank && line.mark.type === 'none') {
      adjacent += 1
      midSentence += isRestOfSentence(line.text) && !endsSentence(before.text) ? 1 : 0
    }
  })

  const isWrapped = unwrapped * 5 < total && midSentence * 5 >= adjacent && midSentence > 0

  return isWrapped && longest >= narrowestWrap ? longest : 0
}
