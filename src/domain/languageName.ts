import { languageTag } from './languageTag.js'

/** The name of a locale's language in another; its code where that is the one of no language. */
export const languageName = ({ code, language }: { code: string; language: string }): string => {
  try {
    return (
      new Intl.DisplayNames(language, { type: 'language' }).of(languageTag(code) ?? code) ?? code
    )
  } catch {
    return code
  }
}
