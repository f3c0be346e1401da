import type { PayloadRequest } from 'payload'

import type { RecordedPolicy } from '../../database/recordReads.js'
import type { Query } from '../../database/statement.js'
import type { PolicyContext } from '../../options.js'
import type { RecordTables } from './tables.js'

/** A policy whose record is checked, and where it lies. */
export type Checking = RecordTables & {
  context: PolicyContext
  policy: RecordedPolicy
  query: Query
  req: PayloadRequest
}

/** Rows that hold texts in every language are read so many at a time. */
const rowsAtOnce = 50

/** Splits a list, so that memory stays bounded however long a record is. */
export const inBatches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / rowsAtOnce) }, (_, index) =>
    items.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  )

/** How findings name a policy. */
export const nameOf = ({ id, slug }: RecordedPolicy): null | string =>
  slug ?? (id === null ? null : String(id))
