import type { CollectionConfig } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'

import { policyVersioningPlugin } from '../../../src/index.js'

/** A host whose users may all do everything; without any of the tests' own tools, to run by itself. */
export const crashingHost = {
  options: {
    access: undefined,
    channels: { mail: { deliver: () => Promise.resolve() } },
  },
  users: { slug: 'users', auth: { useSessions: false }, fields: [] } satisfies CollectionConfig,
}

/** Its config, on a database that is set up already. */
export const crashingConfig = (databaseUrl: string) =>
  buildConfig({
    collections: [crashingHost.users],
    db: postgresAdapter({ pool: { connectionString: databaseUrl }, push: false }),
    editor: lexicalEditor(),
    logger: { destination: process.stderr, options: { level: 'silent' } },
    plugins: [policyVersioningPlugin(crashingHost.options)],
    secret: 'test',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
