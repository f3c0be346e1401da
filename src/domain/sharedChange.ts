import type { ComparableText } from './redline/compareTexts.js'

import { sentencesIn } from './redline/changedSentences.js'
import { textBlocksOf } from './redline/reading/textBlocks.js'

/** What a draft's change has in common with that of an announced version that takes effect after it. */
export type SharedChange = {
  /** True where the draft already holds something that the announced version changes. */
  isAnticipated: boolean
  /** True where the draft changes something that the announced version knows nothing of, and so undoes. */
  isUndone: boolean
}

/** Texts by language. */
type Texts = Record<string, ComparableText>

/** The sentences of a version: a later one that holds the same ones says the same. */
export type Sentences = ReadonlySet<string>

/** The sentences of a version's titles and texts, each with its language. */
export const sentencesOf = (texts: Texts): Sentences =>
  new Set(
    Object.entries(texts).flatMap(([language, { body, title }]) =>
      [title ?? '', ...textBlocksOf(body).map(({ text }) => text)]
        .flatMap(sentencesIn)
        .map((sentence) => `${language} ${sentence.replace(/\s+/gu, ' ')}`),
    ),
  )

/**
 * Compares what a draft changes of the version that it would follow with what an announced version
 * changes of its own. A draft whose text is that of the version before changes something else, which is taken to be
 * undone; before a first version no reader was told of another text.
 */
export const sharedChange = ({
  before,
  draft,
  pending,
  pendingBefore,
}: {
  /** Of the version that the draft would follow; null where it would be the first in force. */
  before: null | Sentences
  draft: Sentences
  pending: Sentences
  /** Of the version that the announced one follows; null for a first one. */
  pendingBefore: null | Sentences
}): SharedChange => {
  if (!before || !pendingBefore) {
    return { isAnticipated: false, isUndone: true }
  }
  const [added, dropped] = [without(draft, before), without(before, draft)]
  const addedAlone = added.filter((sentence) => !pending.has(sentence))
  const droppedAlone = dropped.filter((sentence) => pending.has(sentence))
  // What an announced version before it changes, it does not bring itself.
  const addedByBoth = added.filter(
    (sentence) => pending.has(sentence) && !pendingBefore.has(sentence),
  )
  const droppedByBoth = dropped.filter(
    (sentence) => !pending.has(sentence) && pendingBefore.has(sentence),
  )

  return {
    // A sentence that both dropped may have been written anew in two ways; more of them were not.
    isAnticipated: addedByBoth.length > 0 || droppedByBoth.length > addedAlone.length,
    isUndone: added.length + dropped.length === 0 || addedAlone.length + droppedAlone.length > 0,
  }
}

const without = (sentences: Sentences, others: Sentences): string[] =>
  [...sentences].filter((sentence) => !others.has(sentence))
