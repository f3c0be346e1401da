import type { LexicalInline } from '../plainText/lexicalFromText.js'
import type { Telling } from './readHtml.js'

import { headingLength, isDateLine, isHeadingLike } from '../plainText/wording.js'
import { textFormat } from '../rendering/richText.js'
import {
  element,
  type HeadingTag,
  type ImportedBlock,
  type ImportedHeading,
  paragraph,
  wordsOf,
} from './importedNodes.js'

/**
 * Makes headings of what only looks like them, in a text whose author marked no sections: lines that are
 * bold as a whole, and lists of a single item that all say "1.".
 */
export const markedHeadings = ({
  blocks,
  telling,
}: {
  blocks: ImportedBlock[]
  telling: Telling
}): ImportedBlock[] =>
  blocks.some((block) => block.type === 'heading' && block.tag !== 'h1')
    ? blocks
    : boldHeadings({ blocks: numberedHeadings({ blocks, telling }), telling })

const numberedHeadings = ({
  blocks,
  telling: { drop, note },
}: {
  blocks: ImportedBlock[]
  telling: Telling
}): ImportedBlock[] => {
  const headings = blocks.map((block, index) => {
    const words = loneItem(block)
    const next = blocks[index + 1]

    return words && next?.type === 'paragraph' && wordsOf(next).length > headingLength
      ? words
      : undefined
  })
  const count = headings.filter((heading) => heading !== undefined).length

  if (count < 2) {
    return blocks
  }
  note('NUMBERED_HEADINGS', count)
  return blocks.map((block, index) => {
    const children = headings[index]

    if (!children) {
      return block
    }
    drop('number', `1. ${children.map(wordsOf).join('')}`)
    return heading({ children, tag: 'h2' })
  })
}

/** The words of a list that is one short numbered line. */
const loneItem = (block: ImportedBlock): LexicalInline[] | undefined => {
  if (block.type !== 'list' || block.listType !== 'number' || block.start !== 1) {
    return undefined
  }

  const [item, ...others] = block.children
  const children = item?.children.filter((child) => child.type !== 'list') ?? []

  return others.length === 0 &&
    children.length === item?.children.length &&
    isHeadingLike(children.map(wordsOf).join(''))
    ? children
    : undefined
}

const boldHeadings = ({
  blocks,
  telling: { note },
}: {
  blocks: ImportedBlock[]
  telling: Telling
}): ImportedBlock[] => {
  const hasTitle = blocks.some((block) => block.type === 'heading' && block.tag === 'h1')
  const parts = blocks.map((block) => boldTitle(block))
  const count = parts.filter((part) => part !== undefined).length

  // Where most is bold, it says nothing.
  if (count * 2 > blocks.length) {
    return blocks
  }
  note('BOLD_HEADINGS', count)
  return blocks.flatMap((block, index) => {
    const part = parts[index]

    return part
      ? [
          heading({ children: part.title, tag: index === 0 && !hasTitle ? 'h1' : 'h2' }),
          ...(part.rest.length > 0 ? [paragraph(part.rest)] : []),
        ]
      : [block]
  })
}

/** The bold first line of a paragraph, and the rest of it. */
const boldTitle = (
  block: ImportedBlock,
): undefined | { rest: LexicalInline[]; title: LexicalInline[] } => {
  if (block.type !== 'paragraph') {
    return undefined
  }

  const end = block.children.findIndex(({ type }) => type === 'linebreak')
  const title = end < 0 ? block.children : block.children.slice(0, end)
  const words = title.map(wordsOf).join('').trim()
  const isBold = title.every(
    (inline) =>
      inline.type === 'text' && (inline.format & textFormat.bold || inline.text.trim() === ''),
  )

  return isBold && words.length <= headingLength && /\p{L}/u.test(words) && !isDateLine(words)
    ? { rest: end < 0 ? [] : block.children.slice(end + 1), title }
    : undefined
}

/** Headings are bold by themselves. */
const heading = ({
  children,
  tag,
}: {
  children: LexicalInline[]
  tag: HeadingTag
}): ImportedHeading => ({
  ...element(
    'heading',
    children.map((inline) =>
      inline.type === 'text' ? { ...inline, format: inline.format & ~textFormat.bold } : inline,
    ),
  ),
  tag,
})
