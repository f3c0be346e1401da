import { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import { expect, it, vi } from 'vitest'

import { startApp } from '../../helpers/app.js'
import { createCast, createPolicy, publishVersion } from '../../helpers/cast.js'
import { withDatabase } from '../../helpers/catalog.js'
import { tenDays } from '../../helpers/stage.js'

it('public answers are read from the replicas that the adapter was given', async () => {
  const app = await startApp()
  const { databaseUrl } = app
  const { id: policy } = await createPolicy(app)
  await publishVersion(app, await createCast(app), { noticeTerms: tenDays, policy })
  // The same server under other names: who asked is seen by them.
  const replicas = ['replica_1', 'replica_2']
  const reading = await startApp({
    config: {
      db: postgresAdapter({
        pool: { connectionString: databaseUrl },
        push: false,
        readReplicas: replicas.map((name) => `${databaseUrl}?application_name=${name}`),
      }),
    },
    databaseUrl,
  })

  for (const label of ['versions', 'timemap']) {
    expect(await reading.rest('GET', `/policies/privacy/${label}`)).toMatchObject({ status: 200 })
  }
  const askedBy = await withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity
      where datname = current_database() and query like '%moment.now%"policy_versions"%'
        and pid <> pg_backend_pid() order by 1`,
    )
    return rows.map(({ name }) => name)
  })
  await reading.stop()
  await app.stop()

  expect(askedBy).toEqual(replicas)
})

it('public answers come from the primary where a replica is down, and the log says so', async () => {
  const app = await startApp()
  const { databaseUrl } = app
  const { id: policy } = await createPolicy(app)
  await publishVersion(app, await createCast(app), { noticeTerms: tenDays, policy })
  // A replica that is lost while it is used: Payload does not start without one.
  const replica = `${databaseUrl}?application_name=lost`
  const reading = await startApp({
    config: {
      db: postgresAdapter({
        pool: { connectionString: databaseUrl },
        push: false,
        readReplicas: [replica],
      }),
    },
    databaseUrl,
  })
  type Kept = { $replicas: { $client: unknown }[] }
  const { $replicas } = reading.payload.db.drizzle as unknown as Kept // drizzle does not type what it keeps of replicas.
  const alive = $replicas.splice(0, 1, {
    $client: new pg.Pool({ connectionString: 'postgres://127.0.0.1:1/none' }),
  })
  const logged = vi.spyOn(reading.payload.logger, 'error')
  const { body, status } = await reading.rest('GET', '/policies/privacy/current')
  const messages = logged.mock.calls.map(([entry]) => entry)
  $replicas.splice(0, 1, ...alive)
  await reading.stop()
  await app.stop()

  expect([status, body.state]).toEqual([200, 'in_force'])
  expect(messages).toContainEqual(
    expect.objectContaining({ msg: expect.stringMatching(/^A read replica failed/) }),
  )
})
