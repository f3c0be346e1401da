import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type AccessStage, createAccessStage } from './accessStage.js'
import { isRefusedToAll, type Row, rows } from './accessTable.js'
import { type Call, type Road, roads, send } from './calls.js'
import { type Caller, callers } from './callers.js'
import { judge } from './judge.js'
import { operationOf } from './operations/index.js'
import { recordOf } from './record.js'

describe('who may do what', () => {
  let stage: AccessStage
  let asserted = 0

  beforeAll(async () => {
    stage = await createAccessStage()
  })

  afterAll(() => stage.stop())

  it.each(rows.map((row) => [row.collection, row.operation, row] as const))(
    '%s: %s',
    async (_collection, _operation, row) => {
      const found = await outcomesOf({ row, stage })
      const foundOver = Object.keys(found)

      expect(found).toEqual(Object.fromEntries(foundOver.map((road) => [road, row.expected])))
      asserted += foundOver.length * callers.length
    },
  )

  it.each(slugs)('%s: the admin panel is told so beforehand', async (slug) => {
    for (const caller of callers) {
      const { token: as } = stage.identities[caller]
      const document = `/${slug}/access/${stage.known[slug]!}`
      const sources = {
        aDocument: (await stage.app.rest('POST', document, { as, body: {} })).body,
        aCollection: (await stage.app.rest('GET', '/access', { as })).body.collections[slug],
      }

      for (const [source, told] of Object.entries(sources)) {
        const expected = permissionsOf({ caller, slug })
        const names = Object.keys(expected)
        const offered = Object.fromEntries(names.map((name) => [name, told?.[name] ?? false]))

        expect({ ...offered, caller, source }).toEqual({ ...expected, caller, source })
        asserted += names.length
      }
    }
  })

  it('was asked of every caller over every road, in at least 250 cells', () => {
    expect(asserted).toBeGreaterThanOrEqual(250)
  })
})

const slugs = [...new Set(rows.map(({ collection }) => collection))]

type Outcomes = Partial<Record<Road, Partial<Record<Caller, string>>>>

/** What came of an operation, for every caller over every road that has it. */
const outcomesOf = async ({ row, stage }: { row: Row; stage: AccessStage }): Promise<Outcomes> => {
  const { call, effect, isHeldByHooks, subject } = operationOf(row)
  const makeSubject = () => subject?.(stage) ?? Promise.resolve(stage.known[row.collection]!)
  // Only what is to be written is worth the look at the tables.
  const record = () => (effect === 'write' ? recordOf(stage) : Promise.resolve(''))
  const found: Outcomes = {}
  let id = await makeSubject()
  let before = await record()

  for (const road of roadsOf({
    call: call({ id, stage }),
    isAbsolute: isHeldByHooks ?? isRefusedToAll(row),
  })) {
    found[road] = {}

    for (const caller of callers) {
      const answer = await send({
        app: stage.app,
        call: call({ id, stage }),
        identity: stage.identities[caller],
        road,
      })
      const after = await record()
      found[road][caller] = judge({ answer, effect, hasChanged: after !== before })

      if (after !== before) {
        id = await makeSubject()
        before = await record()
      }
    }
  }

  return found
}

/** The roads of a call; where no role helps, overriding access must not either. */
const roadsOf = ({ call, isAbsolute }: { call: Call; isAbsolute: boolean }): Road[] =>
  roads.filter((road) => (road === 'override' ? isAbsolute && 'local' in call : road in call))

/** What the table says of a collection, in Payload's words. */
const permissionsOf = ({ caller, slug }: { caller: Caller; slug: string }) => {
  const isAllowed = (operation: string): boolean =>
    rows.find((row) => row.collection === slug && row.operation === operation)?.expected[caller] ===
    'yes'

  return {
    create: isAllowed('create'),
    delete: isAllowed('delete'),
    read: isAllowed('find'),
    readVersions: isAllowed('findVersions'),
    update: isAllowed('update'),
  }
}
