import type pg from 'pg'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Rows } from './record.js'

import {
  approve,
  createDraft,
  createPolicy,
  setStatus,
  thirtyBusinessDays,
} from '../../helpers/cast.js'
import { adapterRoads } from './adapterRoads.js'
import { attacks } from './attacks.js'
import { outcomeOf } from './outcome.js'
import { payloadRoads } from './payloadRoads.js'
import { locking, type Statement } from './publications.js'
import { createRichStage } from './richHost.js'
import { cellsOf } from './road.js'
import { sqlParts } from './sqlParts.js'
import { publishApproved, sqlPublications } from './sqlPublications.js'
import { type AttackStage, attempt, run } from './stage.js'

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

  describe('over two connections', () => {
    const locked = (policy: number, mode = 'xact_lock'): Statement => {
      const { text, values } = locking(policy)
      return { text: text.replace('xact_lock', mode), values }
    }
    /** A version of a policy of its own that is approved. */
    const approvedElsewhere = async (slug: string) => {
      const { app, cast } = stage.world
      const policy = (await createPolicy(app, { slug })).id
      const { id } = await createDraft(app, {
        by: cast.author,
        noticeChannels: ['homepage'],
        noticeTerms: thirtyBusinessDays,
        policy,
        sections: [{ heading: 'One' }],
      })
      await approve(app, cast, id)
      return { id, policy }
    }

    it.each([
      ['repeatable read', `update policy_versions_texts set text = 'x' where parent_id = $1`],
      ['serializable', `delete from policy_versions_sections where _parent_id = $1`],
      [
        'repeatable read',
        `update policies set time_zone = 'UTC' where id = (select policy_id from policy_versions where id = $1)`,
      ],
    ])(
      'withstands who still sees a draft where it was published since (%s): %s',
      async (isolation, text) => {
        const { app, cast } = stage.world
        const { id, policy } = await approvedElsewhere(`seen-${isolation.length}-${text.length}`)
        await client.query(`begin isolation level ${isolation}`)
        await client.query('select 1 from policy_versions')
        await setStatus(app, { id, by: cast.publisher, status: 'published' })
        before = await stage.record()

        const outcome = await run(client, [locking(policy), { text, values: [id] }])
        await client.query('rollback')
        expect(outcome).toMatchObject({ code: 'SEALED' })
        await expectUnchanged()
      },
    )

    it('withstands a host whose transactions see no more than their start', async () => {
      const { app, cast, versions } = stage.world
      const transactionID = (await app.payload.db.beginTransaction({
        isolationLevel: 'repeatable read',
      }))!
      const outcome = await outcomeOf(() =>
        app.payload.update({
          id: versions.draft,
          collection: 'policy-versions',
          data: { title: 'x' },
          req: { transactionID },
          user: cast.admin.user,
        }),
      )
      expect(outcome).toMatchObject({ code: 'TRANSACTION_REQUIRED' })
      await expectUnchanged()
    })

    it('withstands who holds the lock together with others', async () => {
      const { policy, versions } = stage.world
      const { attack } = await attempt({
        client,
        statements: [
          locked(policy, 'xact_lock_shared'),
          {
            text: `update policy_versions set title = 'x' where id = $1`,
            values: [versions.draft],
          },
        ],
      })
      expect(attack).toMatchObject({ code: 'SEALED' })
    })

    it('withstands who changes a policy beside its first publication', async () => {
      const { policy } = await approvedElsewhere('beside')
      before = await stage.record()
      for (const assignment of [`slug = 'x'`, `time_zone = 'UTC'`]) {
        const { attack } = await attempt({
          client,
          statements: [
            { text: `update policies set ${assignment} where id = $1`, values: [policy] },
          ],
        })
        expect(attack).toMatchObject({ code: 'SEALED' })
      }
      await expectUnchanged()
    })

    it('withstands who inserts a version where another deletes a draft', async () => {
      const { app, cast, policy, versions } = stage.world
      const { id } = await createDraft(app, { by: cast.editor, policy })
      const other = await stage.connect('application')
      try {
        await other.query('begin')
        await other.query('delete from policy_versions where id = $1', [id])
        await client.query('begin')
        const inserted = run(client, [
          locking(policy),
          {
            text: `
              insert into policy_versions (id, policy_id, label, status, published_at, effective_at)
              select $2, policy_id, 'x', 'published', now(), now() from policy_versions where id = $1`,
            values: [versions.inForce, id],
          },
        ])
        await isWaiting(other, client)
        await other.query('commit')
        expect(await inserted).toMatchObject({ code: 'ILLEGAL_TRANSITION' })
      } finally {
        await client.query('rollback')
        await other.end()
      }
      await expectUnchanged()
    })
  })
})

/** Waits until one connection waits for another. */
const isWaiting = async (observer: pg.Client, waiting: pg.Client): Promise<void> => {
  const { processID } = waiting as unknown as { processID: number }
  for (;;) {
    const { rows } = await observer.query<{ waits: boolean }>(
      'select cardinality(pg_blocking_pids($1)) > 0 as waits',
      [processID],
    )
    if (rows[0]!.waits) {
      return
    }
  }
}
