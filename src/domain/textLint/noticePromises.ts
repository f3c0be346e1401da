import { type PeriodInText, periodsIn } from './periodsIn.js'
import { anyWord, documentNoun } from './wording.js'

/** A period of notice that a text promises, and the words that do. */
export type PromisedPeriod = PeriodInText & { excerpt: string }

/** Whether a text speaks of changes to the policy itself. */
export const isAboutChanges = (text: string): boolean => changes.test(text)

/** Whether a sentence that does not name the policy can go on with what was said of its changes. */
export const goesOnAboutChanges = (sentence: string): boolean =>
  /\b(?:chang|updat|amend|modif|revis|notice|notif|inform|announc|effect)/iu.test(sentence)

/** Whether a sentence speaks of material changes. */
export const isAboutMaterial = (sentence: string): boolean =>
  /(?<![\p{L}-])(?:material|significant|substantial)(?:ly)?(?!\p{L})/iu.test(sentence)

/** The periods before its effect by which a sentence promises to announce a change. */
export const promisedPeriodsIn = (sentence: string): PromisedPeriod[] => {
  const saysEffect = takesEffect.test(sentence)

  return periodsIn(sentence).flatMap((period) => {
    const before = sentence.slice(Math.max(0, period.start - reach), period.start)
    const after = sentence.slice(period.end, period.end + reach)
    const [ahead] = aheadOf.exec(after) ?? (saysEffect ? afterNotice.exec(after) : null) ?? []
    const isPromise = ahead !== undefined || noticeOf.test(before)

    return isPromise && !within.test(before) && !isOtherMatter.test(before)
      ? { ...period, excerpt: sentence.slice(period.start, period.end + (ahead?.length ?? 0)) }
      : []
  })
}

/** The words that promise notice before a change takes effect, without saying how long before. */
export const noticeBeforeEffectIn = (sentence: string): string | undefined =>
  announces.test(sentence) && !announcesNot.test(sentence)
    ? beforeEffect.exec(sentence)?.[0]
    : undefined

/** The words that refuse to tell people of a change one by one. */
export const individualRefusalIn = (sentence: string): string | undefined =>
  individualRefusal.exec(sentence)?.[0]

/** How many characters around a period say what it is for. */
const reach = 80

const change =
  '(?:chang(?:e[sd]?|ing)|updat(?:e[sd]?|ing)|amend(?:s|ed|ing|ments?)?|modif(?:y|ies|ied|ying|ications?)|revis(?:e[sd]?|ing|ions?)|alter(?:s|ed|ing|ations?)?)'
// A notice may be the announcement as well as the document: "30 days' notice".
const policy =
  '(?:agreement|conditions|polic(?:y|ies)|statement|terms|(?:this|our|privacy|cookies?|legal|protection) notice)'
const between = `(?:(?!(?:under|per|pursuant)\\b)${anyWord} )`
const aside = '(?:[,(“"’\']|\\)|”)?'

const changes = new RegExp(
  `\\b${change}${aside} ${aside}${between}{0,6}${policy}\\b|\\b${policy}${aside} ${aside}${between}{0,6}${change}\\b`,
  'iu',
)

const aheadOf =
  /^(?:['’]s?)?(?: or more)?[ -](?:(?:of|written|prior|individual|public|e-?mail|advance|in) ){0,3}(?:before|prior|advance|ahead|notice|notification|beforehand|earlier)(?!\p{L})/iu
const noticeOf =
  /\b(?:notice|notification)(?: period)? (?:of|is) (?:(?:at least|not less than|no less than|no fewer than|a minimum of|minimum) )?$/iu
const afterNotice =
  /^ (?:after|following|from) (?:[\p{L}’']{1,30} ){0,5}?(?:announce[ds]?|announcement|notice|notification|notified|notify|post|posted|posting|publish|published|publication|publishing)(?!\p{L})/iu
const takesEffect = /\b(?:effective|effect|force|apply|applies|binding)\b/iu

/** "Within 30 days" sets an end and keeps nothing free. */
const within = /\bwithin (?:(?:the|a period of|up to|a maximum of) ){0,2}$/iu
/** What ends a contract, or what readers have to announce, is no change of the policy. */
const isOtherMatter =
  /\b(?:cancel|terminat)|\byou (?:may|can|must|should|shall|have to|need to|are required to) (?:close|end|give|inform|notify|object|opt|reject|withdraw)\b/iu

const announces =
  /\b(?:notif|notice|inform|announc|post|publish|e-?mail|alert|advis|communicat|tell|let you know)/iu
const announcesNot =
  /\b(?:not|never|without|no)(?: [\p{L}-]{1,30}){0,4} (?:notif|notice|inform|announc)/iu
/** The words that lead from "before" to "effect" without another matter between them. */
const toEffect = [
  'the|these|those|such|any|all|its|their|they|it|that|this|our|we|new|material|privacy|cookie',
  `${change}|${documentNoun}|date|on|which|of|to|in|into|is|are|be|being|will|shall|would`,
  'tak(?:es?|ing)|com(?:es?|ing)|go|goes|going|enter|enters|entering|becom(?:es?|ing)|mak(?:es?|ing)|made|put',
].join('|')
const beforeEffect = new RegExp(
  [
    `\\b(?:before|prior to|in advance of|ahead of) (?:(?:${toEffect}) ){0,12}(?:effective|effect|force|apply|applies|implement(?:ed|ing|ation)?)(?!\\p{L})`,
    `\\b(?:advance|prior) (?:${anyWord} ){0,2}notice\\b`,
    '\\bin advance\\b',
  ].join('|'),
  'iu',
)

const not =
  "(?:\\b(?:(?:will |shall |do |does )(?:not|never)|cannot|not|never)|\\b\\p{L}{2,6}n['’]t)"
const individually = '(?:individually|personally|separately|directly|one by one)'
const tell = '(?:notif(?:y|ied)|inform(?:ed)?|contact(?:ed)?|e-?mail(?:ed)?)'
const individualRefusal = new RegExp(
  [
    `${not} (?:${anyWord} ){0,3}?${individually} ${tell}`,
    `${not} (?:${anyWord} ){0,3}?${tell}(?: ${anyWord}){0,3}? ${individually}`,
    `(?:${not}|\\bno|\\bwithout)(?: ${anyWord}){0,4}? individual(?:i[sz]ed)? (?:${anyWord} ){0,2}?(?:notices?|notifications?)`,
  ].join('|'),
  'iu',
)
