import pg from 'pg'

import type { World } from './payloads.js'

import { readPolicyRecord } from '../../src/database/publicReads.js'
import { formsOf } from '../../src/domain/delivery/writeVersion.js'

/** How often the statements that read the version in force, now and at a moment, scan all versions. */
export const plansOf = async ({ connectionString }: World): Promise<number> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const plans: string[] = []
    for (const moment of [null, new Date()]) {
      await readPolicyRecord({
        readRow: async ({ text, values }) => {
          const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
          plans.push(...rows.map((row) => row['QUERY PLAN']))
          return { answer: null } as never // of which nothing is read
        },
        slug: 'policy-1',
        tables: {
          events: 'policy_events',
          notices: 'policy_notices',
          policies: 'policies',
          versions: 'policy_versions',
        },
        text: { forms: formsOf.json, locale: 'en' },
        wanted: { closes: moment, kind: 'in_force', opens: moment },
      })
    }
    return plans.filter((line) => line.includes('Seq Scan on policy_versions')).length
  } finally {
    await client.end()
  }
}
