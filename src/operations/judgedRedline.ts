import type { Redline } from '../domain/redline/redline.js'
import type { PolicyContext } from '../options.js'

import { fingerprint } from '../domain/fingerprint.js'
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

/** The texts of two versions in a language; undefined where one has none in it. */
type Compared = {
  context: PolicyContext
  from: ComparableText | undefined
  language: string
  to: ComparableText | undefined
}

/**
 * Compares two versions in a language. The last ones are kept by their texts, since a form asks for the
 * same again whenever one of its dates changes, and so does every write of another language. A text that only one of them has shows as
 * added or removed as a whole; then there is nothing to judge sentence by sentence.
 */
export const judgedRedline = ({ context, from, language, to }: Compared): JudgedRedline => {
  const kept = keptBy.get(context) ?? new Map<string, JudgedRedline>()
  const key = `${language} ${fingerprint({ from: from ?? null, to: to ?? null })}`
  const judged = kept.get(key) ?? judge({ context, from, language, to })

  kept.delete(key)
  keptBy.set(context, kept.set(key, judged))

  const languages = new Set([...kept.keys()].map((each) => each.split(' ', 1)[0]))
  // A map keeps the order in which its entries came.
  for (const oldest of [...kept.keys()].slice(0, -Math.max(leastKept, languages.size))) {
    kept.delete(oldest)
  }
  return judged
}

const judge = ({ context, from, language, to }: Compared): JudgedRedline => {
  const redline = compareTexts({ from: from ?? noText, to: to ?? noText })

  const sentences = sentencesToJudge(redline)

  return {
    redline,
    sentences: sentenceCounts(sentences),
    signs:
      from && to
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

/** And one for each language at least: all of them are asked for in turn. */
const leastKept = 12
