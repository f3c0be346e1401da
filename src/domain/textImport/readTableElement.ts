import type { ContentsOf, Part, Place } from './readHtml.js'

import { attribute, type HtmlElement, isElement } from './htmlTree.js'
import {
  element as nodeOf,
  type ImportedBlock,
  type ImportedCell,
  type ImportedTable,
  paragraph,
} from './importedNodes.js'

/** The most cells of all tables of a text, those included that make their rows equally wide. */
export const mostCells = 50_000

/**
 * Reads a table. One of a single column only held its words together on a page: they stand without it.
 * @throws PolicyError `INVALID_PARAMETER` by `countCells`.
 */
export const readTable = ({
  contentsOf,
  countCells,
  element,
  place: outer,
}: {
  contentsOf: ContentsOf
  /** Is told how many cells the table is about to have. */
  countCells: (count: number) => void
  element: HtmlElement
  place: Place
}): Part[] => {
  // A list in a cell is none in an item, and its table no deeper than any other.
  const place = { ...outer, listDepth: 0 }
  const captions = childrenNamed(element, ['caption']).flatMap((node) =>
    contentsOf({ node, place }),
  )
  const rows = rowsOf(element).map(({ isHead, row }) =>
    childrenNamed(row, ['td', 'th']).map((cell) => ({
      columns: spanIn(attribute(cell, 'colspan')),
      isHead,
      isHeading: cell.tagName === 'th',
      parts: contentsOf({ node: cell, place }),
      rows: spanIn(attribute(cell, 'rowspan')),
    })),
  )
  const filled = rows.filter((cells) => cells.length > 0)
  const isLaidOut = /^(?:none|presentation)$/iu.test(attribute(element, 'role'))

  return [
    ...captions,
    ...(isLaidOut || filled.every(({ length }) => length === 1)
      ? filled.flatMap((cells) => cells.flatMap(({ parts }) => parts))
      : [tableOf({ countCells, rows: filled })]),
  ]
}

type Cell = {
  columns: number
  isHead: boolean
  isHeading: boolean
  parts: Part[]
  rows: number
}

const tableOf = ({
  countCells,
  rows,
}: {
  countCells: (count: number) => void
  rows: Cell[][]
}): ImportedTable => {
  const cells = withinTable(rows)
  const widths = widthsOf(cells)
  const width = widths.reduce((widest, each) => Math.max(widest, each), 0)

  countCells(width * rows.length)

  return nodeOf(
    'table',
    cells.map((row, index) => {
      const isHeadingRow = row.every(
        ({ isHead, isHeading }) => isHead || (index === 0 && isHeading),
      )

      return nodeOf('tablerow', [
        ...row.map((cell) =>
          cellNode({
            blocks: blocksOf(cell.parts),
            columns: cell.columns,
            heads: isHeadingRow ? 1 : cell.isHeading ? 2 : 0,
            rows: cell.rows,
          }),
        ),
        // The editor knows rows of the same width alone.
        ...Array.from({ length: width - widths[index]! }, () =>
          cellNode({ blocks: [], columns: 1, heads: 0, rows: 1 }),
        ),
      ])
    }),
  )
}

/** A table in a cell is read as its words: the editor nests none. */
const blocksOf = (parts: Part[]): ImportedBlock[] =>
  parts.flatMap((part): ImportedBlock[] => {
    switch (part.type) {
      case 'line':
        return [paragraph(part.inlines)]
      case 'table':
        return part.children.flatMap(({ children }) => children.flatMap((cell) => cell.children))
      default:
        return [part]
    }
  })

const cellNode = ({
  blocks,
  columns,
  heads,
  rows,
}: {
  blocks: ImportedBlock[]
  columns: number
  heads: number
  rows: number
}): ImportedCell => ({
  ...nodeOf('tablecell', blocks.length > 0 ? blocks : [paragraph([])]),
  backgroundColor: null,
  colSpan: columns,
  headerState: heads,
  rowSpan: rows,
})

/** How many columns each row takes, with what cells of the rows above reach into it. */
const widthsOf = (rows: Cell[][]): number[] => {
  const widths = rows.map(() => 0)

  rows.forEach((row, index) => {
    for (const { columns, rows: height } of row) {
      for (let y = index; y < Math.min(index + height, rows.length); y += 1) {
        widths[y]! += columns
      }
    }
  })
  return widths
}

/**
 * No cell reaches below the last row. Where cells say that they span many times more than there is,
 * none spans anything.
 */
const withinTable = (rows: Cell[][]): Cell[][] => {
  const within = rows.map((row, index) =>
    row.map((cell) => ({ ...cell, rows: Math.min(cell.rows, rows.length - index) })),
  )
  const cells = within.flat()
  const area = cells.reduce((sum, cell) => sum + cell.columns * cell.rows, 0)

  return area <= 4 * (cells.length + rows.length) + 100
    ? within
    : rows.map((row) => row.map((cell) => ({ ...cell, columns: 1, rows: 1 })))
}

const rowsOf = (table: HtmlElement): { isHead: boolean; row: HtmlElement }[] =>
  childrenNamed(table, ['tbody', 'tfoot', 'thead', 'tr']).flatMap((part) =>
    part.tagName === 'tr'
      ? [{ isHead: false, row: part }]
      : childrenNamed(part, ['tr']).map((row) => ({ isHead: part.tagName === 'thead', row })),
  )

const childrenNamed = (parent: HtmlElement, names: string[]): HtmlElement[] =>
  parent.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName))

/** As many columns as HTML allows. */
const spanIn = (value: string): number =>
  /^\d{1,4}$/u.test(value.trim()) ? Math.min(Math.max(Number(value), 1), 1000) : 1
