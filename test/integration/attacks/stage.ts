import type { Config } from 'payload'
import type pg from 'pg'

import { postgresAdapter } from '@payloadcms/db-postgres'

import type { PolicyVersioningPluginOptions } from '../../../src/index.js'
import type { SqlWorld } from './sqlAttack.js'

import { type App, startApp } from '../../helpers/app.js'
import { execute } from './execute.js'
import { accepted, type Outcome, outcomeOfError } from './outcome.js'
import { contentsOf, lawfulPublication, locking, type Statement } from './publications.js'
import { type ReadRecord, recordReader } from './record.js'
import { connect, createRoles } from './roles.js'
import { createWorld } from './world.js'

/** Where the attacks take place. */
export type AttackStage = {
  /** A connection of a role, which somebody has to end. */
  connect: (role: 'application' | 'owner') => Promise<pg.Client>
  record: ReadRecord
  stop: () => Promise<void>
  world: SqlWorld
}

/** Starts an app as an ordinary owner of its database, with a version in each state. */
export const createAttackStage = async ({
  config = {},
  content,
  options = {},
  schema = 'public',
}: {
  config?: Partial<Config>
  /** Sent with each version. */
  content?: (app: App) => Promise<Record<string, unknown>>
  options?: PolicyVersioningPluginOptions
  schema?: string
} = {}): Promise<AttackStage> => {
  const { grant, urls } = await createRoles(schema)
  const app = await startApp({
    config: {
      db: postgresAdapter({
        pool: { connectionString: urls.owner },
        push: true,
        ...(schema !== 'public' && { schemaName: schema }),
      }),
      ...config,
    },
    databaseUrl: urls.owner,
    options,
  })
  const world = await createWorld(app, await content?.(app))
  await grant()
  const observer = await connect(urls.superuser, schema)

  return {
    connect: (role) => connect(urls[role], schema),
    record: await recordReader(observer, schema),
    stop: async () => {
      await observer.end()
      await app.stop()
    },
    world: {
      ...world,
      contents: await contentsOf(world),
      lawful: {
        approved: await lawfulPublication(world, 'approved'),
        undated: await lawfulPublication(world, 'undated'),
      },
    },
  }
}

/** Runs statements until one is refused. */
export const run = async (client: pg.Client, statements: Statement[]): Promise<Outcome> => {
  try {
    for (const statement of statements) {
      await execute({ client, statement })
    }
    return accepted
  } catch (error) {
    return outcomeOfError(error)
  }
}

/** How the last of some statements ends, in a transaction that is rolled back, and how those before it do. */
export const attempt = async ({
  client,
  lock,
  statements,
}: {
  client: pg.Client
  /** The policy whose lock is taken first. */
  lock?: number | undefined
  statements: Statement[]
}): Promise<{ attack: Outcome; preparation: Outcome }> => {
  await client.query('begin')
  try {
    const preparation = await run(client, [
      ...(lock === undefined ? [] : [locking(lock)]),
      ...statements.slice(0, -1),
    ])
    return { attack: await run(client, statements.slice(-1)), preparation }
  } finally {
    await client.query('rollback')
  }
}
