/** The languages of the texts and where to look when one is missing, sealed with each publication. */
export type Languages = {
  all: string[]
  default: string
  /** For each language the others to try, in order. */
  fallback: Record<string, string[]>
  /**
   * The same for any other language, such as one that the host adds later. What was sealed before the
   * lists were complete lacks it: there the default comes last, and after it whatever there is.
   */
  otherwise?: string[]
}

/** The language that stands in for the wanted one among some, as localization is configured, or undefined. */
export const standInFor = ({
  among,
  languages: { default: last, fallback, otherwise },
  wanted,
}: {
  among: readonly string[]
  languages: Pick<Languages, 'default' | 'fallback' | 'otherwise'>
  wanted: string
}): string | undefined =>
  [
    wanted,
    ...(fallback[wanted] ?? otherwise ?? []),
    ...(otherwise === undefined ? [last, ...among] : []),
  ].find((code) => among.includes(code))

/**
 * The value in the wanted language or, where it has none, in the first that has one: for words that must
 * not be lost, whatever the configuration says of texts.
 */
export const inLanguage = <T>({
  languages,
  values,
  wanted,
}: {
  languages: Pick<Languages, 'default' | 'fallback' | 'otherwise'>
  values: Record<string, T>
  wanted: string
}): { language: string; value: T } | undefined => {
  const among = Object.keys(values).filter(
    (code) => values[code] !== undefined && values[code] !== null,
  )
  const language =
    standInFor({ among, languages, wanted }) ??
    [languages.default, ...among].find((code) => among.includes(code))

  return language === undefined ? undefined : { language, value: values[language] as T }
}
