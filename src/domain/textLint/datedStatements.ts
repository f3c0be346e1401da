import type { CivilDate } from '../civilDate.js'

import { dateAt } from './dateAt.js'
import { isSaidOfPolicy } from './isSaidOfPolicy.js'
import { anyWord, documentNoun, otherEdition } from './wording.js'

/** What a sentence says of the policy's own dates. */
export type DatedStatement = { event: 'effect' | 'update'; excerpt: string; readings: CivilDate[] }

/** Finds where a sentence says when the policy takes effect or when it was updated. */
export const datedStatementsIn = (sentence: string): DatedStatement[] =>
  (hasYear.test(sentence) ? [...sentence.matchAll(label)] : []).flatMap((found) => {
    const [words] = found
    const start = found.index
    const event = found.groups?.effect === undefined ? 'update' : 'effect'
    const {
      end: gapEnd,
      hasColon,
      namesPolicy,
    } = gapAt({ start: start + words.length, text: sentence })
    const date = dateAt({ start: gapEnd, text: sentence })

    return date !== undefined &&
      (namesPolicy ||
        isSaidOfPolicy({
          after: sentence.slice(date.end, date.end + context),
          before: sentence.slice(Math.max(0, start - context), start),
          isDateLine: hasColon || event === 'update' || /date$/iu.test(words),
          startsSentence: start <= context,
        }))
      ? { event, excerpt: sentence.slice(start, date.end), readings: date.readings }
      : []
  })

/** Whether a sentence is nothing but a label, whose date follows in the next. */
export const isLabelAlone = (sentence: string): boolean =>
  sentence.length < 50 && labelAlone.test(sentence)

/** Every date has one, few sentences do. */
const hasYear = /\d{4}/u

/** How many characters on each side of a statement say what it is about: a sentence may be long. */
const context = 250

const effect =
  '(?<effect>effective(?: date| day)?|date of effect|(?:takes?|taking|took) effect|(?:in|into|with) (?:effect|force)|valid|appl(?:y|ies|icable))'
const update =
  '(?:date (?:of )?(?:the )?)?(?:(?:last|latest|most recently|most recent) )?(?:updated?|modified|modification|revised|revision|amended|amendment)(?: date)?'

const label = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${effect}|${update})(?![\\p{L}\\p{N}-])`, 'giu')
const labelAlone = new RegExp(`^(?:${effect}|${update}) ?:?$`, 'iu')

/** Between a label and its date; everything else makes it the date of something else. */
const gap = new RegExp(
  `(?<policy> (?:of )?(?:this|these|our|the) (?:(?!${otherEdition} )${anyWord} ){0,4}?${documentNoun}(?: of ${anyWord})?)?` +
    '(?: ?(?:[:,|(*–—-]|(?:is|was|as|of|from|on|since|starting|beginning|the)(?= ))){0,6} ?',
  'iuy',
)

const gapAt = ({
  start,
  text,
}: {
  start: number
  text: string
}): { end: number; hasColon: boolean; namesPolicy: boolean } => {
  gap.lastIndex = start
  const found = gap.exec(text)
  const words = found?.[0] ?? ''

  return {
    end: start + words.length,
    hasColon: words.includes(':'),
    namesPolicy: found?.groups?.policy !== undefined,
  }
}
