import type { LexicalInline, LexicalText } from '../plainText/lexicalFromText.js'

import { linksIn } from '../plainText/linksIn.js'
import { textFormat } from '../rendering/richText.js'
import { link, text } from './importedNodes.js'

/** Where words lead; `isUsed` once some do. */
export type LinkTarget = { isUsed: boolean; url: string }

/** Words of one look. */
export type Words = { format: number; link: LinkTarget | undefined; text: string }

/** Words, or the end of a line. */
type Run = 'break' | Words

/** Gathers the words of a line as a browser would show them. */
export type OpenLine = {
  addBreak: () => void
  /** Adds words; blanks and line ends between them count as one blank. */
  addWords: (words: Words) => void
  /** Adds words as they stand. */
  addVerbatim: (words: Words) => void
  /** Ends the line. Two ends of line after each other part a paragraph, so that it may be several. */
  take: () => Run[][]
}

/** Starts a line. */
export const openLine = (): OpenLine => {
  let runs: Run[] = []

  const add = (words: Words) => {
    if (words.text !== '') {
      if (words.link && /\S/u.test(words.text)) {
        words.link.isUsed = true
      }
      runs.push(words)
    }
  }

  return {
    addBreak: () => {
      runs.push('break')
    },
    addVerbatim: ({ text: lines, ...words }) => {
      lines.split(/\r\n?|\n/u).forEach((line, index) => {
        if (index > 0) {
          runs.push('break')
        }
        add({ ...words, text: line.replace(/\p{Cc}/gu, ' ') })
      })
    },
    addWords: (words) => {
      const last = runs.at(-1)
      const isAfterBlank =
        last === undefined || last === 'break' || /\s$/u.test(last.text.slice(-1))
      const spaced = words.text.replace(/\p{Cc}+/gu, ' ').replace(/\s{2,}/gu, ' ')

      add({ ...words, text: isAfterBlank ? spaced.replace(/^\s/u, '') : spaced })
    },
    take: () => {
      const lines = paragraphsIn(runs)
      runs = []
      return lines
    },
  }
}

const paragraphsIn = (runs: Run[]): Run[][] => {
  const paragraphs: Run[][] = [[]]
  let isAfterBreak = false

  for (const run of runs) {
    if (run === 'break' && isAfterBreak) {
      paragraphs.push([])
    } else {
      paragraphs.at(-1)!.push(run)
    }
    isAfterBreak = run === 'break' || (isAfterBreak && run.text.trim() === '')
  }
  return paragraphs.map(trimmed).filter(({ length }) => length > 0)
}

/** Blanks at the end of a line and around a paragraph are not shown. */
const trimmed = (runs: Run[]): Run[] => {
  const kept = runs.map((run, index): Run => {
    const isLast = runs.slice(index + 1, index + 2).every((next) => next === 'break')

    return run !== 'break' && isLast ? { ...run, text: run.text.trimEnd() } : run
  })
  const isBlank = (run: Run) => run === 'break' || run.text.trim() === ''
  const from = kept.findIndex((run) => !isBlank(run))

  return from < 0 ? [] : kept.slice(from, kept.findLastIndex((run) => !isBlank(run)) + 1)
}

/** The nodes of a line. Addresses in its words become links. */
export const inlinesOf = ({
  nextLink,
  runs,
}: {
  /** Numbers the links of the text through. */
  nextLink: () => number
  runs: Run[]
}): LexicalInline[] => {
  const inlines: LexicalInline[] = []

  for (const run of joined(runs)) {
    const last = inlines.at(-1)

    if (run === 'break') {
      inlines.push({ type: 'linebreak', version: 1 })
    } else if (run.link && last?.type === 'link' && last.fields.url === run.link.url) {
      last.children.push(text(run.text, run.format))
    } else if (run.link) {
      const children: LexicalText[] = [text(run.text, run.format)]
      inlines.push(link({ children, number: nextLink(), url: run.link.url }))
    } else {
      linked({ nextLink, run }).forEach((inline) => inlines.push(inline))
    }
  }
  return inlines
}

/** Joins words of the same look; the parts are joined at the end only, as they can be many. */
const joined = (runs: Run[]): Run[] => {
  const groups: { parts: string[]; run: Run }[] = []

  for (const run of runs) {
    const last = groups.at(-1)

    if (
      last &&
      run !== 'break' &&
      last.run !== 'break' &&
      last.run.format === run.format &&
      last.run.link === run.link
    ) {
      last.parts.push(run.text)
    } else {
      groups.push({ parts: run === 'break' ? [] : [run.text], run })
    }
  }
  return groups
    .map(({ parts, run }): Run => (run === 'break' ? run : { ...run, text: parts.join('') }))
    .filter((run) => run === 'break' || run.text !== '')
}

const linked = ({ nextLink, run }: { nextLink: () => number; run: Words }): LexicalInline[] => {
  // Code shows an address, and Markdown's links are read elsewhere.
  const found =
    run.format & textFormat.code
      ? []
      : linksIn(run.text).filter(
          ({ end, start, text: shown }) => run.text.slice(start, end) === shown,
        )
  const inlines: LexicalInline[] = []
  let from = 0

  for (const { end, start, text: shown, url } of found) {
    if (start > from) {
      inlines.push(text(run.text.slice(from, start), run.format))
    }
    inlines.push(link({ children: [text(shown, run.format)], number: nextLink(), url }))
    from = end
  }
  if (from < run.text.length) {
    inlines.push(text(run.text.slice(from), run.format))
  }
  return inlines
}
