import type { Known, PublicSource } from '../domain/delivery/source.js'
import type { PublicTables, Query, ReadRow, Statement } from './statement.js'

import { readNotices } from './activeNotices.js'
import { readAnnounced } from './announcedReads.js'
import { readPolicyRecord } from './publicReads.js'
import { readVersionText } from './versionText.js'

/** Public answers straight from the database: one statement each, by its clock or a simulated one. */
export const databaseSource = ({
  readRow,
  simulatedNow = () => Promise.resolve(null),
  tables,
}: {
  readRow: ReadRow
  simulatedNow?: () => Promise<Date | null>
  tables: PublicTables
}): PublicSource => {
  const query: Query = async <T>(statement: Statement) =>
    (await readRow<{ answer: T }>(statement))?.answer as T

  return {
    announced: async (asked) => {
      const simulated = await simulatedNow()
      const record = await readAnnounced({ ...asked, at: simulated, query, tables })

      return knownAt({ at: simulated ?? new Date(record.now), record })
    },
    notices: async ({ at, channel }) => {
      const simulated = await simulatedNow()
      const record = await readNotices({ at: at ?? simulated, channel, query, tables })

      return knownAt({ at: simulated ?? new Date(record.now), record })
    },
    policy: async ({ slug, text, wanted }) => {
      const simulated = await simulatedNow()
      const now = wanted.kind === 'in_force' && wanted.opens === null && simulated
      const record = await readPolicyRecord({
        at: simulated,
        readRow,
        slug,
        tables,
        text,
        wanted: now ? { ...wanted, closes: simulated, opens: simulated } : wanted,
      })

      return knownAt({ at: simulated ?? new Date(record.now), record })
    },
    text: ({ forms, language, version: { id } }) =>
      readVersionText({ forms, id, language, readRow, tables }),
  }
}

const knownAt = <T>({ at, record }: { at: Date; record: T }): Known<T> => ({
  at,
  latest: at,
  record,
})
