import type { Config } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'

import { policyVersioningPlugin } from '../../src/index.js'

/** A host with nothing but what is measured; its users may do everything. */
export const benchConfig = ({
  connectionString,
  isCached = true,
  push = false,
}: {
  connectionString: string
  /** A simulated clock can be set back at any time, so that nothing is kept of what it told. */
  isCached?: boolean
  push?: boolean
}): Config => ({
  collections: [{ slug: 'users', auth: { useSessions: false }, fields: [] }],
  db: postgresAdapter({ pool: { connectionString }, push }),
  editor: lexicalEditor(),
  endpoints: [{ handler: () => Response.json({}), method: 'get', path: '/empty' }],
  logger: { destination: process.stderr, options: { level: 'silent' } },
  plugins: [policyVersioningPlugin(isCached ? {} : { clock: () => new Date() })],
  secret: 'bench',
  telemetry: false,
  typescript: { autoGenerate: false },
})
