import type { CivilDate } from '../civilDate.js'
import type { TextBlock } from './policyTextOf.js'

import { datedStatementsIn, isLabelAlone } from './datedStatements.js'
import { findingOf, type TextFinding } from './textFinding.js'
import { sentencesOf } from './wording.js'

/** Where the text says another effective date, or another day of its update, than the record has. */
export const dateFindings = ({
  blocks,
  effectiveOn,
  publishedOn,
}: {
  blocks: readonly TextBlock[]
  effectiveOn: CivilDate | null
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
            because: `${contradictionOf[event]} ${date}. Correct the one that is wrong.`,
            code: 'DATE_CONTRADICTS_RECORD',
            excerpt,
          })
    })
}

const contradictionOf = {
  effect: 'but the effective date of this version is',
  update: 'but the day of publication of this version is',
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
