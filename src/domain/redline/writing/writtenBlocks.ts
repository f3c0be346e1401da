import type { Entry } from './arrange.js'
import type { ChangeNumbers } from './changeNumbers.js'
import type { ComparedMatch } from '../comparing/compareBlocks.js'
import type { PreparedBlock } from '../reading/preparedBlock.js'
import type { RedlineBlock } from '../redline.js'

import { passageOf } from '../reading/passage.js'

/** A block of the redline, with what is counted and called out of it. */
export type WrittenBlock = {
  /** What stands in it of the old text. */
  a: readonly PreparedBlock[]
  /** What stands in it of the new text. */
  b: readonly PreparedBlock[]
  block: RedlineBlock
  /** True for the first of the blocks that moved together. */
  startsMove: boolean
  startsSection: boolean
  wordsDeleted: number
  wordsInserted: number
}

type Texts = { a: readonly PreparedBlock[]; b: readonly PreparedBlock[] }

/** Writes the blocks of the redline from its entries. */
export const writtenBlocks = ({
  a,
  b,
  entries,
  numbers,
}: Texts & {
  entries: readonly Entry[]
  numbers: ChangeNumbers
}): WrittenBlock[] => {
  const ends = moveEnds(entries)
  const titles = { a: sectionTitles(a), b: sectionTitles(b) }

  return entries.map((entry, index) => {
    const place = { change: numbers.entries[index]!, id: index + 1 }

    switch (entry.type) {
      case 'deleted':
      case 'inserted':
        return oneSided({ a, b, entry, place })
      case 'left':
        return leftBlock({
          a,
          entry,
          moved: { block: ends.get(entry.match)!.at, section: titles.b[entry.match.b.from]! },
          place,
        })
      case 'matched':
        return matchedBlock({
          a,
          b,
          entry,
          moved: entry.match.isMoved
            ? { block: ends.get(entry.match)!.left, section: titles.a[entry.match.a.from]! }
            : null,
          place,
          startsMove: numbers.moves.has(entry.match),
        })
    }
  })
}

type Place = Pick<RedlineBlock, 'change' | 'id'>

type Matched = Extract<Entry, { type: 'left' | 'matched' }>

/** A block that stands in one of the texts alone. */
const oneSided = ({
  a,
  b,
  entry,
  place,
}: Texts & {
  entry: Extract<Entry, { type: 'deleted' | 'inserted' }>
  place: Place
}): WrittenBlock => {
  const isNew = entry.type === 'inserted'
  const blocks = isNew ? b.slice(entry.b, entry.b + 1) : a.slice(entry.a, entry.a + 1)
  const { text, tokens } = passageOf(blocks)
  const words = tokens.filter(({ word }) => word.isWord).length

  return {
    a: isNew ? [] : blocks,
    b: isNew ? blocks : [],
    block: {
      ...emptyBlock({ blocks, place }),
      after: isNew ? entry.b : null,
      before: isNew ? null : entry.a,
      kind: 'substantial',
      segments: [{ kind: 'substantial', op: isNew ? 'insert' : 'delete', text }],
      status: entry.type,
    },
    startsMove: false,
    startsSection: entry.startsSection,
    wordsDeleted: isNew ? 0 : words,
    wordsInserted: isNew ? words : 0,
  }
}

/** The place that a block left, which shows none of its words. */
const leftBlock = ({
  a,
  entry,
  moved,
  place,
}: Pick<Texts, 'a'> & {
  entry: Matched
  moved: RedlineBlock['moved']
  place: Place
}): WrittenBlock => ({
  a: [],
  b: [],
  block: {
    ...emptyBlock({ blocks: a.slice(entry.match.a.from, entry.match.a.to), place }),
    moved,
    status: 'moved_away',
  },
  startsMove: false,
  startsSection: false,
  wordsDeleted: 0,
  wordsInserted: 0,
})

const matchedBlock = ({
  a,
  b,
  entry: {
    match: { change, isMoved, ...spans },
    startsSection,
  },
  moved,
  place,
  startsMove,
}: Texts & {
  entry: Matched
  moved: RedlineBlock['moved']
  place: Place
  startsMove: boolean
}): WrittenBlock => {
  const blocks = b.slice(spans.b.from, spans.b.to)

  return {
    a: a.slice(spans.a.from, spans.a.to),
    b: blocks,
    block: {
      ...emptyBlock({ blocks, place }),
      after: spans.b.from,
      before: spans.a.from,
      kind: change.kind ?? (isMoved ? 'cosmetic' : null),
      moved,
      reasons: change.reasons,
      segments: change.segments,
      status: isMoved ? 'moved' : change.kind === null ? 'unchanged' : 'edited',
    },
    startsMove,
    startsSection,
    wordsDeleted: change.wordsDeleted,
    wordsInserted: change.wordsInserted,
  }
}

const emptyBlock = ({
  blocks,
  place,
}: {
  blocks: readonly PreparedBlock[]
  place: Place
}): Omit<RedlineBlock, 'status'> => {
  const { level, number, type } = blocks[0]!.block

  return {
    after: null,
    before: null,
    change: place.change,
    id: place.id,
    kind: null,
    level,
    moved: null,
    number,
    reasons: [],
    segments: [],
    type,
  }
}

/** The ids of both ends of each move. */
const moveEnds = (entries: readonly Entry[]): Map<ComparedMatch, { at: number; left: number }> => {
  const ends = new Map<ComparedMatch, { at: number; left: number }>()

  entries.forEach((entry, index) => {
    if ((entry.type === 'left' || entry.type === 'matched') && entry.match.isMoved) {
      const known = ends.get(entry.match) ?? { at: 0, left: 0 }

      ends.set(entry.match, { ...known, [entry.type === 'left' ? 'left' : 'at']: index + 1 })
    }
  })
  return ends
}

/** For each block the words of the heading that it stands under, or is. */
const sectionTitles = (blocks: readonly PreparedBlock[]): (null | string)[] => {
  let title: null | string = null

  return blocks.map(({ block }) => {
    title = block.type === 'heading' ? block.text.trim() : title
    return title
  })
}
