import { marked } from 'marked'

import { PolicyError } from '../policyError.js'

/**
 * The HTML that Markdown, as GitHub writes it, stands for.
 * @throws PolicyError `INVALID_PARAMETER` for what would take a parser far longer than any policy does.
 */
export const htmlOfMarkdown = (text: string): string => {
  const lines = text.split(/\r\n?|\n/u)

  if (isTooDeep(lines) || costOf(lines) > mostCost) {
    throw unreadable()
  }
  try {
    return marked.parse(lines.map(withClosedMarks).join('\n'), { async: false, gfm: true })
  } catch {
    throw unreadable()
  }
}

/** Quotations and lists in each other, by the marks and blanks that a line begins with. */
const isTooDeep = (lines: string[]): boolean =>
  lines.some(
    (line) => (/^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/u.exec(line)?.[0] ?? '').length > 200,
  )

/** The marks of emphasis in a paragraph, each of which is looked for in all of it. */
const costOf = (lines: string[]): number => {
  let cost = 0
  let length = 0
  let marks = 0

  for (const line of [...lines, '']) {
    if (/^\s*(?:$|[-*+|>#]|\d+[.)]\s)|\|/u.test(line)) {
      cost += length * marks
      length = 0
      marks = 0
    }
    length += line.length
    marks += line.replace(/[^*_~`[\]]+/gu, '').length
  }
  return cost + length * marks
}

/** About a second's worth: ordinary texts of a megabyte have a hundredth of it. */
const mostCost = 2e8

const unreadable = () =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    message:
      'The text cannot be read as Markdown: its marks nest too deeply or one paragraph has far too many of them. Import it as plain text.',
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
