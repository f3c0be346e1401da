import type { SayTerms, TermsWord } from './termsWords.js'

type Speech = { say: SayTerms }

/** A calendar by its id; of none the word that is given. */
export const calendarInWords = ({
  calendar,
  missing,
  say,
}: Speech & { calendar: string | undefined; missing: TermsWord }): string => {
  switch (calendar) {
    case undefined:
      return say(missing)
    case 'us-federal':
      return say('termsCalendarUsFederal')
    case 'weekends':
      return say('termsCalendarWeekends')
    default:
      return say('termsCalendarOther', { id: quotedName({ name: calendar, say }) })
  }
}

/** The way that a notice goes, as it stands in a sentence. */
export const channelInWords = ({ name, say }: Speech & { name: string }): string => {
  const known = wordFor(channelWords, name)
  return known ? say(known) : say('termsByOther', { channel: quotedName({ name, say }) })
}

/** The reason for an exception, as it stands in a sentence. */
export const reasonInWords = ({ reason, say }: Speech & { reason: string }): string => {
  const known = wordFor(reasons, reason)
  return known ? say(known) : quotedName({ name: reason, say })
}

/** Reasons for an exception that have words of their own. */
const reasons: Record<string, TermsWord> = {
  administrative: 'termsReasonAdministrative',
  benefits_user: 'termsReasonBenefit',
  imminent_danger: 'termsReasonDanger',
  legal_obligation: 'termsReasonLegal',
  security: 'termsReasonSecurity',
}

/** Channels that have words of their own. */
const channelWords: Record<string, TermsWord> = {
  'e-mail': 'termsByEmail',
  homepage: 'termsOnHomepage',
  letter: 'termsByLetter',
}

const wordFor = (table: Record<string, TermsWord>, name: string): TermsWord | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** In the marks of the language, whatever is in it: a name can hold those, and words of the sentence around it. */
export const quotedName = ({ name, say }: Speech & { name: string }): string => {
  const open = say('termsQuoteOpen')
  const close = say('termsQuoteClose')
  const escaped = ['\\', open.trim(), close.trim()].reduce(
    (text, mark) => text.replaceAll(mark, `\\${mark}`),
    name,
  )

  return `${open}${escaped}${close}`
}
