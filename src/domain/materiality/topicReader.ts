import type { TopicRules } from './materialityRules.js'

import { firstForms, lookupForms, matchAt, parsePhrase, type Phrase } from './phrase.js'
import { type SentenceToken, sentenceTokens } from './sentenceTokens.js'

/** Reads which topics a sentence touches: each with the words of the sentence that say so, in their order. */
export type TopicReader = (sentence: string) => Map<string, string[]>

/** Makes the reader of some rules, which together hold. */
export const topicReader = (rules: readonly TopicRules[]): TopicReader => {
  const index = indexOf(
    rules.flatMap((topics) =>
      Object.entries(topics).flatMap(([topic, phrases]) =>
        phrases.map((phrase) => ({ phrase: parsePhrase(phrase), topic })),
      ),
    ),
  )

  return (sentence) => {
    const tokens = sentenceTokens(sentence)
    const byTopic = new Map<string, Found[]>()

    for (const found of findIn({ index, tokens })) {
      const others = byTopic.get(found.topic)
      if (others) {
        others.push(found)
      } else {
        byTopic.set(found.topic, [found])
      }
    }
    return new Map(
      [...byTopic]
        .map(([topic, found]) => [topic, wordsOf({ found, sentence, tokens })] as const)
        .filter(([, words]) => words.length > 0),
    )
  }
}

type Entry = { phrase: Phrase; topic: string }

/** Phrases by their first words: a long text has many words, and the rules many phrases. */
type Index = { byFirst: Map<string, Entry[]>; others: Entry[] }

/** Tokens from `start` up to, and without, `end`. */
type Stretch = { end: number; start: number }

type Found = Entry & Stretch

const indexOf = (entries: readonly Entry[]): Index => {
  const index: Index = { byFirst: new Map(), others: [] }

  for (const entry of entries) {
    const forms = firstForms(entry.phrase)

    if (forms === undefined) {
      index.others.push(entry)
    }
    for (const form of new Set(forms)) {
      index.byFirst.set(form, [...(index.byFirst.get(form) ?? []), entry])
    }
  }
  return index
}

const findIn = ({
  index: { byFirst, others },
  tokens,
}: {
  index: Index
  tokens: readonly SentenceToken[]
}): Found[] => {
  const found: Found[] = []
  const look = (entries: readonly Entry[], start: number) => {
    for (const entry of entries) {
      const end = matchAt({ at: start, phrase: entry.phrase, tokens })
      if (end !== undefined) {
        found.push({ ...entry, end, start })
      }
    }
  }

  for (const [start, token] of tokens.entries()) {
    look(others, start)
    for (const form of lookupForms(token)) {
      look(byFirst.get(form) ?? [], start)
    }
  }
  return found
}

/** The words of a topic, without those that its rules say are not meant. */
const wordsOf = ({
  found,
  sentence,
  tokens,
}: {
  found: readonly Found[]
  sentence: string
  tokens: readonly SentenceToken[]
}): string[] => {
  const excluded = new Set(
    found
      .filter(({ phrase }) => phrase.isExclusion)
      .flatMap(({ end, start }) => tokens.slice(start, end)),
  )
  const meant = found.filter(
    ({ end, phrase, start }) =>
      !phrase.isExclusion && !excluded.has(tokens[start]!) && !excluded.has(tokens[end - 1]!),
  )

  return [
    ...new Set(
      withoutInner(meant).map(({ end, start }) =>
        sentence.slice(tokens[start]!.start, tokens[end - 1]!.end),
      ),
    ),
  ]
}

/** Of stretches that lie within one another the longest alone. */
const withoutInner = (stretches: readonly Stretch[]): Stretch[] => {
  let furthest = 0

  return [...stretches]
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ end }) => {
      const isOuter = end > furthest
      furthest = Math.max(furthest, end)
      return isOuter
    })
}
