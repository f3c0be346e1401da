import type { Attack, Write } from './attacks.js'
import type { Outcome } from './outcome.js'
import type { World } from './world.js'

/** An attack over a road. */
export type Cell = { attack: Attack; write: Write }

/** A way to send a write. */
export type Road = {
  name: string
  /** What it refuses an attack with, where that is not what the attack itself says. */
  code?: (cell: Cell) => RegExp | undefined
  /** True for a variant of another: the gravest attacks alone are attempted over it. */
  isVariant?: boolean
  /** Why an attack cannot be attempted over it. */
  leavesOut?: (cell: Cell) => string | undefined
  send: (sending: { world: World; write: Write }) => Promise<Outcome>
}

/** The attacks that are attempted over a road; those that it leaves out have a reason. */
export const cellsOf = ({ attacks, road }: { attacks: Attack[]; road: Road }): Attack[] =>
  attacks.filter(
    (attack) =>
      (attack.isGrave || !road.isVariant) &&
      road.leavesOut?.({ attack, write: attack.write(nowhere) }) === undefined,
  )

/** Before there is any app: what an attack writes, but for ids and people. */
const nowhere = { cast: {}, records: {}, versions: {} } as World
