import { postgresAdapter } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, newDatabase, startApp } from '../../helpers/app.js'
import { raceSeed } from '../../helpers/races/random.js'
import { runOperations, timesOf } from '../../helpers/races/run.js'
import { channels, createWorld, type World } from '../../helpers/races/world.js'
import { everyInvariant } from '../../helpers/record/everyInvariant.js'
import { faultsIn } from '../../helpers/record/invariant.js'
import { readRecord } from '../../helpers/record/readRecord.js'

const seed = raceSeed()

/** Of which Payload keeps one for itself: with a pool of two, whatever asks for a second one hangs. */
describe.each([5, 2])('two hundred operations at once with a pool of %i connections', (max) => {
  let app: App
  let world: World

  beforeAll(async () => {
    const databaseUrl = await newDatabase()
    app = await startApp({
      config: {
        db: postgresAdapter({ pool: { connectionString: databaseUrl, max }, push: true }),
      },
      databaseUrl,
      options: { channels },
    })
    world = await createWorld(app)
    // So that there is something to review, to publish and to withdraw.
    await runOperations({ apps: [app], count: 100, limit: 8, seed, world })
  }, 900_000)

  afterAll(() => app.stop())

  it(`all end, done or refused (RACE_SEED=${seed})`, async () => {
    const attempted = await runOperations({
      apps: [app],
      count: 200,
      limit: 200,
      seed: seed + 1,
      world,
    })

    expect(attempted).toHaveLength(200)
    // By the seeds it is 45 to 95: of a draft that one person deletes, the others find nothing.
    expect(timesOf(attempted, { code: 'done' })).toBeGreaterThan(19)
    const record = await readRecord(app.databaseUrl)
    expect(faultsIn({ invariants: everyInvariant(1), record })).toEqual([])
  }, 900_000)
})
