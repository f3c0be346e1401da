import type { EventEmitter } from 'node:events'

import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

import type { App } from '../app.js'

import { withDatabase } from '../catalog.js'

/** A copy of a database that nobody uses. */
export const copyOf = async (databaseUrl: string): Promise<string> => {
  const name = `copy_${randomBytes(6).toString('hex')}`
  await withDatabase(inject('databaseUrl'), (client) =>
    client.query(`create database ${name} template ${nameOf(databaseUrl)}`),
  )
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`

  return url.href
}

/** Stops an app and ends its connections, one of which Payload keeps for good. */
export const leave = async ({ databaseUrl, payload, stop }: App): Promise<void> => {
  // Payload types its adapter without its kind.
  const { pool } = payload.db as unknown as { pool: EventEmitter }
  pool.on('error', () => undefined)
  await stop()
  await withDatabase(inject('databaseUrl'), (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      nameOf(databaseUrl),
    ]),
  )
  await untilLeft(databaseUrl)
}

/** Waits until nobody is connected to a database any more: the server may still be at what a dead client sent. */
export const untilLeft = (databaseUrl: string): Promise<void> =>
  withDatabase(inject('databaseUrl'), async (client) => {
    const isInUse = async () =>
      (await client.query('select from pg_stat_activity where datname = $1', [nameOf(databaseUrl)]))
        .rowCount !== 0

    while (await isInUse()) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })

/** Removes a database. */
export const drop = (databaseUrl: string) =>
  withDatabase(inject('databaseUrl'), (client) =>
    client.query(`drop database ${nameOf(databaseUrl)} with (force)`),
  )

const nameOf = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1)
