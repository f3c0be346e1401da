import type { ChangedSentences } from '../redline/changedSentences.js'

import { type MaterialityRules, rulesFor, type TopicRules } from './materialityRules.js'
import { builtInMaterialityRules } from './rules/builtInMaterialityRules.js'
import { withoutSame, wordsOf } from './sentenceTokens.js'
import { type TopicReader, topicReader } from './topicReader.js'

/** A changed sentence that touches what readers rely on: a sign that the change is material. */
export type MaterialitySign = {
  /** The block of the redline that it stands in, where that is known. */
  block: null | number
  language: string
  /** The words of the section's heading; null for what stands before the first. */
  section: null | string
  /** As it stood and as it stands; null on the side where it is not there. */
  sentence: { after: null | string; before: null | string }
  /** A topic of the rules, such as `retention`. */
  topic: string
  /** Where the words stand by which the topic was recognised, and which they are. */
  why: { place: 'heading' | 'sentence'; words: string[] }
}

/** Changed sentences, with the block of the redline that they stand in where that is known. */
export type SentencesToJudge = ChangedSentences & { block?: number }

/**
 * Finds the changed sentences that touch purposes, recipients, retention, fees and whatever else the
 * rules name. It reads words and no meaning: what it finds is for a person to judge, and what it does
 * not find may be material all the same. Where only punctuation, case or layout changed, or the words
 * stand elsewhere in the same passage, there is no sign.
 *
 * @example
 * materialitySigns({ changedSentences: changedSentences(redline), language: 'en' })
 *
 * @throws Error for rules that cannot be read.
 */
export const materialitySigns = ({
  changedSentences,
  language,
  rules = builtInMaterialityRules,
}: {
  changedSentences: readonly SentencesToJudge[]
  language: string
  rules?: MaterialityRules
}): MaterialitySign[] => {
  const topicsOf = readerOf({ language, rules })

  return changedSentences.flatMap(({ after, before, block = null, section }) => {
    const headed = section === null ? noTopics : topicsOf(section)

    return pairsOf({ after, before }).flatMap((sentence) => {
      const said = [sentence.before, sentence.after].map((side) =>
        side === null ? noTopics : topicsOf(side),
      )
      const topics = new Set([...said.flatMap((side) => [...side.keys()]), ...headed.keys()])

      return [...topics].map((topic): MaterialitySign => {
        const words = [...new Set(said.flatMap((side) => side.get(topic) ?? []))]

        return {
          block,
          language,
          section,
          sentence,
          topic,
          why:
            words.length > 0
              ? { place: 'sentence', words }
              : { place: 'heading', words: headed.get(topic)! },
        }
      })
    })
  })
}

const noTopics: ReadonlyMap<string, string[]> = new Map()

/**
 * The sentences that say something else now, as pairs where as many came as went. Those that stand on
 * both sides of a passage were neither added nor taken away.
 */
const pairsOf = ({
  after,
  before,
}: {
  after: readonly string[]
  before: readonly string[]
}): MaterialitySign['sentence'][] => {
  if (wordsOf(after) === wordsOf(before)) {
    return []
  }

  const gone = withoutSame(before, after)
  const come = withoutSame(after, before)

  return gone.length === come.length
    ? gone.map((sentence, index) => ({ after: come[index]!, before: sentence }))
    : [
        ...gone.map((sentence) => ({ after: null, before: sentence })),
        ...come.map((sentence) => ({ after: sentence, before: null })),
      ]
}

const readerOf = ({
  language,
  rules,
}: {
  language: string
  rules: MaterialityRules
}): TopicReader => {
  const own = rulesFor({ language, rules }) ?? nothing
  const everywhere = rules['*'] ?? nothing
  const known = readers.get(own) ?? new WeakMap<TopicRules, TopicReader>()
  const reader = known.get(everywhere) ?? topicReader([everywhere, own])

  readers.set(own, known.set(everywhere, reader))
  return reader
}

const nothing: TopicRules = {}

/** Rules are many phrases, and the same for every text. */
const readers = new WeakMap<TopicRules, WeakMap<TopicRules, TopicReader>>()
