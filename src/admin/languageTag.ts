/** A host's code of a language, such as `de_DE`, as HTML and `Intl` write it. BCP 47. */
export const languageTag = (code: string): string => code.replaceAll('_', '-')
