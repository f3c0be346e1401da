import type { Block, Inline } from './richText.js'

import { headingIds } from './headingIds.js'
import { joined, wordsIn } from './inlines.js'
import { layoutOf } from './layout.js'
import { childrenOf, isBlock, isInline, isNode, type Node } from './nodes.js'
import { deepest, readInline } from './readInlines.js'
import { type Drop } from './readLeaf.js'
import { readList } from './readList.js'
import { readTable } from './readTable.js'

/** Reads the blocks in the root of an editor state. */
export const readBlocks = ({ drop, root }: { drop: Drop; root: Node }): Block[] =>
  blocksIn({ depth: 0, node: root, text: { drop, idOf: headingIds() } })

/** Where in a text a node stands, and what is kept of the text while it is read. */
type Reading = {
  depth: number
  node: Node
  text: { drop: Drop; idOf: (words: string) => string }
}

/**
 * Reads what stands in a node, which may be words, blocks or both. What has no form here is dropped,
 * and the words in it stay in their place: in the line, where the node stands in one.
 */
const blocksIn = ({
  depth,
  isLine = false,
  node,
  text,
}: Reading & { isLine?: boolean }): Block[] => {
  const children = childrenOf(node)
  const isInLine = isLine || children.some((child) => isNode(child) && isInline(child))
  const blocks: Block[] = []
  let inlines: Inline[] = []

  const endWords = () => {
    if (inlines.length > 0) {
      blocks.push({ inlines: joined(inlines), type: 'words' })
      inlines = []
    }
  }

  for (const child of children) {
    const isApart = isNode(child) && (isInLine ? isBlock(child) : !isInline(child))

    if (isApart && depth < deepest) {
      endWords()
      blocksOf({ depth: depth + 1, node: child, text }).forEach((block) => blocks.push(block))
    } else {
      readInline({ depth: depth + 1, drop: text.drop, into: inlines, node: child })
    }
  }
  endWords()
  return blocks
}

/** The blocks that a node gives: mostly one. */
const blocksOf = (reading: Reading): Block[] => {
  const {
    depth,
    node,
    text,
    text: { drop },
  } = reading
  const contentsOf = (part: Node) => blocksIn({ depth: depth + 1, node: part, text })

  switch (node.type) {
    case 'heading':
      return headingsOf(reading)
    case 'horizontalrule':
      return [{ type: 'rule' }]
    case 'list':
      return readList({ contentsOf, drop, node })
    case 'paragraph':
      return paragraphsOf(reading)
    case 'quote': {
      const blocks = blocksIn(reading)

      return blocks.length > 0 ? [{ blocks, layout: layoutOf(node), type: 'quote' }] : []
    }
    case 'table':
      return readTable({ contentsOf, drop, node })
    default:
      if (typeof node.text === 'string') {
        return wordsOf(reading)
      }
      drop(node)
      return blocksIn(reading)
  }
}

/** Blocks that stand in a paragraph come after it: no page can show them in there. */
const paragraphsOf = ({ depth, node, text }: Reading): Block[] => {
  const layout = layoutOf(node)
  const blocks = blocksIn({ depth, isLine: true, node, text }).map((block): Block =>
    block.type === 'words' ? { inlines: block.inlines, layout, type: 'paragraph' } : block,
  )

  return blocks.length > 0 ? blocks : [{ inlines: [], layout, type: 'paragraph' }]
}

/** A heading without words is only the space that it takes, as readers of a page's outline get lost there. */
const headingsOf = (reading: Reading): Block[] => {
  const { tag } = reading.node
  const [, level = '2'] = /^h([1-6])$/.exec(typeof tag === 'string' ? tag : '') ?? []

  return paragraphsOf(reading).map((block): Block => {
    const words = block.type === 'paragraph' ? wordsIn(block.inlines).trim() : ''

    return block.type === 'paragraph' && words !== ''
      ? { ...block, id: reading.text.idOf(words), level: Number(level) as 1, type: 'heading' }
      : block
  })
}

/** An unknown node that has words itself is read as a line of them. */
const wordsOf = ({ depth, node, text: { drop } }: Reading): Block[] => {
  const inlines: Inline[] = []

  readInline({ depth, drop, into: inlines, node })
  return inlines.length > 0 ? [{ inlines: joined(inlines), type: 'words' }] : []
}
