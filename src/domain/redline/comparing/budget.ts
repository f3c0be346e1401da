/** How much work a comparison may still take; it counts steps and no time, so that the same texts always compare the same. */
export type Budget = {
  /** The most edits that the next search may look for. */
  editLength: () => number
  /** Takes off what a search cost that went through so many edits. */
  spend: (edits: number) => void
}

/** A budget for one comparison: at some ten million steps a second, a fraction of a second. */
export const newBudget = (): Budget => {
  let left = allSteps

  return {
    editLength: () => Math.min(longestSearch, Math.floor(Math.sqrt(2 * left))),
    spend: (edits) => {
      // A search through n edits looks at 1 + 2 + … + n places.
      left = Math.max(0, left - (edits * edits) / 2)
    },
  }
}

const allSteps = 2_000_000

/** A passage with more edits has nothing left that could be read as an edited text. */
const longestSearch = 600
