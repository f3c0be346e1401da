import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { placeLabels } from '../../../../src/domain/timelinePicture/placeLabels.js'

describe('labels', () => {
  it('stand at their points, in one row where there is room', () => {
    expect(
      placeLabels({
        gap: 0.05,
        labels: [
          { at: 0.1, width: 0.2 },
          { at: 0.5, width: 0.2 },
        ],
      }),
    ).toEqual([
      { from: 0.1, row: 0, to: 0.1 + 0.2 },
      { from: 0.5, row: 0, to: 0.7 },
    ])
  })

  it('go up a row where the next one begins too soon, the earlier above the later', () => {
    const labels = [0.1, 0.15, 0.2].map((at) => ({ at, width: 0.3 }))
    expect(placeLabels({ gap: 0, labels }).map(({ row }) => row)).toEqual([2, 1, 0])
  })

  it('are moved in where they would leave the picture', () => {
    expect(placeLabels({ gap: 0, labels: [{ at: 0.9, width: 0.25 }] })).toEqual([
      { from: 0.75, row: 0, to: 1 },
    ])
  })

  it('never overlap, never leave, and keep their order within a row', () => {
    const position = fc.double({ max: 1, min: 0, noNaN: true })

    fc.assert(
      fc.property(
        fc.array(fc.record({ at: position, width: position }), { maxLength: 12 }),
        fc.double({ max: 0.1, min: 0, noNaN: true }),
        (some, gap) => {
          const labels = [...some].sort((one, other) => one.at - other.at)
          const placed = placeLabels({ gap, labels })

          for (const { from, to } of placed) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(to).toBeLessThanOrEqual(1)
          }
          for (const row of new Set(placed.map((label) => label.row))) {
            const inRow = placed.filter((label) => label.row === row)
            inRow.slice(1).forEach(({ from }, index) => {
              expect(from).toBeGreaterThanOrEqual(inRow[index]!.to + gap)
            })
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
