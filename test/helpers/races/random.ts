/** A source of choices that makes the same ones again for the same seed. */
export type Random = {
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** One of some names, each as often as its weight says. */
  pickByWeight: <Name extends string>(weights: Partial<Record<Name, number>>) => Name
  /** A whole number from 0 to below a limit. */
  below: (limit: number) => number
}

/** The seed that RACE_SEED sets, to see a run again, or a new one. Interleavings are the machine's. */
export const raceSeed = (): number =>
  Number(process.env.RACE_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** A stream of choices of its own for each step of a run, so that none depends on who was faster. */
export const randomOf = (seed: number, step = 0): Random => {
  const next = mulberry32(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(step, 0xc2b2ae35))
  const below = (limit: number) => Math.floor(next() * limit)

  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)]!,
    pickByWeight: <Name extends string>(weights: Partial<Record<Name, number>>) => {
      const entries = Object.entries(weights) as [Name, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)

      return (entries.find(([, weight]) => {
        left -= weight
        return left < 0
      }) ?? entries[0]!)[0]
    },
  }
}

/** A small generator of numbers from 0 to below 1 (Tommy Ettinger's Mulberry32, public domain). */
const mulberry32 = (seed: number) => {
  let state = seed | 0

  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
