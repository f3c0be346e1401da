import type { Finding } from './finding.js'

import { canonicalJson, fingerprint } from '../fingerprint.js'

/** The kinds of rows that events seal. */
export const recordedKinds = ['version', 'review', 'notice'] as const

export type RecordedKind = (typeof recordedKinds)[number]

/** Names a row of the record. */
export type RecordedRow = { id: number | string; kind: RecordedKind }

/**
 * A row as the database holds it, whatever of it the plugin knows: every column, and those of its
 * child tables. Instants are ISO 8601 UTC, everything else is its JSON.
 */
export type StoredRow = {
  children: Record<string, { columns: string[]; rows: Record<string, unknown>[] }>
  columns: Record<string, unknown>
  id: number | string
}

/**
 * How a row stood when an event was recorded: the fingerprint of every column's value, null where it
 * was empty. A column of a child table is named after a dot (`locales.title`) and stands for the list
 * of its values. A column that comes later is in no seal.
 */
export type Seal = RecordedRow & { fields: Record<string, null | string> }

/** Seals a row as it stands. */
export const sealOf = ({ kind, row }: { kind: RecordedKind; row: StoredRow }): Seal => ({
  id: row.id,
  fields: Object.fromEntries([
    ...Object.entries(row.columns).map(([name, value]) => [
      name,
      value === null ? null : fingerprint(value),
    ]),
    ...Object.entries(row.children).flatMap(([child, { columns, rows }]) => {
      const sorted = inOrder(rows)
      return columns.map((column) => [
        `${child}.${column}`,
        fingerprintOfAll(sorted.map((childRow) => childRow[column] ?? null)),
      ])
    }),
  ]) as Record<string, null | string>,
  kind,
})

/** The seals that an event carries; what is none is left out, since the event's hash tells of it. */
export const sealsIn = (value: unknown): Seal[] =>
  Array.isArray(value) ? value.filter(isSeal) : []

/** Every column of a row that is not as an event sealed it. */
export const sealFindings = ({
  event,
  policy,
  row,
  seal,
  version,
}: {
  /** Number of the event that sealed it. */
  event: number
  policy: null | string
  /** The row as it stands now; undefined where it is gone. */
  row: StoredRow | undefined
  seal: Seal
  version: number | string
}): Finding[] => {
  const about = { event, policy, row: { id: seal.id, kind: seal.kind }, version }

  if (!row) {
    return [
      {
        ...about,
        code: 'ROW_MISSING',
        message: `The ${seal.kind} ${seal.id}, which event ${event} recorded, is gone: it was deleted past the plugin.`,
      },
    ]
  }

  const { fields } = sealOf({ kind: seal.kind, row })
  const names = Object.keys(seal.fields)
  const gone = names.filter((name) => fields[name] === undefined)
  const changed = names.filter((name) => !gone.includes(name) && fields[name] !== seal.fields[name])

  return [
    ...gone.map((field) => ({
      ...about,
      code: 'FIELD_MISSING' as const,
      field,
      message: `"${field}" of the ${seal.kind} ${seal.id}, which event ${event} sealed, is no longer in the database: a migration took it out, and with it a part of the record.`,
    })),
    ...byChild(changed).map((field) => ({
      ...about,
      code: 'ROW_ALTERED' as const,
      field,
      message: changed.includes(field)
        ? `"${field}" of the ${seal.kind} ${seal.id} is not as event ${event} sealed it: it was changed past the plugin.`
        : `The rows in "${field}" of the ${seal.kind} ${seal.id} are not those that event ${event} sealed: some were put in, taken out or replaced past the plugin.`,
    })),
  ]
}

/**
 * What two seals of the same row contradict each other in. The step between them changes the status,
 * the instant of withdrawal and when the row was saved; Payload writes child rows anew, so that their
 * ids may differ.
 */
export const contradictionFindings = ({
  earlier,
  event,
  later,
  policy,
  version,
}: {
  earlier: Seal
  /** Number of the event with the later seal. */
  event: number
  later: Seal
  policy: null | string
  version: number | string
}): Finding[] =>
  Object.keys(earlier.fields)
    .filter(
      (name) =>
        !['status', 'updated_at', 'withdrawn_at'].includes(name) &&
        !name.endsWith('.id') &&
        later.fields[name] !== undefined &&
        later.fields[name] !== earlier.fields[name],
    )
    .map((field) => ({
      code: 'SEAL_CONTRADICTED',
      event,
      field,
      message: `"${field}" of the ${later.kind} ${later.id} was something else at event ${event} than when it was sealed before: it was changed past the plugin in between.`,
      policy,
      row: { id: later.id, kind: later.kind },
      version,
    }))

const fingerprintOfAll = (values: unknown[]): null | string =>
  values.every((value) => value === null) ? null : fingerprint(values)

/** In an order that does not depend on ids, which Payload gives anew whenever it writes child rows. */
const inOrder = (rows: Record<string, unknown>[]): Record<string, unknown>[] =>
  rows.length < 2
    ? rows
    : rows
        .map((row) => ({ key: `${canonicalJson({ ...row, id: null })} ${String(row.id)}`, row }))
        .sort((one, other) => (one.key < other.key ? -1 : 1))
        .map(({ row }) => row)

/** Where rows of a child table come, go or are replaced, all its columns differ: its name says it once. */
const byChild = (fields: string[]): string[] => [
  ...new Set(
    fields.map((field) => {
      const child = field.split('.')[0]!
      return fields.includes(`${child}.id`) ? child : field
    }),
  ),
]

const isSeal = (value: unknown): value is Seal =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  (typeof value.id === 'number' || typeof value.id === 'string') &&
  'kind' in value &&
  recordedKinds.some((kind) => kind === value.kind) &&
  'fields' in value &&
  typeof value.fields === 'object' &&
  value.fields !== null
