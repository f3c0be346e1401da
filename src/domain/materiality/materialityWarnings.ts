import type { Warning } from '../warning.js'
import type { MaterialitySign } from './materialitySigns.js'

/** What the people of a version say of it: that a change is not material, or a difference from an announced one. */
export type MaterialityClaim = 'materialChange' | 'replaces.materialDifference'

type Claimed = {
  /** The version that it is compared with. */
  against: { id: number | string; label: string }
  claim: MaterialityClaim
  language: string
  /** Why it is not material, where somebody said so. */
  reason: string | undefined
}

/**
 * What stands against the word of an editor that a change is not material: one warning for each topic,
 * which names the sentences. It never blocks; the reason that is given goes with it to the reviewer.
 */
export const materialityWarnings = ({
  signs,
  ...claimed
}: Claimed & { signs: readonly MaterialitySign[] }): Warning[] =>
  [...new Set(signs.map(({ topic }) => topic))].map((topic) => {
    const touching = signs.filter((sign) => sign.topic === topic)

    return warning({
      ...claimed,
      code: 'MATERIALITY_IN_DOUBT',
      details: {
        count: touching.length,
        sentences: touching.slice(0, mostListed).map(({ block, section, sentence, why }) => ({
          ...sentence,
          block,
          section,
          why,
        })),
        topic,
      },
      finding: `${touches(claimed)} touches ${topicNames[topic] ?? topic}: ${quoted(touching)}`,
    })
  })

/** Says that nobody looked: there are no rules for a language whose text changed. */
export const unreadWarning = (claimed: Claimed): Warning =>
  warning({
    ...claimed,
    code: 'MATERIALITY_NOT_READ',
    details: {},
    finding: `${touches(claimed)} was not looked through: there are no rules for this language.`,
  })

const warning = ({
  against,
  claim,
  code,
  details,
  finding,
  language,
  reason,
}: Claimed & { code: string; details: Record<string, unknown>; finding: string }): Warning => ({
  ...details,
  ...(reason !== undefined && { acknowledged: reason }),
  against,
  blocks: false,
  claim,
  code,
  field: 'materialityReason',
  locale: language,
  message: `${finding}${reason === undefined ? ' Say in the field “Why it is material, or why not” why it is not material, or mark it as material.' : ''}`,
})

const touches = ({ against, claim, language }: Claimed): string =>
  `${
    claim === 'materialChange'
      ? 'The change is marked as not material'
      : `The difference from version ${against.label}, which it replaces, is marked as not material`
  }, and the change of the text (${language})${claim === 'materialChange' ? ` since version ${against.label}` : ''}`

const topicNames: Record<string, string> = {
  changeClause: 'the clause on changes of this text',
  children: 'children',
  contact: 'how people reach you',
  dates: 'dates or periods',
  fees: 'prices, fees or payments',
  liability: 'liability',
  purposes: 'what data is used for',
  recipients: 'who gets data',
  retention: 'how long data is kept',
  rights: 'the rights of people',
  sale: 'the sale of data',
}

/** How many sentences a warning lists, and how many its message quotes. */
const mostListed = 20
const mostQuoted = 2
const longestQuote = 160

const quoted = (signs: readonly MaterialitySign[]): string => {
  const sentences = [
    ...new Set(
      signs.map(({ sentence: { after, before } }) =>
        [before, after]
          .map((side) => (side === null ? null : `“${shortened(side)}”`))
          .map((side, index) => side ?? ['(new)', '(gone)'][index])
          .join(' → '),
      ),
    ),
  ]
  const others = sentences.length - mostQuoted

  return `${sentences.slice(0, mostQuoted).join('; ')}${others > 0 ? `; and ${others} more` : ''}.`
}

const shortened = (text: string): string =>
  text.length > longestQuote
    ? `${text.slice(0, longestQuote - 1).replace(/\p{Surrogate}$/u, '')}…`
    : text
