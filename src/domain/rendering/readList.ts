import type { Drop } from './readLeaf.js'
import type { Block, List, ListItem } from './richText.js'

import { layoutOf } from './layout.js'
import { childrenOf, isNode, type Node, typeOf, wholeNumber } from './nodes.js'

/**
 * Reads a list; one without items is none. What stands in it without being an item becomes one. The
 * editor puts a nested list into an item of its own, which here joins the item that it belongs to.
 */
export const readList = ({
  contentsOf,
  drop,
  node,
}: {
  contentsOf: (node: Node) => Block[]
  drop: Drop
  node: Node
}): List[] => {
  const items: ListItem[] = []
  let next = numberOf(node.start) ?? 1

  for (const child of childrenOf(node)) {
    if (!isNode(child)) {
      drop(child)
      continue
    }

    const blocks = contentsOf(typeOf(child) === 'listitem' ? child : { children: [child] })
    const last = items.at(-1)

    if (last && blocks.length > 0 && blocks.every(({ type }) => type === 'list')) {
      blocks.forEach((block) => last.blocks.push(block))
    } else {
      const number = numberOf(child.value) ?? next

      items.push({
        blocks,
        isChecked: child.checked === true,
        // How far it is indented, the depth of the list says already.
        layout: { ...layoutOf(child), indent: 0 },
        number,
      })
      next = number + 1
    }
  }
  return items.length > 0
    ? [{ items, kind: kindOf(node), layout: layoutOf(node), type: 'list' }]
    : []
}

const kindOf = ({ listType, tag }: Node): List['kind'] =>
  kinds.find((kind) => kind === listType) ?? (tag === 'ol' ? 'number' : 'bullet')

const kinds = ['bullet', 'check', 'number'] as const

/** Up to nine digits, which is what Markdown can number. */
const numberOf = (value: unknown): number | undefined =>
  wholeNumber({ from: 0, to: 999_999_999, value })
