import type { Inline } from './richText.js'

import { isNode, type Node, typeOf } from './nodes.js'

/** Counts what is dropped. */
export type Drop = (node: unknown) => void

/** True for the nodes of a line that nothing stands in. */
export const isLeaf = (node: unknown): node is Node => leafTypes.has(typeOf(node))

/** Reads a node that nothing stands in, at the end of what was read before. */
export const readLeaf = ({
  drop,
  into,
  node,
}: {
  drop: Drop
  into: Inline[]
  node: Node
}): void => {
  if (node.type === 'linebreak') {
    into.push({ type: 'linebreak' })
  } else if (node.type === 'tab') {
    into.push({ format: 0, text: '\t', type: 'text' })
  } else if (typeof node.text === 'string') {
    readOwnText({ into, node })
  } else {
    drop(node)
  }
}

/**
 * Reads the words that a node itself has, if any. Lines that were typed or pasted into one text are
 * shown as the editor shows them.
 */
export const readOwnText = ({ into, node }: { into: Inline[]; node: unknown }): void => {
  const { format: bits, text } = isNode(node) ? node : {}
  const format = typeof bits === 'number' ? bits & anyFormat : 0
  const lines = typeof text === 'string' ? showableLines(text) : []

  lines.forEach((line, index) => {
    if (index > 0) {
      into.push({ type: 'linebreak' })
    }
    if (line !== '') {
      into.push({ format, text: line, type: 'text' })
    }
  })
}

/** Of other characters browsers make something else, each in its own way. */
const showableLines = (text: string): string[] =>
  unshowable.test(text)
    ? text.split(lineEnd).map((line) => line.replace(control, ' ').replace(broken, '\uFFFD'))
    : [text]

const anyFormat = 127

const leafTypes = new Set<unknown>(['linebreak', 'tab', 'text'])

const unshowable = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

const control = /(?!\t)\p{Cc}/gu

const broken = /\p{Surrogate}/gu
