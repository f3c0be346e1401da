import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Crash, CrashPoint } from '../../helpers/crashes/publishAndDie.js'

import { type App, startApp } from '../../helpers/app.js'
import { atOnce } from '../../helpers/atOnce.js'
import {
  createDraft,
  createMember,
  createPolicy,
  type Member,
  refusalOf,
  setStatus,
} from '../../helpers/cast.js'
import { compiledProject, withoutLoss } from '../../helpers/compiledProject.js'
import { copyOf, drop, leave, untilLeft } from '../../helpers/crashes/databases.js'
import { crashingHost } from '../../helpers/crashes/host.js'
import { promises } from '../../helpers/races/world.js'
import { everyInvariant } from '../../helpers/record/everyInvariant.js'
import { faultsIn } from '../../helpers/record/invariant.js'
import { type PolicyRows, readRecord } from '../../helpers/record/readRecord.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const program = 'test/helpers/crashes/publishAndDie.ts'

const start = (databaseUrl?: string): Promise<App> =>
  startApp({
    config: { collections: [crashingHost.users] },
    databaseUrl,
    options: crashingHost.options,
  })

/** What happened, without when, and without ids that a second attempt counts on. */
const shapeOf = (record: PolicyRows[]): string =>
  JSON.stringify(
    record.map(({ deliveries, events, notices, versions }) => ({
      deliveries: deliveries.map(({ channel }) => channel),
      events: events.map(({ sequence, type, version_id }) => [sequence, type, version_id]),
      notices: notices.map(({ channel, version_id }) => [channel, version_id]),
      versions: versions.map(({ id, status }) => [id, status]),
    })),
  )

const isDelivered = (record: PolicyRows[]): boolean =>
  record.every(({ deliveries }) => deliveries.every(({ delivered_at }) => delivered_at !== null))

const invariants = everyInvariant(1)
const patience = { interval: 100, timeout: 120_000 }

describe('a server that is killed while it publishes', () => {
  let prepared: string
  let before: PolicyRows[]
  let whole: PolicyRows[]
  let reviewer: Member
  let statements: string[]
  let version: number
  let project: Awaited<ReturnType<typeof compiledProject>>

  /** A version that is approved, in place of another that is announced through two channels. */
  beforeAll(async () => {
    project = await compiledProject()
    const app = await start()
    const author = await createMember(app, { email: 'edith@example.com' })
    reviewer = await createMember(app, { email: 'rita@example.com' })
    const policy = (await createPolicy(app)).id
    const approved = async (data: object): Promise<number> => {
      const { id } = await createDraft(app, { by: author, materialChange: true, policy, ...data })
      await setStatus(app, { id, by: author, status: 'in_review' })
      await setStatus(app, { id, by: reviewer, status: 'approved' })
      return id
    }
    const publish = (id: number) => setStatus(app, { id, by: reviewer, status: 'published' })
    const noticeChannels = ['homepage', 'mail']

    await publish(await approved({ noticeTerms: promises[1] }))
    const announced = await approved({ effectiveOn: '2090-01-01', noticeChannels })
    await publish(announced)
    version = await approved({
      effectiveOn: '2090-01-02',
      noticeChannels,
      replaces: { materialDifference: true, version: announced },
    })
    await vi.waitUntil(async () => isDelivered(await readRecord(app.databaseUrl)), patience)
    await leave(app)

    prepared = app.databaseUrl
    before = await readRecord(prepared)
    statements = await live()
  }, 300_000)

  afterAll(() => project.remove())

  const begin = (crash: Omit<Crash, 'user' | 'version'>) =>
    spawn(
      process.execPath,
      [
        withoutLoss,
        project.scriptOf(program),
        JSON.stringify({ ...crash, user: reviewer.id, version }),
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: 240_000 },
    )

  /** Publishes in a process that is left alone, and answers its statements, those of the delivery too. */
  const live = async (): Promise<string[]> => {
    const databaseUrl = await copyOf(prepared)
    const child = begin({ databaseUrl })
    const output = text(child.stdout)

    await vi.waitUntil(async () => {
      const record = await readRecord(databaseUrl)
      return child.exitCode !== null || (isDelivered(record) && shapeOf(record) !== shapeOf(before))
    }, patience)
    child.kill('SIGKILL')
    whole = await readRecord(databaseUrl)

    return (await output)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string)
  }

  /** Kills a process at a point. */
  const killAt = async (crash: { databaseUrl: string; point: CrashPoint }): Promise<void> => {
    const child = begin(crash)
    const [errors, [, signal]] = await Promise.all([
      text(child.stderr),
      once(child, 'exit'),
      // Read, so that it never has to wait for its reader.
      text(child.stdout),
    ])

    expect({ ...crash.point, errors, signal }).toEqual({
      ...crash.point,
      errors: '',
      signal: 'SIGKILL',
    })
  }

  /** What is there after a crash, once the database has noticed. */
  const crashAt = async (point: CrashPoint) => {
    const databaseUrl = await copyOf(prepared)
    await killAt({ databaseUrl, point })
    await untilLeft(databaseUrl)

    return { databaseUrl, record: await readRecord(databaseUrl) }
  }

  /** Starts a server again, publishes again, and answers what is there then. */
  const again = async (databaseUrl: string) => {
    const app = await start(databaseUrl)
    const { code } = await refusalOf(
      setStatus(app, { id: version, by: reviewer, status: 'published' }),
    )
    await leave(app)

    return { code, record: await readRecord(databaseUrl) }
  }

  const whatIn = (record: PolicyRows[]): string =>
    isDeepStrictEqual(record, before)
      ? 'nothing'
      : shapeOf(record) === shapeOf(whole)
        ? 'everything'
        : 'a part'

  it('has published all of it or nothing, wherever it dies, and goes on from there', async () => {
    const commit = statements.indexOf('commit') + 1
    // Between two statements that change something nothing does, so that one point tells them all.
    const points = statements.flatMap((statement, index): CrashPoint[] =>
      /^\s*(begin|commit|delete|insert|set|update)|advisory_xact_lock/.test(statement)
        ? [{ moment: 'before', statement: index + 1 }]
        : [],
    )
    // Each third is sent as well, and so is the commit; the last point is right after its answer.
    points.push(
      ...points
        .filter(({ statement }, index) => index % 3 === 0 || statement === commit)
        .map(({ statement }) => ({ moment: 'sent' as const, statement })),
      { moment: 'before', statement: commit + 1 },
    )
    expect(points.length).toBeGreaterThanOrEqual(20)

    const outcomes = await atOnce({
      items: points,
      limit: 2,
      work: async (point) => {
        const { databaseUrl, record } = await crashAt(point)
        const retried = await again(databaseUrl)
        await drop(databaseUrl)

        return {
          at: `${point.moment} ${point.statement}: ${statements[point.statement - 1]}`,
          faults: faultsIn({ invariants, record: [...record, ...retried.record] }),
          retried: retried.code,
          there: [whatIn(record), whatIn(retried.record)],
        }
      },
    })

    expect(outcomes).toEqual(
      points.map(({ moment, statement }, index) => {
        const { at, there } = outcomes[index]!
        const isUnknown = moment === 'sent' && statement === commit
        const first = isUnknown ? there[0] : statement > commit ? 'everything' : 'nothing'

        return {
          at,
          faults: [],
          retried: first === 'nothing' ? 'no refusal' : 'SEALED',
          there: [expect.stringMatching(/^(everything|nothing)$/), 'everything'],
          ...(!isUnknown && { there: [first, 'everything'] }),
        }
      }),
    )
  }, 900_000)
})
