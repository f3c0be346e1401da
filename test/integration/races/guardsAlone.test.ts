import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Transition } from '../../../src/domain/lifecycle.js'

import { policyVersioningPlugin } from '../../../src/index.js'
import { accessByRole, type App, startApp } from '../../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
} from '../../helpers/cast.js'
import { raceSeed, randomOf } from '../../helpers/races/random.js'
import { runOperations, timesOf } from '../../helpers/races/run.js'
import { type Mischief, randomMischief, tricks } from '../../helpers/races/tricks.js'
import { withoutChecks } from '../../helpers/races/withoutChecks.js'
import { channels, createWorld } from '../../helpers/races/world.js'
import { heldByDatabase } from '../../helpers/record/heldByDatabase.js'
import { faultsIn } from '../../helpers/record/invariant.js'
import { readRecord } from '../../helpers/record/readRecord.js'
import { tenDays } from '../../helpers/stage.js'

const seed = raceSeed()
const startNaive = (mischief: Mischief, databaseUrl?: string) =>
  startApp({
    config: {
      plugins: [
        policyVersioningPlugin({ access: accessByRole, channels }),
        withoutChecks(mischief),
      ],
    },
    databaseUrl,
  })

/**
 * The database holds what `heldByDatabase` lists. The hooks alone hold the rest: more than one
 * approval, roles, materiality, channels and their notices, the order of withdrawals, what a version
 * in between promises about one that is announced already, business days and zones (the database
 * counts calendar days, and less a few hours), and that each step has its one event.
 */
describe('a thousand random operations at once, on two servers whose hooks check nothing', () => {
  let apps: App[]

  beforeAll(async () => {
    const mischief = randomMischief(randomOf(seed, -1))
    const first = await startNaive(mischief)
    apps = [first, await startNaive(mischief, first.databaseUrl)]
  })

  afterAll(() => Promise.all(apps.map((app) => app.stop())))

  it(`leave a record in which what the database can hold holds (RACE_SEED=${seed})`, async () => {
    const world = await createWorld(apps[0]!)
    const attempted = await runOperations({ apps, count: 1_000, limit: 24, seed, world })

    const record = await readRecord(apps[0]!.databaseUrl)
    expect(faultsIn({ invariants: heldByDatabase, record })).toEqual([])
    // Enough went through, and enough was stopped, for that to say something.
    expect(timesOf(attempted, { code: 'done', name: 'publish' })).toBeGreaterThan(9)
    expect(timesOf(attempted, { code: 'ILLEGAL_TRANSITION' })).toBeGreaterThan(19)
    expect(timesOf(attempted, { code: 'SEALED' })).toBeGreaterThan(2)
  }, 900_000)
})

describe('where the hooks check nothing, the database refuses', () => {
  let app: App
  let cast: Cast
  let policy: number
  let trick: ReturnType<Mischief['trick']>

  beforeAll(async () => {
    app = await startNaive({
      forgetsEdit: () => false,
      statement: () => undefined,
      trick: () => trick,
    })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id
    await publishVersion(app, cast, { noticeTerms: tenDays, policy })
  })

  afterAll(() => app.stop())

  /** What leads up to each step. */
  const upTo: Record<Transition, (id: number) => Promise<unknown>> = {
    approve: (id) => setStatus(app, { id, by: cast.editor, status: 'in_review' }),
    publish: (id) => approve(app, cast, id),
    'request-changes': (id) => setStatus(app, { id, by: cast.editor, status: 'in_review' }),
    submit: () => Promise.resolve(),
    withdraw: async (id) => {
      await approve(app, cast, id)
      await setStatus(app, { id, by: cast.publisher, status: 'published' })
    },
  }
  const codes: Record<Transition, Record<string, string>> = {
    approve: {
      'another text': 'APPROVAL_VOID',
      'their own work': 'SELF_APPROVAL',
      'without a review': 'NOT_APPROVED',
    },
    publish: {
      'as if every promise were kept by then': 'NOTICE_PERIOD_TOO_SHORT',
      'as if it had been announced a year ago': 'NOTICE_PERIOD_TOO_SHORT',
      'as if nobody had promised anything': 'NOTICE_PERIOD_TOO_SHORT',
      'at once, whatever was promised': 'NOTICE_PERIOD_TOO_SHORT',
      'for the day before': 'EFFECTIVE_DATE_PAST',
      tomorrow: 'ILLEGAL_TRANSITION',
      'with another text than was approved': 'SEALED',
      yesterday: 'ILLEGAL_TRANSITION',
    },
    'request-changes': { 'of their own work': 'SELF_APPROVAL' },
    submit: { 'as approved': 'ILLEGAL_TRANSITION', 'as published': 'ILLEGAL_TRANSITION' },
    withdraw: { tomorrow: 'ILLEGAL_TRANSITION', yesterday: 'ILLEGAL_TRANSITION' },
  }
  const statuses: Record<Transition, string> = {
    approve: 'approved',
    publish: 'published',
    'request-changes': 'changes_requested',
    submit: 'in_review',
    withdraw: 'withdrawn',
  }

  it.each(
    Object.entries(tricks).flatMap(([transition, played]) =>
      Object.keys(played).map((name) => [transition as Transition, name] as const),
    ),
  )('to %s: %s', async (transition, name) => {
    trick = undefined
    const { id } = await createDraft(app, { by: cast.editor, materialChange: true, policy })
    await upTo[transition](id)

    trick = tricks[transition][name]
    expect(
      await refusalOf(setStatus(app, { id, by: cast.publisher, status: statuses[transition] })),
    ).toMatchObject({ code: codes[transition][name] })
  })
})
