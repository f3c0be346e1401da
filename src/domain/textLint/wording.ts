/** What a policy calls itself, as a part of a pattern. */
export const documentNoun =
  '(?:agreement|conditions|document|notice|policy|statement|terms|version)'

/** A word between two others, as a part of a pattern; its length is limited to keep patterns fast. */
export const anyWord = "[\\p{L}\\p{N}&’'/-]{1,30}"

/** What tells another edition of a policy from the present one, as a part of a pattern. */
export const otherEdition =
  '(?:archived?|earlier|former|formerly|old|older|previous|previously|prior|replaced?|replaces|superseded?|supersedes)'

/**
 * Splits a text into sentences. The end of a line ends one where a new one may begin; elsewhere
 * the line was only wrapped.
 */
export const sentencesOf = (text: string): string[] =>
  text.split(sentenceEnd).map((sentence) => sentence.replaceAll('\n', ' '))

const sentenceEnd = /(?<=[.!?]["”’)]?) (?=["“‘(]?\p{Lu})|\n(?=["“‘(]?\p{Lu})/u
