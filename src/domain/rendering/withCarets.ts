import type { Inline } from './richText.js'

import { textFormat } from './richText.js'

/**
 * Puts a caret before a raised number that follows a letter or a digit, for texts that cannot raise
 * it: ten to the second must not read as a hundred and two.
 */
export const withCarets = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((inline, index) => {
    const before = inlines[index - 1]
    const isExponent =
      inline.type === 'text' &&
      Boolean(inline.format & textFormat.superscript) &&
      /^\p{N}/u.test(inline.text) &&
      before?.type === 'text' &&
      /[\p{L}\p{N}]$/u.test(before.text)

    return isExponent ? { ...inline, text: `^${inline.text}` } : inline
  })
