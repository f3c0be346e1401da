/** A node of an editor state, of which nothing is known yet. */
export type Node = Record<string, unknown>

/** True for what can be a node. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is said to stand in a node. */
export const childrenOf = ({ children }: Node): readonly unknown[] =>
  Array.isArray(children) ? (children as unknown[]) : []

/** The name of a node's type; `unknown` for a name that no editor gives. */
export const typeOf = (value: unknown): string =>
  isNode(value) && typeof value.type === 'string' && /^[\w-]{1,40}$/.test(value.type)
    ? value.type
    : 'unknown'

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
export const isInline = (node: Node): boolean =>
  ['autolink', 'linebreak', 'link', 'tab', 'text'].includes(typeOf(node))

/** True for the nodes that stand on their own and have a form here. */
export const isBlock = (node: Node): boolean =>
  ['heading', 'horizontalrule', 'list', 'paragraph', 'quote', 'table'].includes(typeOf(node))
