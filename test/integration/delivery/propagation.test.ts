import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { changesChannel, listenForChanges } from '../../../src/database/changes.js'
import { type App, startApp } from '../../helpers/app.js'
import { type Cast, createCast, createPolicy, publishVersion } from '../../helpers/cast.js'
import { tenDays } from '../../helpers/stage.js'

describe('a publication on one of two servers', () => {
  let publishing: App
  let reading: App
  let cast: Cast
  let policy: number
  let database: pg.Client
  const labelOn = async (app: App) =>
    String((await app.rest('GET', '/policies/privacy/current')).body.label)
  const publish = (label: string) =>
    publishVersion(publishing, cast, { label, noticeTerms: tenDays, policy })
  const listeners = async () => {
    const { rows } = await database.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and query = $1`,
      [`listen ${changesChannel}`],
    )
    return rows.map(({ pid }) => pid)
  }

  beforeAll(async () => {
    publishing = await startApp()
    reading = await startApp({ databaseUrl: publishing.databaseUrl })
    cast = await createCast(publishing)
    policy = (await createPolicy(publishing)).id
    await publish('first')
    database = new pg.Client({ connectionString: publishing.databaseUrl })
    await database.connect()
  })

  afterAll(async () => {
    await publishing.stop()
    await reading.stop()
    expect(await listeners()).toEqual([])
    await database.end()
  })

  it('is told of once it is committed, to whoever listens', async () => {
    let heard = 0
    const { stop } = listenForChanges({
      changed: () => {
        heard += 1
      },
      connect: () => new pg.Client({ connectionString: publishing.databaseUrl }),
    })
    await expect.poll(() => heard).toBe(1)
    await publish('told')
    await expect.poll(() => heard, { timeout: 5_000 }).toBeGreaterThan(1)
    await stop()
  })

  it('is seen on both', async () => {
    expect([await labelOn(publishing), await labelOn(reading)]).toEqual(['told', 'told'])
    await expect.poll(async () => (await listeners()).length, { timeout: 5_000 }).toBe(2)
    await publish('second')
    await expect.poll(() => labelOn(publishing), { interval: 5, timeout: 5_000 }).toBe('second')
    await expect.poll(() => labelOn(reading), { interval: 5, timeout: 5_000 }).toBe('second')
  })

  it('is seen a second later where it could not be told, and those who listen come back', async () => {
    await labelOn(reading)
    await database.query(`select pg_terminate_backend(pid) from unnest($1::int[]) pid`, [
      await listeners(),
    ])
    await expect.poll(listeners, { timeout: 5_000 }).toEqual([])
    await publish('third')
    await expect.poll(() => labelOn(reading), { interval: 20, timeout: 5_000 }).toBe('third')
    await expect.poll(async () => (await listeners()).length, { timeout: 15_000 }).toBe(2)
  })

  it('gives every reader the same bytes, reads no text again for who has it, and asks the database at most once a second', async () => {
    const first = await reading.rest('GET', '/policies/privacy/current')
    const etag = first.headers.get('etag')!
    const { pool } = reading.payload.db as unknown as {
      pool: { query: (...args: unknown[]) => unknown }
    }
    const query = pool.query.bind(pool)
    let statements = 0
    pool.query = (...args) => {
      statements += 1
      return query(...args)
    }
    const startedAt = performance.now()
    for (let request = 0; request < 200; request += 1) {
      const { status, text } = await reading.rest('GET', '/policies/privacy/current', {
        headers: request % 2 ? { 'If-None-Match': etag } : {},
      })
      expect([status, text]).toEqual(request % 2 ? [304, ''] : [200, first.text])
    }
    const seconds = (performance.now() - startedAt) / 1_000
    pool.query = query

    expect(statements).toBeLessThanOrEqual(Math.ceil(seconds) + 1)
  })
})
