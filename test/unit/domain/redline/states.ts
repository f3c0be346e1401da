import type { Redline, RedlineBlock, Segment } from '../../../../src/domain/redline/redline.js'

import { compareTexts } from '../../../../src/domain/redline/compareTexts.js'

export { textAfter, textBefore } from '../../../../src/domain/redline/segmentTexts.js'

/** A node of an editor state with the keys that say something. */
export type Node = Record<string, unknown>

export const text = (words: string, format = 0): Node => ({ format, text: words, type: 'text' })

export const link = (words: string, url: string): Node => ({
  children: [text(words)],
  fields: { linkType: 'custom', url },
  type: 'link',
})

export const paragraph = (...words: (Node | string)[]): Node => ({
  children: words.map((word) => (typeof word === 'string' ? text(word) : word)),
  type: 'paragraph',
})

export const heading = (words: string, level = 2): Node => ({
  children: [text(words)],
  tag: `h${level}`,
  type: 'heading',
})

export const list = (items: readonly (Node | string)[], listType = 'bullet'): Node => ({
  children: items.map((item, index) => ({
    children: [typeof item === 'string' ? text(item) : item],
    type: 'listitem',
    value: index + 1,
  })),
  listType,
  type: 'list',
})

export const table = (...rows: string[][]): Node => ({
  children: rows.map((cells) => ({
    children: cells.map((cell) => ({ children: [paragraph(cell)], type: 'tablecell' })),
    type: 'tablerow',
  })),
  type: 'table',
})

/** An editor state; a text stands for a paragraph. */
export const state = (blocks: readonly (Node | string)[]): { root: Node } => ({
  root: {
    children: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
    type: 'root',
  },
})

/** Compares texts that are given as their blocks. */
export const compare = (
  from: readonly (Node | string)[],
  to: readonly (Node | string)[],
): Redline => compareTexts({ from: { body: state(from) }, to: { body: state(to) } })

/** The blocks of a redline in their order, headings included. */
export const blocksIn = ({ sections }: Pick<Redline, 'sections'>): RedlineBlock[] =>
  sections.flatMap(({ blocks, heading: first }) => (first ? [first, ...blocks] : blocks))

/** The blocks that changed. */
export const changesIn = (redline: Redline): RedlineBlock[] =>
  blocksIn(redline).filter(({ kind }) => kind !== null)

/** Segments at a glance: what was [deleted], {inserted}, and what is cosmetic of it in ‹…|…›. */
export const glance = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => {
      if (segment.op === 'equal') {
        return segment.text
      }
      if (segment.kind === 'cosmetic') {
        return segment.op === 'delete' ? `‹-${segment.text}›` : `‹+${segment.text}›`
      }
      return segment.op === 'delete' ? `[${segment.text}]` : `{${segment.text}}`
    })
    .join('')
