import type { ListBlock, TextBlock } from './blocksOf.js'
import type { Inline } from './inlinesOf.js'

import { blocksOf } from './blocksOf.js'
import { inlinesOf } from './inlinesOf.js'

/** An editor state as Payload stores it. */
export type LexicalDocument = { root: ElementOf<'root', LexicalBlock> }

/** A node that stands in the document itself. */
export type LexicalBlock = LexicalHeading | LexicalList | LexicalParagraph

/** A heading. */
export type LexicalHeading = ElementOf<'heading', LexicalInline> & { tag: 'h1' | 'h2' | 'h3' }

/** A paragraph. */
export type LexicalParagraph = ElementOf<'paragraph', LexicalInline> & {
  textFormat: number
  textStyle: string
}

/** A list of items. */
export type LexicalList = ElementOf<'list', LexicalListItem> & {
  listType: 'bullet' | 'number'
  start: number
  tag: 'ol' | 'ul'
}

/** An item; its value is the number that it shows. */
export type LexicalListItem = ElementOf<'listitem', LexicalInline> & { value: number }

/** A node that stands in a line. */
export type LexicalInline = LexicalLineBreak | LexicalLink | LexicalText

/** A link; the address is in its fields. */
export type LexicalLink = ElementOf<'link', LexicalText, 3> & {
  fields: { linkType: 'custom'; newTab: boolean; url: string }
  id: string
}

/** The end of a line inside a paragraph. */
export type LexicalLineBreak = { type: 'linebreak'; version: 1 }

/** Text of one format: the sum of bold (1) and italic (2). */
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

  return {
    root: {
      // The editor cannot open a root without a child.
      children:
        blocks.length === 0
          ? [paragraph([])]
          : blocks.map((block) => blockNode({ block, nodesOf })),
      direction: null,
      format: '',
      indent: 0,
      type: 'root',
      version: 1,
    },
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
        children: nodesOf(block.text),
        direction: null,
        format: '',
        indent: 0,
        tag: `h${block.level}`,
        type: 'heading',
        version: 1,
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
  children,
  direction: null,
  format: '',
  indent: 0,
  textFormat: textFormatOf(children),
  textStyle: '',
  type: 'paragraph',
  version: 1,
})

/** The editor notes the format of the first text; another value would change when it saves. */
const textFormatOf = (children: LexicalInline[]): number => {
  const texts = children.filter((node) => node.type === 'text')
  const linked = children.flatMap((node) => (node.type === 'link' ? node.children : []))

  return (texts[0] ?? linked[0])?.format ?? 0
}

const list = ({ block, nodesOf }: { block: ListBlock; nodesOf: InlineReader }): LexicalList => {
  const isOrdered = block.type === 'orderedList'
  const start = isOrdered ? block.start : 1

  return {
    children: block.items.map((item, index) => ({
      children: nodesOf(item),
      direction: null,
      format: '',
      indent: 0,
      type: 'listitem',
      value: start + index,
      version: 1,
    })),
    direction: null,
    format: '',
    indent: 0,
    listType: isOrdered ? 'number' : 'bullet',
    start,
    tag: isOrdered ? 'ol' : 'ul',
    type: 'list',
    version: 1,
  }
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
      children: [text],
      direction: null,
      fields: { linkType: 'custom', newTab: false, url: inline.url },
      format: '',
      // As long as the ids that the editor draws.
      id: links.toString(16).padStart(24, '0'),
      indent: 0,
      type: 'link',
      version: 3,
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
