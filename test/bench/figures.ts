/** A result: a ratio of two rates, a time, or a yes. */
export type Figure = { measured: number | string; name: string; unit: string; wanted: string }

/** How many times as fast one thing is as another. */
export const ratio = ({
  name,
  of,
  to,
  wanted,
}: {
  name: string
  of: number
  to: number
  wanted: string
}): Figure => ({
  name: `${name} (${Math.round(of)} : ${Math.round(to)} per second)`,
  measured: Math.round((of / to) * 100) / 100,
  unit: '×',
  wanted,
})
