import type pg from 'pg'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Rows } from './record.js'

import { adapterRoads } from './adapterRoads.js'
import { attacks } from './attacks.js'
import { describeConnections } from './connections.js'
import { describeDetours } from './detours.js'
import { describeLeavers } from './leavers.js'
import { payloadRoads } from './payloadRoads.js'
import { describePrivileges } from './privileges.js'
import { createRichStage } from './richHost.js'
import { cellsOf } from './road.js'
import { sqlParts } from './sqlParts.js'
import { publishApproved, sqlPublications } from './sqlPublications.js'
import { type AttackStage, attempt } from './stage.js'
import { describeStrangeValues } from './strangeValues.js'

describe('the record of a host with languages and fields of its own', () => {
  let stage: AttackStage
  let before: Rows
  let client: pg.Client

  /** Asserts that nothing changed, and lets no test answer for another. */
  const expectUnchanged = async () => {
    const expected = before
    before = await stage.record()
    expect(before).toEqual(expected)
  }

  beforeAll(async () => {
    stage = await createRichStage()
    client = await stage.connect('application')
    before = await stage.record()
  })

  afterAll(async () => {
    await client.end()
    await stage.stop()
  })

  const roads = [...payloadRoads, ...adapterRoads].filter(({ name }) =>
    /^(REST|the Local API (as a person|in every language|with flags in its context)|an import of documents|payload\.db\.\w+ in a transaction that holds the lock)$/.test(
      name,
    ),
  )
  for (const road of roads) {
    describe(`over ${road.name} withstands who`, () => {
      for (const attack of cellsOf({ attacks, road: { ...road, isVariant: true } })) {
        it(attack.name, async () => {
          const { world } = stage
          const write = attack.write(world)
          const untouched = attack.isForgery && (await stage.record({ isContentAlone: true }))
          const { code, message } = await road.send({ world, write })

          if (untouched && code === 'accepted') {
            before = await stage.record()
            expect(await stage.record({ isContentAlone: true })).toEqual(untouched)
            return
          }
          expect(code, message).toMatch(road.code?.({ attack, write }) ?? attack.code)
          await expectUnchanged()
        })
      }
    })
  }

  describe('over SQL withstands who', () => {
    it('does as the workflow does, but for the lock', async () => {
      const { world } = stage
      const statements = [publishApproved(world)]
      const lawful = await attempt({ client, lock: world.policy, statements })
      expect(lawful.attack).toEqual({ code: 'accepted' })
      const { attack } = await attempt({ client, statements })
      expect(attack).toMatchObject({ code: 'SEALED' })
    })

    const forged = sqlPublications.filter(({ name }) => name.startsWith('seals'))
    for (const { name, code, statements } of [...sqlParts, ...forged]) {
      it(name, async () => {
        const { attack, preparation } = await attempt({
          client,
          lock: stage.world.policy,
          statements: statements(stage.world),
        })
        expect(preparation).toEqual({ code: 'accepted' })
        expect(attack.code, attack.message).toMatch(code)
        await expectUnchanged()
      })
    }
  })

  describeDetours(() => stage)
  describeStrangeValues(() => stage)
  describePrivileges(() => stage)
  describeConnections(() => stage)
  describeLeavers(() => stage)
})
