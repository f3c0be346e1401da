/**
 * The BCP 47 tag of a host's locale code (`pt_BR` is `pt-BR`), or undefined where it is none: for HTML,
 * HTTP and feeds, while data keeps the host's own code.
 */
export const languageTag = (locale: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
