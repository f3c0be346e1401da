import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { transactionOf } from '../../database/connection.js'
import { isAmong, readStoredRows } from '../../database/rowReads.js'
import { recordedKinds, type RecordedRow, type Seal, sealOf } from '../../domain/record/seal.js'
import { recordTablesOf } from './tables.js'

/** Seals rows as they now stand in the request's transaction. */
export const sealRows = async ({
  context,
  req,
  rows,
}: {
  context: PolicyContext
  req: PayloadRequest
  rows: readonly RecordedRow[]
}): Promise<Seal[]> => {
  const seals: Seal[] = []

  for (const kind of recordedKinds) {
    const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id)

    if (ids.length > 0) {
      const tree = recordTablesOf({ context, payload: req.payload }).trees[kind]
      const { condition, values } = isAmong({ ids, tree })
      const stored = await readStoredRows({
        condition: `${condition} order by t.id`,
        query: await transactionOf({ req }),
        tree,
        values,
      })
      seals.push(...stored.map((row) => sealOf({ kind, row })))
    }
  }

  return seals
}
