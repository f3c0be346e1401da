import type { Inline } from './richText.js'

/** Joins words of the same format. */
export const joined = <Part extends Inline>(inlines: readonly Part[]): Part[] => {
  const result: Part[] = []

  for (const inline of inlines) {
    const last = result.at(-1)

    if (last?.type === 'text' && inline.type === 'text' && last.format === inline.format) {
      result[result.length - 1] = { ...last, text: last.text + inline.text }
    } else {
      result.push(inline)
    }
  }
  return result
}

/** The words of a line without their look. */
export const wordsIn = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'link' ? wordsIn(inline.inlines) : ' ',
    )
    .join('')
