/** A node of an editor state, of which nothing is known yet. */
export type Node = Record<string, unknown>

/** True for what can be a node. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is said to stand in a node. */
export const childrenOf = (node: unknown): readonly unknown[] =>
  isNode(node) && Array.isArray(node.children) ? (node.children as unknown[]) : []

/** What a node says that its type is. */
export const typeOf = (node: unknown): unknown => (isNode(node) ? node.type : undefined)

/** The name of a node's type; `unknown` for a name that no editor gives. */
export const typeName = (node: unknown): string => {
  const type = typeOf(node)

  return typeof type === 'string' && /^[\w-]{1,40}$/.test(type) ? type : 'unknown'
}

/** A whole number within limits, or undefined for anything else. */
export const wholeNumber = ({
  from,
  to,
  value,
}: {
  from: number
  to: number
  value: unknown
}): number | undefined =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to
    ? (value as number)
    : undefined

/** True for the nodes that stand in a line. */
export const isInline = (node: Node): boolean => inlineTypes.has(node.type)

/** True for the nodes that stand on their own and have a form here. */
export const isBlock = (node: Node): boolean => blockTypes.has(node.type)

const inlineTypes = new Set<unknown>(['autolink', 'linebreak', 'link', 'tab', 'text'])

const blockTypes = new Set<unknown>([
  'heading',
  'horizontalrule',
  'list',
  'paragraph',
  'quote',
  'table',
])
