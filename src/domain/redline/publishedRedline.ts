import type { PublicVersion } from '../publicVersion.js'
import type { Redline } from './redline.js'

import { type ComparableText, compareTexts } from './compareTexts.js'
import { redlineHtml } from './redlineHtml.js'

/** A comparison of two texts, structured and as HTML. */
export type RenderedRedline = { html: string; redline: Redline }

/** Compares two texts, published or not. */
export const redlineOf = (texts: { from: ComparableText; to: ComparableText }): RenderedRedline => {
  const redline = compareTexts(texts)

  return { html: redlineHtml({ redline }), redline }
}

/**
 * Compares two published versions. They are sealed, so that the answer stays the same; the last
 * ones are kept, as anybody may ask for the same again and again, and long texts take their time.
 */
export const publishedRedline = ({
  from,
  to,
}: {
  from: PublicVersion
  to: PublicVersion
}): RenderedRedline => {
  const key = [from, to].flatMap(({ fingerprint, locale }) => [fingerprint, locale]).join(' ')
  const redline = kept.get(key) ?? redlineOf({ from: textOf(from), to: textOf(to) })

  kept.delete(key)
  if (redline.html.length <= longestKept) {
    kept.set(key, redline)
  }
  // A map keeps the order in which its entries came.
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) {
    kept.delete(oldest)
  }
  return redline
}

const textOf = ({ body, title }: PublicVersion): ComparableText => ({ body, title })

const kept = new Map<string, RenderedRedline>()

const mostKept = 20

/** Characters. */
const longestKept = 2_000_000
