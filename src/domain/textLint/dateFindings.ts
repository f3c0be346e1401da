import type { CivilDate } from '../civilDate.js'
import type { TextBlock } from './policyTextOf.js'

import { datedStatementsIn, isLabelAlone } from './datedStatements.js'
import { findingOf, type TextFinding } from './textFinding.js'
import { sentencesOf } from './wording.js'

/** The day of effect, or that of the last update. */
export type DatedEvent = 'effect' | 'update'

/** Where the text says another effective date, or another day of its update, than the record has. */
export const dateFindings = ({
  blocks,
  effectiveOn,
  ifPublishedToday = [],
  publishedOn,
}: {
  blocks: readonly TextBlock[]
  effectiveOn: CivilDate | null
  /** Which of the two days are not settled: they are what they would be, were it published today. */
  ifPublishedToday?: readonly DatedEvent[]
  publishedOn: CivilDate | null
}): TextFinding[] => {
  const recorded = { effect: effectiveOn, update: publishedOn }

  return currentSentencesOf(blocks)
    .flatMap(datedStatementsIn)
    .flatMap(({ event, excerpt, readings }) => {
      const date = recorded[event]

      return date === null || readings.includes(date)
        ? []
        : findingOf({
            because: ifPublishedToday.includes(event)
              ? `but if this version is published today, its ${nameOf[event]} is ${date}. Write the day that it will be.`
              : `but the ${nameOf[event]} of this version is ${date}. Correct the one that is wrong.`,
            code: 'DATE_CONTRADICTS_RECORD',
            excerpt,
          })
    })
}

const nameOf: Record<DatedEvent, string> = {
  effect: 'effective date',
  update: 'day of publication',
}

/** The sentences that may speak of this version, each label together with its date. */
const currentSentencesOf = (blocks: readonly TextBlock[]): string[] => {
  const sentences: string[] = []
  let isHistory = false

  for (const { text, type } of blocks) {
    if (type === 'heading') {
      isHistory = history.test(text)
    }
    for (const sentence of isHistory ? [] : sentencesOf(text)) {
      const previous = sentences.at(-1) ?? ''

      if (isLabelAlone(previous)) {
        sentences[sentences.length - 1] = `${previous} ${sentence}`
      } else {
        sentences.push(sentence)
      }
    }
  }
  return sentences
}

/** The heading of a list of other versions. */
const history =
  /\b(?:archived?|history)\b|\b(?:earlier|former|older|past|previous|prior) (?:[\p{L}-]{1,30} ){0,3}(?:editions?|notices?|polic(?:y|ies)|statements?|terms|versions?)\b/iu
