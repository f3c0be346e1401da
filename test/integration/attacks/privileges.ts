import type pg from 'pg'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AttackStage } from './stage.js'

import { attempt } from './stage.js'

/** What would take the guards away, which takes the rights of an owner. */
const rights: [name: string, text: string][] = [
  ['turns all triggers off', 'set local session_replication_role = replica'],
  ['turns the triggers of a table off', 'alter table policy_versions disable trigger all'],
  ['takes a trigger away', 'drop trigger policy_versions_guard_kept on policy_events'],
  [
    'puts another function in the place of a guard',
    'create or replace function policy_versions_guard_kept() returns trigger language plpgsql as $$ begin return new; end $$',
  ],
  ['takes a guard away', 'drop function policy_versions_guard_kept() cascade'],
  ['empties a table', 'truncate policy_events'],
  ['takes a table away', 'drop table policy_notices'],
  ['has another table inherit', 'alter table policy_versions add column x int'],
]

/**
 * Types of one's own: a status of the version is cast to a type that is called "text" as well, and
 * that reads it as a draft, which needs no approval.
 */
const ownTypes = `
  create type pg_temp.text as enum ('draft', ${Array.from({ length: 99 }, (_, id) => `'${id}'`).join(', ')});
  create function pg_temp.lie(enum_policy_versions_status) returns pg_temp.text
    language sql as $$ select 'draft'::pg_temp.text $$;
  create cast (enum_policy_versions_status as pg_temp.text)
    with function pg_temp.lie(enum_policy_versions_status);
  create function pg_temp.number(int) returns pg_temp.text
    language sql as $$ select ($1::pg_catalog.text)::pg_temp.text $$;
  create cast (int as pg_temp.text) with function pg_temp.number(int);`

/** What an application's role can do about the guards themselves. */
export const describePrivileges = (stageNow: () => AttackStage): void => {
  describe('over SQL as the application withstands who', () => {
    let stage: AttackStage
    let client: pg.Client

    beforeAll(async () => {
      stage = stageNow()
      client = await stage.connect('application')
    })

    afterAll(() => client.end())

    it.each(rights)('%s', async (_, text) => {
      const { attack } = await attempt({ client, statements: [{ text }] })
      expect(attack.code).toBe('42501')
    })

    it('says by types of their own what a status is', async () => {
      const { policy, versions } = stage.world
      const { attack, preparation } = await attempt({
        client,
        lock: policy,
        statements: [
          { text: ownTypes },
          {
            text: `update policy_versions set status = 'approved' where id = $1`,
            values: [versions.inReview],
          },
        ],
      })
      expect(preparation).toEqual({ code: 'accepted' })
      expect(attack).toMatchObject({ code: 'NOT_APPROVED' })
    })
  })
}
