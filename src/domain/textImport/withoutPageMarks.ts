import type { Drop } from './dropped.js'

/** The lines of a text that came from pages, without their numbers and without the codes of Word's fields. */
export const withoutPageMarks = ({ drop, text }: { drop: Drop; text: string }): string[] => {
  const lines = withoutFieldCodes({ drop, text }).split(lineEnd)
  const pages = pageNumbersIn(lines)

  return lines.map((line, index) => {
    if (pages.has(index)) {
      drop('pageNumber', line)
      return ''
    }
    return line
  })
}

const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/u

/** What Word writes where a field stands, once its look is lost. */
const fieldCode = new RegExp(
  [
    // Its own marks around a field: the code up to what it shows.
    '\\u0013[^\\u0013-\\u0015]{0,500}\\u0014',
    '[\\u0013\\u0014\\u0015]',
    '\\[bookmark: [^\\]\\n]{1,100}\\]',
    '\\{\\s?(?:DATE|DOCPROPERTY|FORMCHECKBOX|FORMTEXT|HYPERLINK|INCLUDEPICTURE|MERGEFIELD|NUMPAGES|PAGE|PAGEREF|REF|SEQ|STYLEREF|TIME|TOC)\\b[^{}\\n]{0,300}\\}',
    '\\bHYPERLINK (?:\\\\l )?"[^"\\n]{0,500}"(?: \\\\[a-z](?: "[^"\\n]{0,200}")?){0,5}',
    '\\bPAGEREF _Toc\\d{1,12}(?: \\\\[a-z]){0,3}',
    '\\bTOC \\\\[a-z](?: "[^"\\n]{0,50}")?(?: \\\\[a-z](?: "[^"\\n]{0,50}")?){0,9}',
    '\\b(?:NUMPAGES|PAGE|REF \\w{1,40}) {1,3}(?:\\\\[a-z] ){0,3}\\\\\\* {1,3}(?:Arabic|MERGEFORMAT)\\b',
    '\\\\\\* {1,3}MERGEFORMAT\\b',
  ].join('|'),
  'gu',
)

const withoutFieldCodes = ({ drop, text }: { drop: Drop; text: string }): string =>
  text.replace(fieldCode, (code) => {
    const words = code.replace(/\p{Cc}/gu, ' ').trim()

    if (words !== '') {
      drop('fieldCode', words)
    }
    return ''
  })

/**
 * The lines that number pages: `Page 3 of 9`, or a number alone between blank lines. Numbers that stand
 * alone but do not count up are something else, such as the cells of a table.
 */
const pageNumbersIn = (lines: string[]): Set<number> => {
  const named: number[] = []
  const alone: { index: number; number: number }[] = []

  lines.forEach((line, index) => {
    const [, number] = /^\s*(?:[-–—]\s?)?(\d{1,3})(?:\s?[-–—])?\s*$/u.exec(line) ?? []

    if (/^\s*page \d{1,3}(?: (?:of|\/) \d{1,3})?\s*$/iu.test(line)) {
      named.push(index)
    } else if (number !== undefined && isBlank(lines[index - 1]) && isBlank(lines[index + 1])) {
      alone.push({ index, number: Number(number) })
    }
  })

  const countsUp = alone.every(({ number }, index) => number > (alone[index - 1]?.number ?? 0))

  return new Set([...named, ...(countsUp ? alone.map(({ index }) => index) : [])])
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''
