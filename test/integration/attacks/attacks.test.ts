import type pg from 'pg'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Rows } from './record.js'

import { adapterRoads } from './adapterRoads.js'
import { attacks } from './attacks.js'
import { copies } from './copies.js'
import { payloadRoads } from './payloadRoads.js'
import { cellsOf } from './road.js'
import { sqlEdits } from './sqlEdits.js'
import { publishApproved, sqlPublications } from './sqlPublications.js'
import { type AttackStage, attempt, createAttackStage } from './stage.js'

/*
 * Every road by every attack. Each cell says what the attack is refused with, and that the record is as
 * it was: every column of every row. What a cell leaves out has a reason where it is left out.
 *
 * By SQL, whoever knows the plugin's lock can still append what is well formed and names somebody who
 * is no author: an event that continues the chain, a review, a submission without its event, a draft
 * without its author, a publication without its notices or with one of several approvals, words that
 * its text is not rendered to, and the withdrawal of an upcoming version that is not the last. Nothing
 * that was recorded changes by it.
 */
describe('the record', () => {
  let stage: AttackStage
  let before: Rows

  /** Asserts that nothing changed, and lets no cell answer for another. */
  const expectUnchanged = async () => {
    const expected = before
    before = await stage.record()
    expect(before).toEqual(expected)
  }

  beforeAll(async () => {
    stage = await createAttackStage()
    before = await stage.record()
  })

  afterAll(() => stage.stop())

  for (const road of [...payloadRoads, ...adapterRoads]) {
    describe(`over ${road.name} withstands who`, () => {
      for (const attack of cellsOf({ attacks, road })) {
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

  describe.each(copies)('withstands who $name', ({ code, send }) => {
    it.each(['inForce', 'upcoming', 'withdrawn', 'approved', 'inReview', 'returned'] as const)(
      '%s',
      async (state) => {
        const outcome = await send({ state, world: stage.world })
        expect(outcome.code, outcome.message).toMatch(code)
        await expectUnchanged()
      },
    )
  })

  for (const role of ['application', 'owner'] as const) {
    describe(`over SQL as the ${role} withstands who`, () => {
      let client: pg.Client

      beforeAll(async () => {
        client = await stage.connect(role)
      })

      afterAll(() => client.end())

      it('does as the workflow does, but for the lock', async () => {
        const { world } = stage
        const statements = [publishApproved(world)]
        // What all the attacks upon a publication are variations of is let through.
        const lawful = await attempt({ client, lock: world.policy, statements })
        expect(lawful.attack).toEqual({ code: 'accepted' })

        const { attack } = await attempt({ client, statements })
        expect(attack).toMatchObject({ code: 'SEALED' })
        await expectUnchanged()
      })

      for (const { name, code, needsOwner, statements } of [...sqlPublications, ...sqlEdits]) {
        if (needsOwner && role !== 'owner') {
          continue
        }
        it(name, async () => {
          const { world } = stage
          const savvy = await attempt({ client, lock: world.policy, statements: statements(world) })
          expect(savvy.preparation).toEqual({ code: 'accepted' })
          expect(savvy.attack.code, savvy.attack.message).toMatch(code)

          // Without the lock the preparation alone may be too much.
          const { attack, preparation } = await attempt({ client, statements: statements(world) })
          expect([preparation.code, attack.code]).not.toEqual(['accepted', 'accepted'])
          await expectUnchanged()
        })
      }
    })
  }
})
