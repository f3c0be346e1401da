import type { ComparedMatch } from '../comparing/compareBlocks.js'
import type { PreparedBlock } from '../reading/preparedBlock.js'

/** What stands at a place of the redline. */
export type Entry =
  | { a: number; startsSection: boolean; type: 'deleted' }
  | { b: number; startsSection: boolean; type: 'inserted' }
  | { match: ComparedMatch; startsSection: boolean; type: 'left' | 'matched' }

type Texts = {
  a: readonly PreparedBlock[]
  b: readonly PreparedBlock[]
  matches: readonly ComparedMatch[]
}

/** Puts what two texts have and had into one order: that of the new text, what is gone where it stood. */
export const arrange = ({ a, b, matches }: Texts): Entry[] => {
  const gone = goneAfter({ a, b, matches })
  const entries: Entry[] = []
  /** Removed sections that wait for the end of the section that they stood behind. */
  let waiting: Entry[] = []

  const place = (departed: Gone, next: Entry | undefined) => {
    const heading = departed.findIndex((entry) => isHeading({ a, entry }))
    const cut = heading < 0 || !isSectionEnd(next) ? departed.length : heading

    departed.slice(0, cut).forEach((entry) => entries.push(entry))
    waiting = [
      ...waiting,
      ...departed.slice(cut).map((entry) => ({ ...entry, startsSection: isHeading({ a, entry }) })),
    ]
  }

  const live = liveEntries({ b, matches })

  place(gone.get(-1) ?? [], nextSettled({ from: 0, live }))
  live.forEach((entry, index) => {
    if (entry.startsSection) {
      waiting.forEach((removed) => entries.push(removed))
      waiting = []
    }
    entries.push(entry)
    if (entry.type === 'matched') {
      place(gone.get(entry.match.a.from) ?? [], nextSettled({ from: index + 1, live }))
    }
  })
  return [...entries, ...waiting]
}

type Gone = Exclude<Entry, { type: 'inserted' }>[]

const isSectionEnd = (next: Entry | undefined): boolean => next === undefined || next.startsSection

/** The next entry that stood there before, or that starts a section. */
const nextSettled = ({
  from,
  live,
}: {
  from: number
  live: readonly Entry[]
}): Entry | undefined => {
  let index = from

  while (index < live.length && isNewcomer(live[index]!)) {
    index += 1
  }
  return live[index]
}

const isNewcomer = (entry: Entry): boolean =>
  !entry.startsSection &&
  (entry.type === 'inserted' || (entry.type === 'matched' && entry.match.isMoved))

const liveEntries = ({ b, matches }: Omit<Texts, 'a'>): Entry[] => {
  const matchAt = new Map(matches.map((match) => [match.b.from, match]))
  const entries: Entry[] = []
  let index = 0

  while (index < b.length) {
    const match = matchAt.get(index)
    const startsSection = b[index]!.block.type === 'heading'

    entries.push(
      match === undefined
        ? { b: index, startsSection, type: 'inserted' }
        : { match, startsSection, type: 'matched' },
    )
    index = match?.b.to ?? index + 1
  }
  return entries
}

/** What is gone, by the match of the old text that it stood behind; -1 for its start. */
const goneAfter = ({ a, b, matches }: Texts): Map<number, Gone> => {
  const matchAt = new Map(matches.map((match) => [match.a.from, match]))
  const sectionOfB = sectionStarts(b)
  const gone = new Map<number, Gone>()
  let kept = -1
  /** Within a section that moved as a whole: the last of its blocks that went along. */
  let moved: { last: number; section: number | undefined } | undefined
  let index = 0

  while (index < a.length) {
    const match = matchAt.get(index)
    const isStart = a[index]!.block.type === 'heading'
    const section = match && sectionOfB[match.b.from]!

    if (isStart) {
      moved =
        match?.isMoved && b[match.b.from]!.block.type === 'heading'
          ? { last: index, section }
          : undefined
    }
    if (match === undefined || match.isMoved) {
      const anchor = match === undefined && moved ? moved.last : kept
      const entry: Gone[number] = match
        ? { match, startsSection: false, type: 'left' }
        : { a: index, startsSection: false, type: 'deleted' }

      const behind = gone.get(anchor)

      if (behind === undefined) {
        gone.set(anchor, [entry])
      } else {
        behind.push(entry)
      }
    }
    if (match && moved && moved.section === section) {
      moved.last = index
    }
    if (match?.isMoved === false) {
      kept = index
    }
    index = match?.a.to ?? index + 1
  }
  return gone
}

/** For each block the place of the heading that it stands under, -1 without one. */
const sectionStarts = (blocks: readonly PreparedBlock[]): number[] => {
  let start = -1

  return blocks.map(({ block }, index) => {
    start = block.type === 'heading' ? index : start
    return start
  })
}

const isHeading = ({ a, entry }: { a: readonly PreparedBlock[]; entry: Entry }): boolean =>
  entry.type === 'deleted' && a[entry.a]!.block.type === 'heading'
