import pg from 'pg'
import { buildConfig, getPayload, type Payload, type SanitizedConfig } from 'payload'

import { benchConfig } from './config.js'
import { fill, publishTemplates, type Size } from './world.js'

/** A filled database, and Payload on it, with what is kept of public answers and without. */
export type World = {
  cached: Instance
  connectionString: string
  size: Size
  /** Of somebody who may read over REST. */
  token: string
  uncached: Instance
}

export type Instance = { config: SanitizedConfig; key: string; payload: Payload }

/** Where a world's database is to be found on a server. */
export const addressOf = ({ name, server }: { name: string; server: string }): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).href

/** Makes databases on a server, each a copy of the first with its tables and two published versions, and fills them. */
export const createWorlds = async <Name extends string>({
  server,
  sizes,
}: {
  server: string
  sizes: Record<Name, Size>
}): Promise<Record<Name, World>> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('create database bench')
    const base = await instance({
      connectionString: addressOf({ name: 'bench', server }),
      name: 'bench',
      push: true,
    })
    await publishTemplates(base.payload)
    await base.payload.destroy()
    // Payload keeps a connection of its own, and none may be left to what is copied.
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'bench'`,
    )

    const worlds: [string, World][] = []
    for (const [name, size] of Object.entries<Size>(sizes)) {
      await client.query(`create database ${name} template bench`)
      worlds.push([name, await createWorld({ name, server, size })])
    }
    return Object.fromEntries(worlds) as Record<Name, World>
  } finally {
    await client.end()
  }
}

const createWorld = async ({
  name,
  server,
  size,
}: {
  name: string
  server: string
  size: Size
}): Promise<World> => {
  const connectionString = addressOf({ name, server })
  await fill({ connectionString, size })
  const cached = await instance({ connectionString, name: `${name} cached` })
  const { token } = await cached.payload.login({
    collection: 'users',
    data: { email: 'author@example.com', password: 'bench' },
  })

  return {
    cached,
    connectionString,
    size,
    token: String(token),
    uncached: await instance({ connectionString, isCached: false, name: `${name} uncached` }),
  }
}

const instance = async ({
  name,
  ...options
}: Parameters<typeof benchConfig>[0] & { name: string }): Promise<Instance> => {
  const config = await buildConfig(benchConfig(options))

  return { config, key: name, payload: await getPayload({ config, key: name }) }
}
