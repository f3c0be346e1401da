import type { App } from '../app.js'
import type { Outcome } from './outcome.js'
import type { World } from './world.js'

import { atOnce } from '../atOnce.js'
import { randomOperation } from './operations.js'
import { ending } from './outcome.js'
import { randomOf } from './random.js'

/** What was attempted, and what came of it. */
export type Attempted = Outcome & { name: string }

/**
 * Has people try random things on some servers, several at a time.
 * @throws Error for the first that ends neither well nor with a refusal of the contract, or not at all.
 */
export const runOperations = async ({
  apps,
  count,
  limit,
  seed,
  world,
}: {
  apps: App[]
  count: number
  /** How many at a time. */
  limit: number
  seed: number
  world: World
}): Promise<Attempted[]> => {
  const numbers = Array.from({ length: count }, (_, number) => number)

  return atOnce({
    items: numbers,
    limit,
    work: async (number) => {
      const random = randomOf(seed, number)
      const { attempt, name } = randomOperation({ app: random.pick(apps), random, world })

      try {
        return { ...(await ending(attempt())), name }
      } catch (cause) {
        throw new Error(`Operation ${number}, ${name} (RACE_SEED=${seed})`, { cause })
      }
    },
  })
}

/** How many of some attempts were of a kind, ended with a code, or both. */
export const timesOf = (attempted: readonly Attempted[], asked: Partial<Attempted>): number =>
  attempted.filter(
    ({ code, name }) => (asked.code ?? code) === code && (asked.name ?? name) === name,
  ).length
