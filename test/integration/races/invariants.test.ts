import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PolicyRows, VersionRow } from '../../helpers/record/readRecord.js'

import { type App, startApp } from '../../helpers/app.js'
import { type Cast, createCast, createDraft, createPolicy, setStatus } from '../../helpers/cast.js'
import { channels, promises } from '../../helpers/races/world.js'
import { everyInvariant } from '../../helpers/record/everyInvariant.js'
import { faultsIn } from '../../helpers/record/invariant.js'
import { readRecord } from '../../helpers/record/readRecord.js'

const invariants = everyInvariant(2)

/** One way to break each invariant in the rows of the history below. */
const breaks: Record<keyof typeof invariants, (rows: PolicyRows) => void> = {
  'a change is announced through the channels that were promised': (rows) => {
    rows.notices = rows.notices.filter(({ channel }) => channel !== 'homepage')
  },
  'a change of what is promised is marked as material': (rows) => {
    const version = labelled(rows, '3')
    version.material_change = false
    version.notice_terms = promises[2]!
  },
  'a label names one version': (rows) => {
    labelled(rows, '4').label = '3'
  },
  'a notice is posted at a publication or a withdrawal, once': (rows) => {
    rows.notices.push({ ...rows.notices[0]!, id: 0 })
  },
  'a notice with a driver is on its way, once': (rows) => {
    rows.deliveries.pop()
  },
  'as many people approved as must': (rows) => {
    rows.reviews = rows.reviews.filter(({ reviewer }) => reviewer.name !== 'rob')
  },
  'every event hashes to its hash': (rows) => {
    rows.events[3]!.data.comment = 'Something else'
  },
  'every event is chained to the one before it': (rows) => {
    rows.events.splice(4, 1)
  },
  'every publication and every withdrawal has its one event': (rows) => {
    rows.events = rows.events.filter(({ type }) => type !== 'withdrawn')
  },
  'every review has its one event': (rows) => {
    rows.reviews.pop()
  },
  'no two versions take effect at the same instant': (rows) => {
    labelled(rows, '3').effective_at = labelled(rows, '1').effective_at
  },
  'no version is withdrawn before one that builds on it': (rows) => {
    labelled(rows, '4').effective_at = labelled(rows, '1').effective_at
  },
  'no version takes effect before it is published': (rows) => {
    labelled(rows, '3').effective_at = '2020-01-01T00:00:00Z'
  },
  'no version takes effect sooner than the one now before it promises': (rows) => {
    labelled(rows, '1').notice_terms = months(2_000)
  },
  'no version takes effect sooner than was promised': (rows) => {
    labelled(rows, '1').notice_terms = months(2_000)
  },
  'no version was withdrawn but between its publication and its effect': (rows) => {
    const version = labelled(rows, '4')
    version.withdrawn_at = version.effective_at
  },
  'one publication comes after the other': (rows) => {
    labelled(rows, '3').published_at = labelled(rows, '1').published_at
  },
  'publications come in the order of their events': (rows) => {
    rows.events.reverse()
  },
  'the events lead to the status that a version has': (rows) => {
    labelled(rows, '5').status = 'approved'
  },
  'what is published has all of it, and what is not has nothing of it': (rows) => {
    labelled(rows, '3').status = 'approved'
  },
  'what is published was approved as it stands, by somebody else': (rows) => {
    labelled(rows, '3').authors = rows.reviews.map(({ reviewer }) => reviewer)
  },
  'what is published with an exception had that approved': (rows) => {
    labelled(rows, '3').exception_reason = 'legal_obligation'
  },
  'what was announced and will not come is announced to be withdrawn': (rows) => {
    rows.notices.pop()
  },
  'what was sealed is what the fingerprint names': (rows) => {
    labelled(rows, '3').snapshot!.content = {}
  },
}

const labelled = ({ versions }: PolicyRows, label: string): VersionRow =>
  versions.find((version) => version.label === label)!

const months = (amount: number) => ({
  ...promises[1]!,
  material: { ...promises[1]!.material, period: { amount, unit: 'months' as const } },
})

describe('the check of a record', () => {
  let app: App
  let cast: Cast
  let policy: number
  let record: PolicyRows[]

  /** The first version, one that was replaced by another, one that was withdrawn, and one in review. */
  beforeAll(async () => {
    app = await startApp({ options: { channels, requiredApprovals: 2 } })
    cast = await createCast(app)
    policy = (await createPolicy(app)).id

    await published({ noticeTerms: promises[1] })
    const announced = { materialChange: true, noticeChannels: ['homepage', 'mail'] }
    const replaced = await published({ ...announced, effectiveOn: '2090-01-01' })
    await published({
      effectiveOn: '2090-01-02',
      materialChange: true,
      replaces: { materialDifference: true, version: replaced },
    })
    const withdrawn = await published({ ...announced, effectiveOn: '2090-02-01' })
    await setStatus(app, { id: withdrawn, by: cast.publisher, status: 'withdrawn' })
    const { id } = await createDraft(app, { by: cast.editor, policy })
    await setStatus(app, { id, by: cast.editor, status: 'in_review' })

    record = await readRecord(app.databaseUrl)
  })

  afterAll(() => app.stop())

  const published = async (data: object): Promise<number> => {
    const { id } = await createDraft(app, { by: cast.editor, policy, ...data })
    for (const [by, status] of [
      [cast.editor, 'in_review'],
      [cast.reviewer, 'approved'],
      [cast.otherReviewer, 'approved'],
      [cast.publisher, 'published'],
    ] as const) {
      await setStatus(app, { id, by, status })
    }
    return id
  }

  it('finds nothing in a record as it should be', () => {
    expect(faultsIn({ invariants, record })).toEqual([])
  })

  it.each(Object.entries(breaks))('finds where it is broken that %s', (name, harm) => {
    const harmed = structuredClone(record)
    harmed.forEach(harm)
    expect(faultsIn({ invariants, record: harmed }).join('\n')).toContain(name)
  })
})
