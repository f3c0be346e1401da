import type pg from 'pg'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AttackStage } from './stage.js'

import {
  approve,
  createDraft,
  createPolicy,
  setStatus,
  thirtyBusinessDays,
} from '../../helpers/cast.js'
import { outcomeOf } from './outcome.js'
import { locking } from './publications.js'
import { attempt, run } from './stage.js'

/** Attacks that rest on what another connection does meanwhile. */
export const describeConnections = (stageNow: () => AttackStage): void => {
  describe('beside another connection withstands who', () => {
    let stage: AttackStage
    let client: pg.Client

    beforeAll(async () => {
      stage = stageNow()
      client = await stage.connect('application')
    })

    afterAll(() => client.end())

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
    ])('still sees a draft where it was published since (%s): %s', async (isolation, text) => {
      const { app, cast } = stage.world
      const { id, policy } = await approvedElsewhere(`seen-${text.length}`)
      await client.query(`begin isolation level ${isolation}`)
      await client.query('select 1 from policy_versions')
      await setStatus(app, { id, by: cast.publisher, status: 'published' })
      const before = await stage.record()

      const outcome = await run(client, [locking(policy), { text, values: [id] }])
      await client.query('rollback')
      expect(outcome).toMatchObject({ code: 'SEALED' })
      expect(await stage.record()).toEqual(before)
    })

    it('edits in a transaction of the host that sees no more than its start', async () => {
      const { app, cast, versions } = stage.world
      const before = await stage.record()
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
      expect(await stage.record()).toEqual(before)
    })

    it('holds the lock together with others', async () => {
      const { policy, versions } = stage.world
      const lock = locking(policy)
      const { attack, preparation } = await attempt({
        client,
        statements: [
          { ...lock, text: lock.text.replace('xact_lock', 'xact_lock_shared') },
          {
            text: 'update policy_versions set material_change = false where id = $1',
            values: [versions.draft],
          },
        ],
      })
      expect([preparation.code, attack.code]).toEqual(['accepted', 'SEALED'])
    })

    it.each([`slug = 'x'`, `time_zone = 'UTC'`])(
      'changes a policy while its first version is published: %s',
      async (assignment) => {
        const { app } = stage.world
        const { id } = await createPolicy(app, { slug: `beside-${assignment.length}` })
        const before = await stage.record()
        const { attack } = await attempt({
          client,
          statements: [{ text: `update policies set ${assignment} where id = $1`, values: [id] }],
        })
        expect(attack).toMatchObject({ code: 'SEALED' })
        expect(await stage.record()).toEqual(before)
      },
    )

    it('inserts a published version with the id of a draft that is being deleted', async () => {
      const { app, cast, policy, versions } = stage.world
      const before = await stage.record()
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
        await untilWaiting({ observer: other, waiting: client })
        await other.query('commit')
        expect(await inserted).toMatchObject({ code: 'ILLEGAL_TRANSITION' })
      } finally {
        await client.query('rollback')
        await other.end()
      }
      expect(await stage.record()).toEqual(before)
    })
  })
}

/** Waits until a connection waits for another. */
const untilWaiting = async ({
  observer,
  waiting,
}: {
  observer: pg.Client
  waiting: pg.Client
}): Promise<void> => {
  const { processID } = waiting as unknown as { processID: number }
  const isWaiting = async () => {
    const { rows } = await observer.query<{ answer: boolean }>(
      'select cardinality(pg_blocking_pids($1)) > 0 as answer',
      [processID],
    )
    return rows[0]!.answer
  }
  while (!(await isWaiting())) {
    // It is asked again at once: nothing else is going on.
  }
}
