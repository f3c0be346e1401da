import type { Entry } from './arrange.js'
import type { ComparedMatch } from '../comparing/compareBlocks.js'
import type { PassageChange } from '../comparing/comparePassages.js'

/** The numbers of the changes: of the title, of each entry, null for those that changed nothing. */
export type ChangeNumbers = { entries: (null | number)[]; moves: number; title: null | number }

/**
 * Numbers the changes from 1, in their order. The same words replaced by the same are one change,
 * and so is what moved together.
 */
export const changeNumbers = ({
  entries,
  title,
}: {
  entries: readonly Entry[]
  title: PassageChange
}): ChangeNumbers => {
  const numbers = new Map<string, number>()
  let count = 0
  let moves = 0
  let last: Move | undefined

  const next = () => {
    count += 1
    return count
  }
  const ofChange = ({ key, kind }: PassageChange): null | number => {
    if (kind !== 'substantial' || key === null) {
      return kind && next()
    }

    const number = numbers.get(key) ?? next()

    numbers.set(key, number)
    return number
  }
  const ofMove = ({ a, b }: Pick<Move, 'a' | 'b'>): number => {
    const isAlong = last !== undefined && last.a.to === a.from && last.b.to === b.from

    moves += isAlong ? 0 : 1
    last = { a, b, number: isAlong ? last!.number : next() }
    return last.number
  }

  const titleNumber = ofChange(title)
  const ofMatch = new Map<ComparedMatch, null | number>()
  const ofEntry = entries.map((entry) => {
    if (entry.type === 'deleted' || entry.type === 'inserted') {
      return next()
    }
    if (entry.type === 'matched') {
      const { change, isMoved } = entry.match
      const move = isMoved ? ofMove(entry.match) : null

      ofMatch.set(
        entry.match,
        change.kind === 'substantial' || move === null ? ofChange(change) : move,
      )
    }
    return null
  })

  return {
    // The place that a block left may stand in front of the place that it came to.
    entries: entries.map((entry, index) =>
      entry.type === 'left' || entry.type === 'matched'
        ? ofMatch.get(entry.match)!
        : ofEntry[index]!,
    ),
    moves,
    title: titleNumber,
  }
}

type Span = { from: number; to: number }

type Move = { a: Span; b: Span; number: number }
