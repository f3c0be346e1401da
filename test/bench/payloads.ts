import pg from 'pg'
import { buildConfig, getPayload, type Payload, type SanitizedConfig } from 'payload'

import { benchConfig } from './config.js'
import { fill, type Size } from './world.js'

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

/** Makes a database of its own on a server, and fills it. */
export const createWorld = async ({
  name,
  server,
  size,
}: {
  name: string
  server: string
  size: Size
}): Promise<World> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name}`)
  await client.end()

  const connectionString = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const cached = await instance({ connectionString, name: `${name} cached`, push: true })
  await fill({ connectionString, payload: cached.payload, size })
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
