import type { Redline, RedlineBlock, Segment } from './redline.js'

import { textAfter, textBefore } from './segmentTexts.js'

/** The sentences of a section that substantial changes touch. */
export type ChangedSentences = {
  /** As they stand in the new text. */
  after: string[]
  /** As they stood in the old text. */
  before: string[]
  /** The words of the section's heading; null for what stands before the first. */
  section: null | string
}

/** Lists the sentences that substantial changes touch, section by section; sections without any are left out. */
export const changedSentences = ({ sections }: Redline): ChangedSentences[] =>
  sections
    .map(({ blocks, heading, title }) => {
      const changed = [...(heading ? [heading] : []), ...blocks].filter(
        ({ kind }) => kind === 'substantial',
      )

      return {
        after: changed.flatMap(sentencesOn('after')),
        before: changed.flatMap(sentencesOn('before')),
        section: title,
      }
    })
    .filter(({ after, before }) => after.length > 0 || before.length > 0)

/** The sentences of a text, as they are listed above. */
export const sentencesIn = (text: string): string[] =>
  stretchesIn(text).map(({ end, start }) => text.slice(start, end).trim())

type Side = 'after' | 'before'

type Stretch = { end: number; start: number }

const sentencesOn =
  (side: Side) =>
  ({ segments }: RedlineBlock): string[] => {
    const text = side === 'after' ? textAfter(segments) : textBefore(segments)
    const changes = changesOn({ segments, side })
    const sentences: string[] = []
    let next = 0

    for (const { end, start } of stretchesIn(text)) {
      while (next < changes.length && isBefore(changes[next]!, start)) {
        next += 1
      }
      if (next < changes.length && isWithin(changes[next]!, { end, start })) {
        sentences.push(text.slice(start, end).trim())
      }
    }
    return sentences.filter((sentence) => sentence !== '')
  }

/** Where one side changed; a place without extent where the other side alone has something. */
const changesOn = ({ segments, side }: { segments: readonly Segment[]; side: Side }): Stretch[] => {
  const elsewhere = side === 'after' ? 'delete' : 'insert'
  const changes: Stretch[] = []
  let start = 0

  for (const segment of segments) {
    const end = segment.op === elsewhere ? start : start + segment.text.length

    if (segment.op === 'equal' ? segment.link !== undefined : segment.kind === 'substantial') {
      changes.push({ end, start })
    }
    start = end
  }
  return changes
}

const isBefore = (change: Stretch, start: number): boolean =>
  change.end < start || (change.end === start && change.start < start)

const isWithin = (change: Stretch, { end, start }: Stretch): boolean =>
  change.start === change.end
    ? // Between two sentences nothing is missing in either.
      change.start > start && change.start < end
    : change.start < end && change.end > start

const sentenceEnd = /[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})|[。！？]|\n+/gu

const stretchesIn = (text: string): Stretch[] => {
  const stretches: Stretch[] = []
  let start = 0

  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    stretches.push({ end: index + mark.length, start })
    start = index + mark.length
  }
  return [...stretches, { end: text.length, start }]
}
