import type { PolicyRows } from './readRecord.js'

/** Something that holds of every policy's record. Answers in words where it does not. */
export type Invariant = (rows: PolicyRows) => string[]

/** What of some invariants does not hold of some records; empty where all is well. */
export const faultsIn = ({
  invariants,
  record,
}: {
  invariants: Record<string, Invariant>
  record: PolicyRows[]
}): string[] =>
  record.flatMap((rows) =>
    Object.entries(invariants).flatMap(([name, faults]) =>
      faults(rows).map((fault) => `${rows.policy.slug}: ${name}: ${fault}`),
    ),
  )

/** Values that occur more than once. */
export const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]

/** Milliseconds of an instant of the record. */
export const ms = (instant: null | string): number => (instant === null ? NaN : +new Date(instant))
