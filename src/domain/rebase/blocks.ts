import { canonicalJson } from '../fingerprint.js'

/** A node of an editor state. */
export type Block = Record<string, unknown>

/** The children of a node, and whatever else is no node left out. */
export const childrenOf = (node: unknown): Block[] =>
  isBlock(node) && Array.isArray(node.children) ? node.children.filter(isBlock) : []

/** The root of an editor state, or null for what is none. */
export const rootOf = (body: unknown): Block | null =>
  isBlock(body) && isBlock(body.root) ? body.root : null

/**
 * What tells a block from another: everything that a reader could see of it. What the editor writes
 * anew when it opens a text is left out, or else every block would have changed by then.
 */
export const keyOf = (block: Block): string => canonicalJson(visiblePartOf(block))

/** Every word of a block. */
export const wordsOf = (block: Block): Set<string> =>
  new Set(
    textsIn(block)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )

const textsIn = (node: Block): string[] => [
  ...(typeof node.text === 'string' ? [node.text] : []),
  ...childrenOf(node).flatMap(textsIn),
]

/** Kept by the editor for itself; `value` is the number of an item, which follows from its place. */
const ofEditor = ['direction', 'id', 'textFormat', 'textStyle', 'value', 'version']

const visiblePartOf = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(visiblePartOf)
  }
  return isBlock(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name, part]) => !ofEditor.includes(name) && !isDefault(part))
          .map(([name, part]) => [name, visiblePartOf(part)]),
      )
    : value
}

/** The editor writes out what other programs leave away. */
const isDefault = (part: unknown): boolean =>
  part === null || part === undefined || part === '' || part === 0 || part === false

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
