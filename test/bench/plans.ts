import pg from 'pg'

import type { World } from './payloads.js'

import { readPolicyRecord } from '../../src/database/publicReads.js'
import { formsOf } from '../../src/domain/delivery/writeVersion.js'

/** How often the statement that reads the version in force scans all versions. */
export const plansOf = async ({ connectionString }: World): Promise<number> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    let plan = ''
    await readPolicyRecord({
      readRow: async ({ text, values }) => {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
        plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        return { answer: null } as never
      },
      slug: 'policy-1',
      tables: {
        events: 'policy_events',
        notices: 'policy_notices',
        policies: 'policies',
        versions: 'policy_versions',
      },
      text: { forms: formsOf.json, locale: 'en' },
      wanted: { closes: null, kind: 'in_force', opens: null },
    })
    return plan.match(/Seq Scan on policy_versions/g)?.length ?? 0
  } finally {
    await client.end()
  }
}
