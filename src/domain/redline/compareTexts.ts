import type { Redline } from './redline.js'

import { arrange } from './writing/arrange.js'
import { callOutsOf } from './writing/callOuts.js'
import { changeNumbers } from './writing/changeNumbers.js'
import { compareBlocks, type PreparedText } from './comparing/compareBlocks.js'
import { preparedBlocks } from './reading/preparedBlock.js'
import { countsOf, redlineSections } from './writing/redlineSections.js'
import { type TextBlock, textBlocksOf } from './reading/textBlocks.js'
import { newVocabulary } from './reading/vocabulary.js'
import { writtenBlocks } from './writing/writtenBlocks.js'

/** A text to compare. */
export type ComparableText = {
  /** A Lexical editor state; anything else has no text. */
  body: unknown
  title?: null | string | undefined
}

/**
 * Compares two editions of a text: section by section, with moved text recognised, cosmetic changes
 * told from substantial ones, and changed addresses, dates and links called out. The same texts
 * always give the same answer, in a time that is bounded by their length.
 *
 * @example
 * const { counts, sections } = compareTexts({ from: { body: old.body }, to: { body: new.body } })
 * counts.substantial // 1
 */
export const compareTexts = ({
  from,
  to,
}: {
  from: ComparableText
  to: ComparableText
}): Redline => {
  const vocabulary = newVocabulary()
  const prepared = ({ body, title }: ComparableText): PreparedText => ({
    blocks: preparedBlocks({ blocks: textBlocksOf(body), vocabulary }),
    title: preparedBlocks({ blocks: [titleBlock(title ?? '')], vocabulary })[0]!,
  })
  const a = prepared(from)
  const b = prepared(to)
  const { matches, title } = compareBlocks({ a, b })
  const texts = { a: a.blocks, b: b.blocks }
  const entries = arrange({ ...texts, matches })
  const numbers = changeNumbers({ entries, title })
  const written = writtenBlocks({ ...texts, entries, numbers })
  const counts = countsOf(written)
  const isTitleCounted = title.kind === 'substantial' && !numbers.entries.includes(numbers.title)

  return {
    callOuts: callOutsOf(written),
    counts: {
      ...counts,
      cosmetic: counts.cosmetic + (title.kind === 'cosmetic' ? 1 : 0),
      substantial: counts.substantial + (isTitleCounted ? 1 : 0),
      wordsDeleted: counts.wordsDeleted + title.wordsDeleted,
      wordsInserted: counts.wordsInserted + title.wordsInserted,
    },
    sections: redlineSections(written),
    title: {
      change: numbers.title,
      kind: title.kind,
      reasons: title.reasons,
      segments: title.segments,
    },
  }
}

const titleBlock = (text: string): TextBlock => ({
  level: 1,
  list: null,
  number: null,
  runs: [],
  text,
  type: 'heading',
})
