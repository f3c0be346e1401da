import type { PayloadRequest } from 'payload'

import type { ComparableText } from '../domain/redline/compareTexts.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { byLanguage } from './languages.js'

/** The texts of a stored version, draft or published, by language. */
export const textsOf = ({
  context,
  req: {
    payload: { config },
  },
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): Record<string, ComparableText> => {
  const inLanguages = <T>(value: unknown) => byLanguage<T>({ config, context, value })
  const titles = inLanguages<null | string>(version.title)

  return Object.fromEntries(
    Object.entries(inLanguages<unknown>(version.body))
      .filter(([, body]) => body !== null && body !== undefined)
      .map(([language, body]) => [language, { body, title: titles[language] }]),
  )
}
