/** The most characters that a heading has; a longer line is read as running text. */
export const headingLength = 100

/** Whether a text ends as a sentence, a lead-in or a list item does. Looks at its end only. */
export const endsSentence = (text: string): boolean => /[.!?:;…]["'”’»)\]*]*$/u.test(text.slice(-8))

/** Whether a text reads as the rest of a sentence that began before it. */
export const isRestOfSentence = (text: string): boolean =>
  /^[\p{Ll},.;:)\]”’]/u.test(text) && !startsWithUrl(text)

/** Whether a text begins with a web address, in angle brackets or not. */
export const startsWithUrl = (text: string): boolean =>
  /^<?(?:https?:\/\/|www\.)/iu.test(text.slice(0, 10))

/** Whether a short line states a date or an edition, such as the day a policy takes effect. */
export const isDateLine = (text: string): boolean =>
  text.length <= headingLength &&
  /\b(?:19|20)\d\d\b|\d[./-]\d{1,2}[./-]\d|version \d/iu.test(text) &&
  /\b(?:amended|dated?|effective|modified|reviewed|revised|updated|version)\b/iu.test(text)

/** Whether a line may be a heading by its own wording; what follows it decides. */
export const isHeadingLike = (text: string): boolean =>
  text.length <= headingLength &&
  /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘'([¿¡]/u.test(text) &&
  /\p{L}/u.test(text) &&
  !/(?:[.,;…]| (?:an?|and|of|or|our|the|this|which|your))$/u.test(text) &&
  !/@|:\/\/|\bwww\./u.test(text) &&
  !isDateLine(text) &&
  !hasPostalCode(text)

/** Whether a line may stand in a postal address: short and not a sentence. */
export const isAddressLike = (text: string): boolean =>
  text.length <= 60 &&
  (!endsSentence(text) || /\b(?:Ave|Blvd|Co|Corp|Dept|Inc|Ltd|Rd|St)\.$/u.test(text))

/** Whether a line shows that it and its neighbours are a postal address. */
export const isPostal = (text: string): boolean =>
  hasPostalCode(text) || /^\d{1,5}[a-z]? \p{Lu}|\bP\.? ?O\.? Box\b/u.test(text.slice(0, 60))

/** US, Canadian and British codes, and four or five digits before the name of a town. */
const hasPostalCode = (text: string): boolean =>
  /\b[A-Z]{2},? \d{5}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/u.test(
    text,
  ) || /, (?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}|^(?:[A-Z]{1,2}-)\d{4,5} \p{Lu}/u.test(text)
