/** The languages of the texts and where to look when one is missing, sealed with each publication. */
export type Languages = {
  all: string[]
  default: string
  /** For each language the others to try, in order; the default comes last anyway. */
  fallback: Record<string, string[]>
}

/** The value in the wanted language or, where it has none, in the first that has one. */
export const inLanguage = <T>({
  languages,
  values,
  wanted,
}: {
  languages: Pick<Languages, 'default' | 'fallback'>
  values: Record<string, T>
  wanted: string
}): { language: string; value: T } | undefined => {
  const language = [
    wanted,
    ...(languages.fallback[wanted] ?? []),
    languages.default,
    ...Object.keys(values),
  ].find((code) => values[code] !== undefined && values[code] !== null)

  return language === undefined ? undefined : { language, value: values[language] as T }
}
