import type { Inline, Link, Words } from './richText.js'

import { childrenOf, isBlock, isNode, type Node, typeOf } from './nodes.js'
import { safeUrl } from './safeUrl.js'

/** Counts what is dropped. */
export type Drop = (node: unknown) => void

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
    const url = isLink(node) && !isInLink ? urlOf(node) : undefined
    const inlines: Inline[] = []

    for (const child of isNode(node) ? childrenOf(node) : []) {
      readInline({
        depth: depth + 1,
        drop,
        into: inlines,
        isInLink: isInLink || url !== undefined,
        node: child,
      })
    }
    if (url !== undefined && hasWords(inlines)) {
      // Inside of a link there was no other.
      into.push(linkOf({ inlines: inlines as Link['inlines'], node: node as Node, url }))
    } else {
      drop(node)
      startLine({ into, node })
      readOwnText({ into, node })
      append({ inlines, into })
    }
  }
}

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

const readLeaf = ({ drop, into, node }: { drop: Drop; into: Inline[]; node: Node }): void => {
  const type = typeOf(node)

  if (type === 'linebreak') {
    into.push({ type })
  } else if (type === 'tab') {
    into.push({ format: 0, text: '\t', type: 'text' })
  } else if (typeof node.text === 'string') {
    readOwnText({ into, node })
  } else {
    drop(node)
  }
}

/** Lines that were typed or pasted into one text are shown as the editor shows them. */
const readOwnText = ({ into, node }: { into: Inline[]; node: unknown }): void => {
  const { format: bits, text } = isNode(node) ? node : {}
  const lines = typeof text === 'string' ? text.split(lineEnd) : []
  const format = typeof bits === 'number' ? bits & anyFormat : 0

  lines.forEach((line, index) => {
    if (index > 0) {
      into.push({ type: 'linebreak' })
    }
    if (line !== '') {
      into.push({
        format,
        text: line.replace(control, ' ').replace(broken, '\uFFFD'),
        type: 'text',
      })
    }
  })
}

const anyFormat = 127

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

const control = /(?!\t)\p{Cc}/gu

const broken = /\p{Surrogate}/gu

/** The words of all that stands in a node that is nested too deeply, one by one. */
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
      const children = isNode(next) ? childrenOf(next) : []

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
  const stoodApart =
    isNode(node) && (isBlock(node) || ['listitem', 'tablecell', 'tablerow'].includes(typeOf(node)))

  if (stoodApart && into.length > 0 && into.at(-1)?.type !== 'linebreak') {
    into.push({ type: 'linebreak' })
  }
}

/** A list can be too long to be spread into arguments. */
const append = ({ inlines, into }: { inlines: Inline[]; into: Inline[] }): void => {
  for (const inline of inlines) {
    into.push(inline)
  }
}

/** True for the nodes of a line that nothing stands in. */
const isLeaf = (node: unknown): node is Node => ['linebreak', 'tab', 'text'].includes(typeOf(node))

const isLink = (node: unknown): node is Node => ['autolink', 'link'].includes(typeOf(node))

/** A link to a document has no address of its own: where it leads can change later. */
const urlOf = ({ fields, url }: Node): string | undefined =>
  isNode(fields) ? safeUrl(fields.linkType === 'internal' ? undefined : fields.url) : safeUrl(url)

const linkOf = ({
  inlines,
  node: { fields },
  url,
}: {
  inlines: Link['inlines']
  node: Node
  url: string
}): Link => ({
  inlines: joined(inlines),
  isNewTab: isNode(fields) && fields.newTab === true,
  type: 'link',
  url,
})

const hasWords = (inlines: readonly Inline[]): boolean =>
  inlines.some((inline): inline is Words => inline.type === 'text' && /\S/u.test(inline.text))
