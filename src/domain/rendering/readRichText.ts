import type { RichText } from './richText.js'

import { isNode, typeName } from './nodes.js'
import { readBlocks } from './readBlocks.js'

/**
 * Reads a Lexical editor state into the forms that can be shown. Whatever else is in it is dropped and
 * counted, but for its words, which stay where they are. Anything that is no editor state is empty.
 */
export const readRichText = (body: unknown): RichText => {
  const dropped = new Map<string, number>()
  const drop = (node: unknown) => {
    const type = typeName(node)
    dropped.set(type, (dropped.get(type) ?? 0) + 1)
  }
  const blocks = isNode(body) && isNode(body.root) ? readBlocks({ drop, root: body.root }) : []

  return { blocks, dropped: Object.fromEntries(dropped) }
}
