import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fingerprint } from '../../../src/index.js'
import { type App, startApp } from '../../helpers/app.js'
import { createCast, createPolicy, publishVersion } from '../../helpers/cast.js'
import { withDatabase } from '../../helpers/catalog.js'
import { tenDays } from '../../helpers/stage.js'

/** JSON as Postgres can keep it, with what JavaScript writes in another way left in or out. */
const json = (isPlain: boolean): fc.Arbitrary<unknown> => {
  // Postgres keeps no NUL.
  const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    array: fc.array(tie('any'), { maxLength: 5 }),
    any: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.boolean(),
      fc.constant(null),
      isPlain
        ? fc.oneof(
            fc.maxSafeInteger(),
            fc.constantFrom(0.1, -2.5, 1e20, 123_456.789, 0.000001, 4e-6),
          )
        : fc.double({ noDefaultInfinity: true, noNaN: true }),
      tie('array'),
      tie('object'),
    ),
    object: fc.dictionary(isPlain ? fc.string({ unit: 'grapheme-ascii' }) : text, tie('any'), {
      maxKeys: 5,
    }),
  })).object

  return value
}

describe('the database', () => {
  let app: App
  let policy: number
  let version: number

  beforeAll(async () => {
    app = await startApp()
    policy = (await createPolicy(app)).id
    version = (await publishVersion(app, await createCast(app), { noticeTerms: tenDays, policy }))
      .id
  })

  afterAll(() => app.stop())

  const fingerprintsOf = (values: unknown[]): Promise<(null | string)[]> =>
    withDatabase(app.databaseUrl, async (client) => {
      const { rows } = await client.query<{ answer: (null | string)[] }>(
        `select json_agg(policy_versions_fingerprint(value) order by place) as answer
        from jsonb_array_elements($1::jsonb) with ordinality as entry(value, place)`,
        [JSON.stringify(values)],
      )
      return rows[0]!.answer
    })

  it('takes the same fingerprint as the product', async () => {
    const values = fc.sample(json(true), 500)
    expect(await fingerprintsOf(values)).toEqual(values.map(fingerprint))
  })

  it('takes none rather than another', async () => {
    const values = fc.sample(json(false), 500)
    const taken = await fingerprintsOf(values)

    expect(taken).toEqual(
      values.map((value, index) => (taken[index] === null ? null : fingerprint(value))),
    )
    expect(await fingerprintsOf([{ n: 1e21 }, { n: [-1e-7] }, { ä: 1 }])).toEqual([
      null,
      null,
      null,
    ])
  })

  describe('refuses', () => {
    /** Appends an event to the chain by plain SQL, under the policy's lock, and takes it back. */
    const append = async (changed: object): Promise<string> =>
      withDatabase(app.databaseUrl, async (client) => {
        const {
          rows: [head],
        } = await client.query<{ hash: string; sequence: string }>(
          'select hash, sequence from policy_events where policy_id = $1 order by sequence desc limit 1',
          [policy],
        )
        const at = new Date().toISOString()
        const event = {
          id: 1_000_000,
          actor: { id: 1, name: 'Änne "Ä" \\ Öhm', collection: 'users' },
          at,
          data: { comment: 'Zeile\n2 – 😀', nested: [1, 0.5, null, { b: true, a: {} }] },
          policy,
          previousHash: head!.hash,
          seals: null,
          sequence: Number(head!.sequence) + 1,
          type: 'noted',
          version,
        }
        const { id, actor, data, hash, sequence, type } = {
          ...event,
          hash: fingerprint(event),
          ...changed,
        }

        await client.query('begin')
        await client.query(
          `select pg_advisory_xact_lock(hashtextextended('payload-plugin-policy-versioning:' || $1, 0))`,
          [policy],
        )
        try {
          await client.query(
            `insert into policy_events (id, policy_id, version_id, sequence, type, actor, at, data, previous_hash, hash)
            values ($10, $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
            [policy, version, sequence, type, actor, at, data, head!.hash, hash, id],
          )
          return 'nothing'
        } catch (error) {
          return (error as { constraint: string }).constraint
        } finally {
          await client.query('rollback')
        }
      })

    it('no event whose hash is that of what it tells', async () => {
      expect(await append({})).toBe('nothing')
    })

    it.each([
      ['another type', { type: 'published' }],
      ['other data', { data: { comment: 'Something else' } }],
      ['another actor', { actor: null }],
      ['another hash', { hash: `sha256:${'0'.repeat(64)}` }],
    ])('an event with %s than its hash is of', async (_, changed) => {
      expect(await append(changed)).toBe('SEALED')
    })
  })
})
