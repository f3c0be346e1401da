import type { Passage } from './passagesOf.js'

import {
  endsSentence,
  headingLength,
  isAddressLike,
  isDateLine,
  isHeadingLike,
  isPostal,
  isRestOfSentence,
} from './wording.js'

/** The title, a section or a subsection. */
export type HeadingLevel = 1 | 2 | 3

/** The level of each passage that is a heading, undefined for the others. */
export const headingLevelsOf = (passages: readonly Passage[]): (HeadingLevel | undefined)[] => {
  const levels: (HeadingLevel | undefined)[] = passages.map(() => undefined)
  const areMarked = passages.some(({ mark }) => mark.type === 'heading')
  const title = titleIndexOf(passages)

  // From the end: whether a line is a heading depends on what it stands above.
  for (let index = passages.length - 1; index >= 0; index -= 1) {
    const isAboveHeading = levels[index + 1] !== undefined

    levels[index] = index === title ? 1 : levelAt({ areMarked, index, isAboveHeading, passages })
  }
  passages.forEach(({ mark }, index) => {
    const previous = passages[index - 1]

    if (mark.type === 'none' && previous && levels[index - 1] === undefined && isTorn(previous)) {
      levels[index] = undefined
    }
  })
  return levels
}

type Place = {
  /** Whether the author marked headings: then a line without a mark is none. */
  areMarked: boolean
  index: number
  isAboveHeading: boolean
  passages: readonly Passage[]
}

const levelAt = ({
  areMarked,
  index,
  isAboveHeading,
  passages,
}: Place): HeadingLevel | undefined => {
  const passage = passages[index]
  const next = passages[index + 1]

  if (passage?.mark.type === 'heading') {
    return passage.mark.level
  }
  if (passage === undefined || next === undefined || !isShort(passage)) {
    return undefined
  }
  if (passage.mark.type === 'number') {
    return isSection({ index, next, number: passage.mark.number, passages }) ? 2 : undefined
  }
  return passage.mark.type === 'none' &&
    !areMarked &&
    isAboveItsText({ isAboveHeading, next, text: passage.whole })
    ? levelOfNumber(passage.whole)
    : undefined
}

const isShort = ({ lines }: Passage): boolean => lines.length === 1 && isHeadingLike(lines[0] ?? '')

/** A number of several parts counts subsections. */
const levelOfNumber = (text: string): HeadingLevel => (/^\d{1,3}\.\d/u.test(text) ? 3 : 2)

const isAboveItsText = ({
  isAboveHeading,
  next,
  text,
}: {
  isAboveHeading: boolean
  next: Passage
  text: string
}): boolean => {
  // With a colon it leads in to a list or an address, unless a whole paragraph follows.
  if (text.endsWith(':')) {
    return next.mark.type === 'none' && (next.lines[0] ?? '').length > headingLength
  }
  return isAboveHeading || next.mark.type !== 'none' || isRunningText(next)
}

const isRunningText = ({ lines }: Passage): boolean => {
  const text = lines[0] ?? ''

  return (
    !isRestOfSentence(text) &&
    (lines.length > 1 ||
      text.length > headingLength ||
      (endsSentence(text) && !isAddressLike(text)))
  )
}

/** A numbered line is a section's heading where text follows it, and an item where items surround it. */
const isSection = ({
  index,
  next,
  number,
  passages,
}: {
  index: number
  next: Passage
  number: number
  passages: readonly Passage[]
}): boolean => {
  const before = passages[index - 1]
  const item = passages[index - 1 - nestedItemsBefore({ index, passages })]
  const isInList = item?.mark.type === 'number' && item.mark.number === number - 1
  const isLedIn = before?.mark.type === 'none' && before.lines.at(-1)?.endsWith(':') === true

  if (isInList || isLedIn) {
    return false
  }
  return (
    next.mark.type === 'heading' ||
    (next.mark.type === 'none' && !isRestOfSentence(next.whole)) ||
    (next.mark.type === 'bullet' && next.isAfterBlank)
  )
}

/** Bullets right above a numbered line, without a blank line, belong to the item before it. */
const nestedItemsBefore = ({
  index,
  passages,
}: {
  index: number
  passages: readonly Passage[]
}): number => {
  let count = 0

  if (passages[index]?.isAfterBlank === false) {
    while (passages[index - 1 - count]?.mark.type === 'bullet') {
      count += 1
    }
  }
  return count
}

/** Whether a sentence is still open at the end of a paragraph: what follows goes on with it. */
const isTorn = ({ lines, mark }: Passage): boolean => {
  const end = lines.at(-1) ?? ''

  return (
    mark.type === 'none' &&
    !endsSentence(end) &&
    !isDateLine(end) &&
    !isPostal(end) &&
    !/@|\bwww\.|:\/\//u.test(end.slice(-60))
  )
}

/** The first line names the document, unless only its date stands there; Markdown marks its title. */
const titleIndexOf = (passages: readonly Passage[]): number | undefined => {
  const index = isDateLine(passages[0]?.lines[0] ?? '') ? 1 : 0
  const passage = passages[index]
  const isMarked = passages.some(({ mark }) => mark.type === 'heading' && mark.level === 1)

  return passage?.mark.type === 'none' &&
    isShort(passage) &&
    !passage.whole.endsWith(':') &&
    passages.length > index + 1 &&
    !isMarked
    ? index
    : undefined
}
