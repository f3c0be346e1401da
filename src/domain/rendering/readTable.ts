import type { Drop } from './readLeaf.js'
import type { Block, Cell, Table } from './richText.js'

import { childrenOf, isNode, type Node, typeOf, wholeNumber } from './nodes.js'

/** Reads a table; one without cells is none. What stands in it without being a row or a cell becomes one. */
export const readTable = ({
  contentsOf,
  drop,
  node,
}: {
  contentsOf: (node: Node) => Block[]
  drop: Drop
  node: Node
}): Table[] => {
  const rows = partsOf({ drop, node, type: 'tablerow' })
    .map((row) =>
      partsOf({ drop, node: row, type: 'tablecell' }).map((cell) =>
        cellOf({ blocks: contentsOf(cell), node: cell }),
      ),
    )
    .filter(({ length }) => length > 0)

  return rows.length > 0 ? [{ rows: withinTable(rows), type: 'table' }] : []
}

/** The children of a type; others are each put into one. */
const partsOf = ({ drop, node, type }: { drop: Drop; node: Node; type: string }): Node[] =>
  childrenOf(node).flatMap((child) => {
    if (!isNode(child)) {
      drop(child)
      return []
    }
    return [typeOf(child) === type ? child : { children: [child] }]
  })

const cellOf = ({ blocks, node }: { blocks: Block[]; node: Node }): Cell => ({
  blocks,
  columns: spanOf(node.colSpan),
  heads: headsOf(node),
  rows: spanOf(node.rowSpan),
})

/** As many columns as HTML allows. */
const spanOf = (value: unknown): number => wholeNumber({ from: 1, to: 1000, value }) ?? 1

/** The first bit says that its row is one of headings, which head columns; the second that its column is. */
const headsOf = ({ headerState }: Node): Cell['heads'] => {
  const state = wholeNumber({ from: 0, to: 3, value: headerState }) ?? 0

  return state & 1 ? 'column' : state & 2 ? 'row' : undefined
}

/**
 * No cell reaches below the last row. Where cells say that they span many times more than there is,
 * which would make a short text a huge page, none spans anything.
 */
const withinTable = (rows: Cell[][]): Cell[][] => {
  const within = rows.map((row, index) =>
    row.map((cell) => ({ ...cell, rows: Math.min(cell.rows, rows.length - index) })),
  )
  const cells = within.flat()
  const area = cells.reduce((sum, cell) => sum + cell.columns * cell.rows, 0)

  return area <= 20 * (cells.length + rows.length) + 100
    ? within
    : rows.map((row) => row.map((cell) => ({ ...cell, columns: 1, rows: 1 })))
}
