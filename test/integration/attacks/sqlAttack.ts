import type { Lawful, Statement } from './publications.js'
import type { State, World } from './world.js'

/** What attacks by SQL are aimed at, and what the workflow would write. */
export type SqlWorld = World & {
  /** What the fingerprint of each version is taken of. */
  contents: Record<State, object>
  lawful: Record<'approved' | 'undated', Lawful>
}

/** Statements of one transaction, the last of which is to be refused and the others let through. */
export type SqlAttack = {
  name: string
  /** The code of a guard, or the SQLSTATE of a constraint. */
  code: RegExp
  /** It takes more than the right to read and write rows. */
  needsOwner?: true
  statements: (world: SqlWorld) => Statement[]
}

/** Attacks from rows of a table: name, code, statements. */
export const sqlAttacks = (
  rows: readonly (readonly [
    name: string,
    code: string,
    statements: (world: SqlWorld) => (Statement | string)[],
  ])[],
  more: Partial<SqlAttack> = {},
): SqlAttack[] =>
  rows.map(([name, code, statements]) => ({
    name,
    code: new RegExp(`^(${code})$`),
    statements: (world) =>
      statements(world).map((statement) =>
        typeof statement === 'string' ? { text: statement } : statement,
      ),
    ...more,
  }))
