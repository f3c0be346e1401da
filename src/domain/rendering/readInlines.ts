import type { Inline, Link } from './richText.js'

import { joined, wordsIn } from './inlines.js'
import { childrenOf, isBlock, isNode, typeOf } from './nodes.js'
import { type Drop, isLeaf, readLeaf, readOwnText } from './readLeaf.js'
import { safeUrl } from './safeUrl.js'

/** Deeper than any editor nests, and less deep than where reading or showing it would break off. */
export const deepest = 50

/** Reads what stands in a line, at the end of what was read before. */
export const readInline = ({
  depth,
  drop,
  into,
  isInLink = false,
  node,
}: {
  depth: number
  drop: Drop
  into: Inline[]
  isInLink?: boolean
  node: unknown
}): void => {
  if (depth > deepest) {
    readWordsUnder({ drop, into, node })
  } else if (isLeaf(node)) {
    readLeaf({ drop, into, node })
  } else {
    const url = isInLink ? undefined : linkedUrl(node)
    const inlines: Inline[] = []

    for (const child of childrenOf(node)) {
      readInline({
        depth: depth + 1,
        drop,
        into: inlines,
        isInLink: isInLink || url !== undefined,
        node: child,
      })
    }
    if (url !== undefined && /\S/u.test(wordsIn(inlines))) {
      // Inside of a link, no other was made.
      into.push(linkOf({ inlines: inlines as Link['inlines'], node, url }))
    } else {
      drop(node)
      startLine({ into, node })
      readOwnText({ into, node })
      // One by one: a list can be too long to be spread into arguments.
      inlines.forEach((inline) => into.push(inline))
    }
  }
}

/** The words of all that stands in a node that is nested too deeply, without walking down by recursion. */
const readWordsUnder = ({
  drop,
  into,
  node,
}: {
  drop: Drop
  into: Inline[]
  node: unknown
}): void => {
  const left = [node]

  while (left.length > 0) {
    const next = left.pop()

    if (isLeaf(next)) {
      readLeaf({ drop, into, node: next })
    } else {
      const children = childrenOf(next)

      drop(next)
      startLine({ into, node: next })
      readOwnText({ into, node: next })
      for (let index = children.length - 1; index >= 0; index -= 1) {
        left.push(children[index])
      }
    }
  }
}

/** The words of parts that stood apart do not run into each other. */
const startLine = ({ into, node }: { into: Inline[]; node: unknown }): void => {
  const stoodApart = isNode(node) && (isBlock(node) || partTypes.has(node.type))

  if (stoodApart && into.length > 0 && into.at(-1)?.type !== 'linebreak') {
    into.push({ type: 'linebreak' })
  }
}

const partTypes = new Set<unknown>(['listitem', 'tablecell', 'tablerow'])

/** Where a link leads. One to a document has no address of its own: where it leads can change later. */
const linkedUrl = (node: unknown): string | undefined => {
  if (!isNode(node) || !linkTypes.has(typeOf(node))) {
    return undefined
  }

  const { fields, url } = node

  if (!isNode(fields)) {
    return safeUrl(url)
  }
  return fields.linkType === 'internal' ? undefined : safeUrl(fields.url)
}

const linkTypes = new Set<unknown>(['autolink', 'link'])

const linkOf = ({
  inlines,
  node,
  url,
}: {
  inlines: Link['inlines']
  node: unknown
  url: string
}): Link => ({
  inlines: joined(inlines),
  isNewTab: isNode(node) && isNode(node.fields) && node.fields.newTab === true,
  type: 'link',
  url,
})
