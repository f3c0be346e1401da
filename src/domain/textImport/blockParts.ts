import type { LexicalInline } from '../plainText/lexicalFromText.js'
import type { Part } from './readHtml.js'

import { element, type HeadingTag, type ImportedBlock, text } from './importedNodes.js'

/** One heading of all the words, and after it the blocks that no heading can hold. */
export const headingOf = ({ parts, tag }: { parts: Part[]; tag: HeadingTag }): Part[] => {
  const lines = parts.flatMap((part) => (part.type === 'line' ? [part.inlines] : []))
  const children = lines.flatMap((inlines, index) => [
    ...(index === 0 ? [] : [text(' ')]),
    // A line's end in a heading is its page's look.
    ...inlines.map((inline) => (inline.type === 'linebreak' ? text(' ') : inline)),
  ])

  return [
    ...(lines.length > 0 ? [{ ...element('heading', merged(children)), tag }] : []),
    ...parts.filter((part) => part.type !== 'line'),
  ]
}

/** Quotations of the words, and between them the blocks that no quotation can hold. */
export const quotesOf = (parts: Part[]): ImportedBlock[] => {
  const blocks: ImportedBlock[] = []

  for (const part of parts) {
    const last = blocks.at(-1)

    if (part.type !== 'line') {
      blocks.push(part)
    } else if (last?.type === 'quote') {
      last.children.push({ type: 'linebreak', version: 1 })
      // One by one: a call takes only so many arguments.
      part.inlines.forEach((inline) => last.children.push(inline))
    } else {
      blocks.push(element('quote', part.inlines))
    }
  }
  return blocks
}

/** Joins words of the same look, as the editor would when it opens them. */
const merged = (inlines: LexicalInline[]): LexicalInline[] => {
  const result: LexicalInline[] = []

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
