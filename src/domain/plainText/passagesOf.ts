import type { LineMark, TextLine, TextLines } from './linesOf.js'

import { endsSentence, headingLength, isRestOfSentence, startsWithUrl } from './wording.js'

/** Lines that say one thing: a heading, a list item or a paragraph. */
export type Passage = {
  isAfterBlank: boolean
  /** The lines that must stay apart, each already joined from the lines that it was wrapped into. */
  lines: string[]
  mark: LineMark
  /** The first line with its mark. */
  whole: string
  /** All of its words, with its mark. */
  withMark: string
}

/** Joins the lines that a page's width or a page's end has torn apart. */
export const passagesOf = ({ isMarkdown, lines, wrapWidth }: TextLines): Passage[] => {
  const drafts: Draft[] = []

  for (const line of lines) {
    const draft = drafts.at(-1)
    const joint = draft === undefined ? 'none' : jointOf({ draft, isMarkdown, line, wrapWidth })

    if (draft === undefined || joint === 'none') {
      drafts.push({ first: line, last: line, lines: [[line.text]] })
    } else {
      const words = line.mark.type === 'none' ? line.text : line.whole

      if (joint === 'break') {
        draft.lines.push([words])
      } else {
        draft.lines.at(-1)?.push(words)
      }
      draft.last = line
    }
  }
  return drafts.map(({ first, lines: parts }) => ({
    isAfterBlank: first.isAfterBlank,
    lines: parts.map((part) => part.join(' ')),
    mark: first.mark,
    whole: first.whole,
    withMark: [first.whole, ...parts.flat().slice(1)].join(' '),
  }))
}

/** The parts are joined at the end only: testing a growing string line by line costs its square. */
type Draft = { first: TextLine; last: TextLine; lines: string[][] }

type Joint = 'blank' | 'break' | 'none'

type Seam = { draft: Draft; isMarkdown: boolean; line: TextLine; wrapWidth: number }

const jointOf = (seam: Seam): Joint => {
  const { draft, isMarkdown, line } = seam
  const { first, last } = draft

  if (first.mark.type === 'heading' || (line.mark.type !== 'none' && !isStrayNumber(seam))) {
    return 'none'
  }

  const goesOn =
    !endsSentence(last.text) &&
    (isRestOfSentence(line.text) || (startsWithUrl(line.text) && last.text.length > headingLength))

  if (line.isAfterBlank) {
    return goesOn ? 'blank' : 'none'
  }
  if (last.mustBreak) {
    return 'break'
  }

  const isInsideItem = first.mark.type !== 'none' && line.indent > first.indent

  return isMarkdown || goesOn || isInsideItem || isFull(seam) ? 'blank' : 'none'
}

/** A full line ended because the page did: the next word would not have fitted. */
const isFull = ({ draft, line, wrapWidth }: Seam): boolean => {
  const [word = ''] = line.whole.slice(0, wrapWidth).split(' ', 1)

  return (
    wrapWidth > 0 &&
    draft.last.width <= wrapWidth &&
    draft.last.width + 1 + word.length > wrapWidth * 0.8
  )
}

/** The end of a wrapped sentence, such as a year, is no list item. */
const isStrayNumber = (seam: Seam): boolean => {
  const { draft, line } = seam
  const { mark } = draft.first

  return (
    line.mark.type === 'number' &&
    line.mark.number !== 1 &&
    !(mark.type === 'number' && mark.number === line.mark.number - 1) &&
    !line.isAfterBlank &&
    !endsSentence(draft.last.text) &&
    isFull(seam)
  )
}
