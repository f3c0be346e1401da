import { languageTag } from './languageTag.js'

/**
 * The day of an instant in a zone, written out in a language: "December 17, 2026" in English. Gregorian
 * in every language, as the days of a policy are.
 */
export const writtenDate = ({
  instant,
  locale,
  timeZone,
}: {
  instant: Date
  locale: string
  timeZone: string
}): string =>
  new Intl.DateTimeFormat(supported(locale), {
    calendar: 'gregory',
    dateStyle: 'long',
    timeZone,
  }).format(instant)

/** A host's locale codes need not be BCP 47 tags; English dates are better than an error. */
const supported = (locale: string): string =>
  Intl.DateTimeFormat.supportedLocalesOf(languageTag(locale) ?? [])[0] ?? 'en'
