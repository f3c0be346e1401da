import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PolicyRows } from '../../helpers/record/readRecord.js'

import { type App, startApp } from '../../helpers/app.js'
import { raceSeed } from '../../helpers/races/random.js'
import { runOperations, timesOf } from '../../helpers/races/run.js'
import { channels, createWorld } from '../../helpers/races/world.js'
import { everyInvariant } from '../../helpers/record/everyInvariant.js'
import { faultsIn } from '../../helpers/record/invariant.js'
import { publishedOf, readRecord } from '../../helpers/record/readRecord.js'

const seed = raceSeed()
const requiredApprovals = 2

const undelivered = ({ deliveries }: PolicyRows) =>
  deliveries.filter(({ delivered_at }) => delivered_at === null)

describe('a thousand random operations at once, on two servers', () => {
  let apps: App[]

  beforeAll(async () => {
    const options = { channels, requiredApprovals }
    const first = await startApp({ options })
    apps = [first, await startApp({ databaseUrl: first.databaseUrl, options })]
  })

  afterAll(() => Promise.all(apps.map((app) => app.stop())))

  it(`leave a record in which every invariant holds (RACE_SEED=${seed})`, async () => {
    const world = await createWorld(apps[0]!)
    const attempted = await runOperations({ apps, count: 1_000, limit: 24, seed, world })

    const read = () => readRecord(apps[0]!.databaseUrl)
    // What goes through a driver is on its way after its publication was answered.
    await expect
      .poll(async () => (await read()).flatMap(undelivered), { timeout: 30_000 })
      .toEqual([])
    const record = await read()
    expect(faultsIn({ invariants: everyInvariant(requiredApprovals), record })).toEqual([])
    // What was answered is what happened, no more and no less.
    expect(
      record
        .flatMap(publishedOf)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      attempted
        .filter(({ code, name }) => code === 'done' && name === 'publish')
        .map(({ doc }) => doc?.id)
        .sort(),
    )
    // Enough went through, and enough was stopped, for that to say something.
    expect(timesOf(attempted, { code: 'done', name: 'publish' })).toBeGreaterThan(9)
    expect(timesOf(attempted, { code: 'ILLEGAL_TRANSITION' })).toBeGreaterThan(19)
    expect(timesOf(attempted, { code: 'LABEL_TAKEN' })).toBeGreaterThan(0)
  }, 900_000)
})
