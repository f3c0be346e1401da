import type { Known, PublicSource } from '../domain/delivery/source.js'
import type { Query, PublicTables } from './statement.js'

import { readNotices } from './activeNotices.js'
import { readAnnounced } from './announcedReads.js'
import { readPolicyRecord } from './publicReads.js'

/** Public answers straight from the database: one statement each, by its clock or a simulated one. */
export const databaseSource = ({
  query,
  simulatedNow = () => Promise.resolve(null),
  tables,
}: {
  query: Query
  simulatedNow?: () => Promise<Date | null>
  tables: PublicTables
}): PublicSource => ({
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
  policy: async ({ hasText, slug, wanted }) => {
    const simulated = await simulatedNow()
    const now = wanted.kind === 'in_force' && wanted.opens === null && simulated
    const record = await readPolicyRecord({
      hasText,
      query,
      slug,
      tables,
      wanted: now ? { ...wanted, closes: simulated, opens: simulated } : wanted,
    })

    return knownAt({ at: simulated ?? new Date(record.now), record })
  },
})

const knownAt = <T>({ at, record }: { at: Date; record: T }): Known<T> => ({
  at,
  latest: at,
  record,
})
