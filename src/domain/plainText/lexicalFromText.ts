import type { ListBlock, TextBlock } from './blocksOf.js'
import type { Inline } from './inlinesOf.js'

import { blocksOf } from './blocksOf.js'
import { inlinesOf } from './inlinesOf.js'

/** An editor state as Payload stores it. */
export type LexicalDocument = { root: ElementOf<'root', LexicalBlock> }

/** A node that stands in the document itself. */
export type LexicalBlock = LexicalHeading | LexicalList | LexicalParagraph

export type LexicalHeading = ElementOf<'heading', LexicalInline> & { tag: 'h1' | 'h2' | 'h3' }

export type LexicalParagraph = ElementOf<'paragraph', LexicalInline> & {
  textFormat: number
  textStyle: string
}

export type LexicalList = ElementOf<'list', LexicalListItem> &
  ({ listType: 'bullet'; tag: 'ul' } | { listType: 'number'; tag: 'ol' }) & { start: number }

export type LexicalListItem = ElementOf<'listitem', LexicalInline> & { value: number }

/** A node that stands in a line. */
export type LexicalInline = LexicalLineBreak | LexicalLink | LexicalText

export type LexicalLink = ElementOf<'link', LexicalText, 3> & {
  fields: { linkType: 'custom'; newTab: boolean; url: string }
  id: string
}

export type LexicalLineBreak = { type: 'linebreak'; version: 1 }

export type LexicalText = {
  detail: number
  format: number
  mode: 'normal'
  style: string
  text: string
  type: 'text'
  version: 1
}

/**
 * The editor state for the plain text or Markdown of a policy. The same text gives the same state,
 * to the last byte, so that an import can be repeated and its fingerprint compared.
 */
export const lexicalFromText = (text: string): LexicalDocument => {
  const blocks = blocksOf(text)
  const nodesOf = inlineReader()

  // The editor cannot open a root without a child.
  return {
    root: element({
      children:
        blocks.length === 0
          ? [paragraph([])]
          : blocks.map((block) => blockNode({ block, nodesOf })),
      type: 'root',
      version: 1,
    }),
  }
}

type ElementOf<Type extends string, Child, Version extends number = 1> = {
  children: Child[]
  direction: null
  format: ''
  indent: number
  type: Type
  version: Version
}

type InlineReader = (text: string) => LexicalInline[]

const element = <Type extends string, Child, Version extends number>({
  children,
  type,
  version,
}: {
  children: Child[]
  type: Type
  version: Version
}): ElementOf<Type, Child, Version> => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type,
  version,
})

const blockNode = ({
  block,
  nodesOf,
}: {
  block: TextBlock
  nodesOf: InlineReader
}): LexicalBlock => {
  switch (block.type) {
    case 'heading':
      return {
        ...element({ children: nodesOf(block.text), type: 'heading', version: 1 }),
        tag: `h${block.level}`,
      }
    case 'paragraph':
      return paragraph(
        block.lines.flatMap((line, index) => [
          ...(index === 0 ? [] : [{ type: 'linebreak', version: 1 } as const]),
          ...nodesOf(line),
        ]),
      )
    default:
      return list({ block, nodesOf })
  }
}

const paragraph = (children: LexicalInline[]): LexicalParagraph => ({
  ...element({ children, type: 'paragraph', version: 1 }),
  textFormat: 0,
  textStyle: '',
})

const list = ({ block, nodesOf }: { block: ListBlock; nodesOf: InlineReader }): LexicalList => {
  const start = block.type === 'orderedList' ? block.start : 1
  const items = block.items.map((item, index) => ({
    ...element({ children: nodesOf(item), type: 'listitem', version: 1 }),
    value: start + index,
  }))
  const node = { ...element({ children: items, type: 'list', version: 1 }), start }

  return block.type === 'orderedList'
    ? { ...node, listType: 'number', tag: 'ol' }
    : { ...node, listType: 'bullet', tag: 'ul' }
}

/** Reads texts in their order and numbers the links through: Payload gives every link an id. */
const inlineReader = (): InlineReader => {
  let links = 0

  const nodeOf = (inline: Inline): LexicalInline => {
    const text = textNode(inline)

    if (inline.type === 'text') {
      return text
    }
    links += 1
    return {
      ...element({ children: [text], type: 'link', version: 3 }),
      fields: { linkType: 'custom', newTab: false, url: inline.url },
      // As long as the ids that the editor draws.
      id: links.toString(16).padStart(24, '0'),
    }
  }

  return (text) => inlinesOf(text).map(nodeOf)
}

const textNode = ({ format, text }: Inline): LexicalText => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
})
