import type { ComparedMatch } from '../comparing/compareBlocks.js'
import type { PassageChange } from '../comparing/comparePassages.js'
import type { Entry } from './arrange.js'

/** Which change something belongs to, null where it belongs to none. */
export type ChangeNumber = null | number

/** The numbers of the changes, and the matches at which something that moved starts. */
export type ChangeNumbers = {
  entries: ChangeNumber[]
  moves: ReadonlySet<ComparedMatch>
  title: ChangeNumber
}

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
  const { next, ofChange } = counter()
  const titleNumber = ofChange(title)
  const moves = new Set<ComparedMatch>()
  const ofMatch = new Map<ComparedMatch, ChangeNumber>()
  let last: ComparedMatch | undefined

  const ofMoved = (match: ComparedMatch): ChangeNumber => {
    const isAlong = last?.a.to === match.a.from && last.b.to === match.b.from
    const goesOn = isAlong && last?.change.kind !== 'substantial'

    if (!isAlong) {
      moves.add(match)
    }
    if (match.change.kind === 'substantial') {
      return ofChange(match.change)
    }
    return goesOn ? ofMatch.get(last!)! : next()
  }

  const ofEntry = entries.map((entry) => {
    switch (entry.type) {
      case 'deleted':
      case 'inserted':
        return next()
      case 'left':
        return null
      case 'matched': {
        const { match } = entry

        ofMatch.set(match, match.isMoved ? ofMoved(match) : ofChange(match.change))
        last = match.isMoved ? match : last
        return null
      }
    }
  })

  return {
    // The place that a block left may stand in front of the place that it came to.
    entries: entries.map((entry, index) =>
      'match' in entry ? ofMatch.get(entry.match)! : ofEntry[index]!,
    ),
    moves,
    title: titleNumber,
  }
}

const counter = () => {
  const known = new Map<string, number>()
  let count = 0

  const next = (): number => {
    count += 1
    return count
  }

  return {
    next,
    ofChange: ({ key, kind }: PassageChange): ChangeNumber => {
      if (kind !== 'substantial' || key === null) {
        return kind && next()
      }

      const number = known.get(key) ?? next()

      known.set(key, number)
      return number
    },
  }
}
