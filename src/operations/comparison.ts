import type { PublicVersion } from '../domain/publicVersion.js'

import { readPair } from './publicReads.js'
import { publishedRedline, type RenderedRedline } from './redlines.js'

/** A published version without its text. */
export type ComparedVersion = Omit<PublicVersion, 'body' | 'html' | 'text'>

/** What changed from one published version to another. */
export type PolicyComparison = RenderedRedline & {
  from: ComparedVersion
  /** The language in which they are compared. */
  locale: string
  nextChangeAt: null | string
  policy: PublicVersion['policy']
  to: ComparedVersion
}

/** Compares two published versions by their labels. @throws PolicyError `NOT_FOUND`. */
export const readComparison = async (
  pair: Parameters<typeof readPair>[0],
): Promise<PolicyComparison & { answeredAt: Date }> => {
  const {
    answeredAt,
    nextChangeAt,
    versions: [from, to],
  } = await readPair(pair)

  return {
    ...publishedRedline({ from, to }),
    answeredAt,
    from: withoutText(from),
    locale: to.locale,
    nextChangeAt,
    policy: to.policy,
    to: withoutText(to),
  }
}

const withoutText = (version: PublicVersion): ComparedVersion => {
  const rest = { ...version }

  delete rest.body
  delete rest.html
  delete rest.text
  return rest
}
