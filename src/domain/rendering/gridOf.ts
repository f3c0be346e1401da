import type { Cell, Table } from './richText.js'

/** The cells of a table, each in its column; nothing stands where a cell spans columns or rows. */
export const gridOf = ({ rows }: Table): (Cell | undefined)[][] => {
  const grid: (Cell | undefined)[][] = rows.map(() => [])

  rows.forEach((row, rowIndex) => {
    let column = 0

    for (const cell of row) {
      // What a cell of a row above covers is there already, as undefined.
      while (column in (grid[rowIndex] ?? [])) {
        column += 1
      }
      for (let y = rowIndex; y < rowIndex + cell.rows; y += 1) {
        for (let x = column; x < column + cell.columns; x += 1) {
          grid[y]![x] = undefined
        }
      }
      grid[rowIndex]![column] = cell
      column += cell.columns
    }
  })
  return grid.map((row) => Array.from(row))
}
