/** Where a label stands: the row above its lane (0 is the lowest), and its edges from 0 to 1. */
export type PlacedLabel = { from: number; row: number; to: number }

/**
 * Places labels above the points that they are about, so that no two overlap and none leaves the
 * picture. Points are in their order, from 0 to 1; widths and the gap are in the same measure. A label
 * begins at its point. It is placed from the last to the first, and what has no room goes up a row, so
 * that the line from a label down to its point crosses none of those below.
 */
export const placeLabels = ({
  gap,
  labels,
}: {
  gap: number
  labels: readonly { at: number; width: number }[]
}): PlacedLabel[] => {
  /** Where the first label of each row begins. */
  const rows: number[] = []

  return labels
    .map(({ at, width }) => {
      const from = Math.max(0, Math.min(at, 1 - width))
      return { from, to: Math.min(1, from + width) }
    })
    .reduceRight<PlacedLabel[]>((placed, { from, to }) => {
      const free = rows.findIndex((begins) => to + gap <= begins)
      const row = free === -1 ? rows.length : free

      rows[row] = from
      return [{ from, row, to }, ...placed]
    }, [])
}
