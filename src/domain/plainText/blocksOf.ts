import type { HeadingLevel } from './headingLevelsOf.js'
import type { Passage } from './passagesOf.js'

import { headingLevelsOf } from './headingLevelsOf.js'
import { linesOf } from './linesOf.js'
import { passagesOf } from './passagesOf.js'
import { isAddressLike, isPostal } from './wording.js'

/** A part of a text that stands on its own. */
export type TextBlock = HeadingBlock | ListBlock | ParagraphBlock

/** The title (1), the heading of a section (2) or of a subsection (3). */
export type HeadingBlock = { level: HeadingLevel; text: string; type: 'heading' }

/** A list; `start` is the number of its first item. */
export type ListBlock =
  | { items: string[]; start: number; type: 'orderedList' }
  | { items: string[]; type: 'unorderedList' }

/** A paragraph; its lines stay apart, as in a postal address. */
export type ParagraphBlock = { lines: string[]; type: 'paragraph' }

/**
 * Reads the blocks of a policy from its plain text or Markdown. Every word is kept, in its place;
 * only the marks of headings, items and quotations go, as the block says what they said.
 */
export const blocksOf = (text: string): TextBlock[] => {
  const passages = passagesOf(linesOf(text))
  const levels = headingLevelsOf(passages)
  const areNumbersLost = haveLostNumbers({ levels, passages })
  const blocks: TextBlock[] = []

  passages.forEach((passage, index) => {
    const level = levels[index]

    if (level !== undefined) {
      blocks.push({ level, text: headingText({ areNumbersLost, passage }), type: 'heading' })
    } else if (passage.mark.type === 'none') {
      blocks.push({ lines: passage.lines, type: 'paragraph' })
    } else {
      addItem({ blocks, passage, previous: passages[index - 1] })
    }
  })
  return withAddresses(blocks)
}

/** A list that was copied without its numbers gives every section the same one: it says nothing. */
const haveLostNumbers = ({
  levels,
  passages,
}: {
  levels: (HeadingLevel | undefined)[]
  passages: Passage[]
}): boolean => {
  const numbers = passages.flatMap(({ mark }, index) =>
    mark.type === 'number' && levels[index] !== undefined ? [mark.number] : [],
  )

  return numbers.length > 1 && new Set(numbers).size === 1
}

/** Numbers that count are kept, as other clauses may refer to them. */
const headingText = ({
  areNumbersLost,
  passage: { lines, mark, withMark },
}: {
  areNumbersLost: boolean
  passage: Passage
}): string => (mark.type === 'number' && !areNumbersLost ? withMark : lines.join(' '))

const addItem = ({
  blocks,
  passage: { lines, mark },
  previous,
}: {
  blocks: TextBlock[]
  passage: Passage
  previous: Passage | undefined
}): void => {
  const list = blocks.at(-1)
  const item = lines.join(' ')

  if (mark.type === 'bullet') {
    if (list?.type === 'unorderedList') {
      list.items.push(item)
    } else {
      blocks.push({ items: [item], type: 'unorderedList' })
    }
  }
  if (mark.type === 'number') {
    const isRepeated =
      mark.number === 1 && previous?.mark.type === 'number' && previous.mark.number === 1

    if (
      list?.type === 'orderedList' &&
      (isRepeated || list.start + list.items.length === mark.number)
    ) {
      list.items.push(item)
    } else {
      blocks.push({ items: [item], start: mark.number, type: 'orderedList' })
    }
  }
}

/** An address has few lines; a longer run of short ones is something else. */
const mostAddressLines = 8

/** Puts the lines of a postal address into one paragraph, blank lines between them or not. */
const withAddresses = (blocks: TextBlock[]): TextBlock[] => {
  const result: TextBlock[] = []
  let run: ParagraphBlock[] = []

  const endRun = () => {
    const lines = run.flatMap((paragraph) => paragraph.lines)

    if (run.length > 1 && lines.length <= mostAddressLines && lines.some(isPostal)) {
      result.push({ lines, type: 'paragraph' })
    } else {
      run.forEach((paragraph) => result.push(paragraph))
    }
    run = []
  }

  for (const block of blocks) {
    if (block.type === 'paragraph' && block.lines.every(isAddressLike)) {
      run.push(block)
    } else {
      endRun()
      result.push(block)
    }
  }
  endRun()
  return result
}
