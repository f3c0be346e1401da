import type { Redline } from '../domain/redline/redline.js'
import type { PolicyContext } from '../options.js'

import {
  type MaterialitySign,
  materialitySigns,
  type SentencesToJudge,
} from '../domain/materiality/materialitySigns.js'
import { sentencesToJudge } from '../domain/materiality/sentencesToJudge.js'
import { type ComparableText, compareTexts } from '../domain/redline/compareTexts.js'

/** A comparison, how many sentences it changes, and which of those may be material. */
export type JudgedRedline = {
  redline: Redline
  sentences: SentenceCounts
  signs: MaterialitySign[]
}

/** Of the substantial changes. */
export type SentenceCounts = { added: number; changed: number; removed: number }

type Edition = { fingerprint: null | string; text: ComparableText | undefined }

/**
 * Compares two versions in a language. The last ones are kept by their fingerprints, since a form asks
 * for the same again whenever one of its dates changes. A text that only one of them has shows as
 * added or removed as a whole; then there is nothing to judge sentence by sentence.
 */
export const judgedRedline = ({
  context,
  from,
  language,
  to,
}: {
  context: PolicyContext
  from: Edition
  language: string
  to: Edition
}): JudgedRedline => {
  const kept = keptBy.get(context) ?? new Map<string, JudgedRedline>()
  const key = [from.fingerprint, to.fingerprint, language].join(' ')
  const isKept = from.fingerprint !== null && to.fingerprint !== null
  const judged = (isKept && kept.get(key)) || judge({ context, from, language, to })

  if (isKept) {
    kept.delete(key)
    keptBy.set(context, kept.set(key, judged))
    // A map keeps the order in which its entries came.
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) {
      kept.delete(oldest)
    }
  }
  return judged
}

const judge = ({
  context,
  from,
  language,
  to,
}: {
  context: PolicyContext
  from: Edition
  language: string
  to: Edition
}): JudgedRedline => {
  const redline = compareTexts({ from: from.text ?? noText, to: to.text ?? noText })

  const sentences = sentencesToJudge(redline)

  return {
    redline,
    sentences: sentenceCounts(sentences),
    signs:
      from.text && to.text
        ? materialitySigns({
            changedSentences: sentences,
            language,
            rules: context.materiality.rules,
          })
        : [],
  }
}

const sentenceCounts = (sentences: readonly SentencesToJudge[]): SentenceCounts =>
  sentences.reduce(
    (counts, { after, before }) => ({
      added: counts.added + Math.max(0, after.length - before.length),
      changed: counts.changed + Math.min(after.length, before.length),
      removed: counts.removed + Math.max(0, before.length - after.length),
    }),
    { added: 0, changed: 0, removed: 0 },
  )

const noText: ComparableText = { body: null }

const keptBy = new WeakMap<PolicyContext, Map<string, JudgedRedline>>()

const mostKept = 12
