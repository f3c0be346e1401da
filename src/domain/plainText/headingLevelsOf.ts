import type { Passage } from './passagesOf.js'

import {
  endsSentence,
  headingLength,
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

  // From the end: whether a line is a heading depends on what it stands above.
  for (let index = passages.length - 1; index >= 0; index -= 1) {
    levels[index] = levelAt({ index, isAboveHeading: levels[index + 1] !== undefined, passages })
  }

  const title = titleIndexOf(passages)

  if (title !== undefined) {
    levels[title] = 1
  }
  passages.forEach(({ mark }, index) => {
    const previous = passages[index - 1]

    if (mark.type === 'none' && previous && levels[index - 1] === undefined && isTorn(previous)) {
      levels[index] = undefined
    }
  })
  return levels
}

type Place = { index: number; isAboveHeading: boolean; passages: readonly Passage[] }

const levelAt = (place: Place): HeadingLevel | undefined => {
  const passage = place.passages[place.index]
  const next = place.passages[place.index + 1]

  if (passage?.mark.type === 'heading') {
    return passage.mark.level
  }
  if (passage === undefined || next === undefined || !isShort(passage)) {
    return undefined
  }
  switch (passage.mark.type) {
    case 'bullet':
      return undefined
    case 'none':
      return isAboveItsText({ ...place, next, passage }) ? levelOfNumber(passage.whole) : undefined
    case 'number':
      return isSection({
        next,
        number: passage.mark.number,
        previous: place.passages[place.index - 1],
      })
        ? 2
        : undefined
  }
}

const isShort = ({ lines }: Passage): boolean => lines.length === 1 && isHeadingLike(lines[0] ?? '')

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

/** A number of several parts counts subsections. */
const levelOfNumber = (text: string): HeadingLevel => (/^\d{1,3}\.\d/u.test(text) ? 3 : 2)

const isAboveItsText = ({
  isAboveHeading,
  next,
  passage,
}: Place & { next: Passage; passage: Passage }): boolean => {
  if (isAboveHeading || next.mark.type === 'none') {
    return isAboveHeading || isRunningText(next)
  }
  // With a colon it leads in to the list.
  return !passage.whole.endsWith(':')
}

const isRunningText = ({ lines }: Passage): boolean => {
  const text = lines[0] ?? ''

  return (
    !isRestOfSentence(text) &&
    (lines.length > 1 || text.length > headingLength || endsSentence(text))
  )
}

/** A numbered line is a section's heading where text follows it, and an item where items surround it. */
const isSection = ({
  next,
  number,
  previous,
}: {
  next: Passage
  number: number
  previous: Passage | undefined
}): boolean => {
  const isInList = previous?.mark.type === 'number' && previous.mark.number === number - 1
  const isLedIn = previous?.mark.type === 'none' && previous.lines.at(-1)?.endsWith(':') === true

  if (isInList || isLedIn) {
    return false
  }
  return (
    next.mark.type === 'heading' ||
    (next.mark.type === 'none' && !isRestOfSentence(next.whole)) ||
    (next.mark.type === 'bullet' && next.isAfterBlank)
  )
}

/** The first line names the document, unless only its date stands there; Markdown marks its title. */
const titleIndexOf = (passages: readonly Passage[]): number | undefined => {
  const index = isDateLine(passages[0]?.lines[0] ?? '') ? 1 : 0
  const passage = passages[index]
  const isMarked = passages.some(({ mark }) => mark.type === 'heading' && mark.level === 1)

  return passage?.mark.type === 'none' &&
    isShort(passage) &&
    passages.length > index + 1 &&
    !isMarked
    ? index
    : undefined
}
