import pg from 'pg'

import type { Wanted } from '../../src/domain/delivery/source.js'
import type { World } from './payloads.js'

import { readPolicyRecord } from '../../src/database/publicReads.js'
import { formsOf } from '../../src/domain/delivery/writeVersion.js'

const at = new Date()

/** Every way to look for versions. */
const lookups: Wanted[] = [
  { closes: null, kind: 'in_force', opens: null },
  { closes: at, kind: 'in_force', opens: at },
  { kind: 'labels', labels: ['2', '5'] },
  { fingerprint: 'sha256:0', kind: 'fingerprint' },
  { kind: 'first' },
  { kind: 'timeline' },
]

/** How often the statements that read versions scan all of them. */
export const plansOf = async ({ connectionString }: World): Promise<number> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const plans: string[] = []
    for (const wanted of lookups) {
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
        wanted,
      })
    }
    return plans.filter((line) => line.includes('Seq Scan on policy_versions')).length
  } finally {
    await client.end()
  }
}
