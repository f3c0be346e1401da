import type { Budget } from './budget.js'
import type { GapContext } from './judgeGap.js'
import type { Passage } from '../reading/passage.js'
import type { ChangeKind, CosmeticReason, Segment } from '../redline.js'

import { diffTokens } from './diffTokens.js'
import { passageWriter } from './passageWriter.js'

/** What became of a passage. */
export type PassageChange = {
  /** Equal for what is one change at several places; null for one that is like no other. */
  key: null | string
  kind: ChangeKind | null
  reasons: CosmeticReason[]
  segments: Segment[]
  wordsDeleted: number
  wordsInserted: number
}

/** Compares two passages that belong together, word by word. */
export const comparePassages = ({
  a,
  b,
  budget,
  context,
}: {
  a: Passage
  b: Passage
  budget: Budget
  context: GapContext
}): PassageChange => {
  const writer = passageWriter({ a, b, context })
  let fromA = 0
  let fromB = 0

  for (const run of diffTokens({ a: a.tokens, b: b.tokens, budget })) {
    writer.replaced({
      deleted: { from: fromA, to: run.a },
      inserted: { from: fromB, to: run.b },
    })
    writer.kept(run)
    fromA = run.a + run.length
    fromB = run.b + run.length
  }
  writer.replaced({
    deleted: { from: fromA, to: a.tokens.length },
    inserted: { from: fromB, to: b.tokens.length },
  })
  return writer.end()
}
