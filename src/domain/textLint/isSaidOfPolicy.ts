import { documentNoun, otherEdition } from './wording.js'

/**
 * Whether the date after a label such as "effective" is said of the policy itself. It is where the
 * label leads the sentence, or where the policy is what the words lead up to: "This Policy was last
 * updated on …". A law that the policy names has dates too.
 */
export const isSaidOfPolicy = ({
  after,
  before,
  isDateLine,
  startsSentence,
}: {
  /** The sentence after the date. */
  after: string
  /** The sentence before the label. */
  before: string
  /** Whether label and date say enough by themselves, as "Last updated: …" does. */
  isDateLine: boolean
  /** Whether the words before the label are all that the sentence has there. */
  startsSentence: boolean
}): boolean => {
  const words = wordsOf(before)
  const lead = words.findLastIndex((word) => !linkingWords.test(word))

  if (lead < 0) {
    return startsSentence && (isDateLine || hasNoOtherSubject(after))
  }

  const noun = nounBefore({ lead, words })

  return (
    noun >= 0 &&
    !words.some((word) => ofOtherEdition.test(word)) &&
    (words.slice(Math.max(0, noun - 6), noun).some((word) => /^(?:our|these|this)$/iu.test(word)) ||
      (startsSentence && words.slice(0, noun).every((word) => titleWord.test(word))))
  )
}

/** "Effective May 25, 2018, the law applies" goes on with a subject of its own. */
const hasNoOtherSubject = (after: string): boolean =>
  !/^,? ?\p{L}/u.test(after) || new RegExp(`\\b${documentNoun}\\b`, 'iu').test(after.slice(0, 80))

/** Words without their punctuation; what stands in parentheses explains and is left out. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\([^()]*\)/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}&’'-]/gu, '').replace(/^[’'-]+$/u, ''))
    .filter((word) => word !== '')

/** The noun that the words lead up to: the last one, or the one that "of", "for" or "by" explains. */
const nounBefore = ({ lead, words }: { lead: number; words: string[] }): number => {
  const isExplained = (index: number) =>
    index < lead &&
    index >= lead - 6 &&
    /^(?:by|for|of)$/iu.test(words[index + 1] ?? '') &&
    !words.slice(index + 1, lead + 1).some((word) => isOther.test(word))

  return words.findLastIndex(
    (word, index) => isNoun(word) && (index === lead || isExplained(index)),
  )
}

const noun = new RegExp(`^${documentNoun}$`, 'iu')
const ofOtherEdition = new RegExp(`^${otherEdition}$`, 'iu')

/** A verb, after which something else is said, or a law. */
const isOther =
  /^(?:are|be|been|had|has|have|is|may|shall|was|were|will|act|ccpa|cpra|directive|gdpr|hipaa|laws?|regulations?|rules?|statute)$/iu

const isNoun = (word: string): boolean => noun.test(word)

/** What may stand between a policy and its date without being a subject of its own. */
const linkingWords =
  /^(?:adopted|and|are|be|became|become|becomes|been|came|come|comes|created|currently|entered|enters|first|from|goes|has|have|in|is|last|most|now|of|on|originally|posted|published|recently|shall|since|that|the|was|went|were|which|will|\d{1,4}(?:st|nd|rd|th)?|\d{4}-\d\d-\d\d|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu

/** A word that a title is made of: "Privacy and Cookie Statement", "the current privacy policy". */
const titleWord =
  /^(?:[\p{Lu}\p{N}&].*|and|cookies?|current|customer|data|for|legal|of|present|privacy|protection|the|user|website)$/u
