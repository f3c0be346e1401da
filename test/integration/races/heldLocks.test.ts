import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, startApp } from '../../helpers/app.js'
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
import { withDatabase } from '../../helpers/catalog.js'
import { readRecord } from '../../helpers/record/readRecord.js'
import { tenDays } from '../../helpers/stage.js'

/** What somebody with a console holds on to, and what does not need it. */
const locks: Record<string, { goesOn?: string; lock: string }> = {
  'the policies': {
    lock: `select pg_advisory_xact_lock(hashtextextended('payload-plugin-policy-versioning:' || id, 0)) from policies`,
  },
  'the rows of the policies': { lock: 'select 1 from policies for update' },
  'the rows of the versions': {
    goesOn: 'a new version',
    lock: 'select 1 from policy_versions for update',
  },
  'the table of the events': {
    goesOn: 'a new version',
    lock: 'lock table policy_events in exclusive mode',
  },
  'the table of the versions': { lock: 'lock table policy_versions in exclusive mode' },
}

describe('where somebody holds', () => {
  let app: App
  let cast: Cast
  /** A policy for each attempt, so that none waits for the other, and an approved version of each. */
  let places: { policy: number; version: number }[]

  beforeAll(async () => {
    app = await startApp()
    cast = await createCast(app)
    places = []
    for (const slug of ['one', 'two', 'three', 'four', 'five']) {
      const policy = (await createPolicy(app, { slug })).id
      await publishVersion(app, cast, { noticeTerms: tenDays, policy })
      const version = (await createDraft(app, { by: cast.editor, policy })).id
      await approve(app, cast, version)
      places.push({ policy, version })
    }
  })

  afterAll(() => app.stop())

  const attempts: Record<string, (place: { policy: number; version: number }) => Promise<unknown>> =
    {
      'a new version': ({ policy }) => refusalOf(createDraft(app, { by: cast.editor, policy })),
      'a publication over REST': async ({ version }) => {
        const { body, status } = await app.rest('POST', `/policy-versions/${version}/publish`, {
          as: cast.publisher.token,
        })
        return { code: body.errors?.[0].data.code, status }
      },
      'a publication over the Local API': ({ version: id }) =>
        refusalOf(setStatus(app, { id, by: cast.publisher, status: 'published' })),
      'an edit over REST': async ({ version }) => {
        const { body, status } = await app.rest('PATCH', `/policy-versions/${version}`, {
          as: cast.editor.token,
          body: { title: 'Another' },
        })
        return { code: body.errors?.[0].data.code, status }
      },
      'an edit over the Local API': ({ version: id }) =>
        refusalOf(
          app.payload.update({
            id,
            collection: 'policy-versions',
            data: { title: 'Another' },
            overrideAccess: false,
            user: cast.editor.user,
          }),
        ),
    }

  it.each(Object.entries(locks))(
    '%s, what needs them is refused after five seconds, and nothing was changed',
    async (_, { goesOn, lock }) => {
      const before = await readRecord(app.databaseUrl)

      await withDatabase(app.databaseUrl, async (client) => {
        await client.query('begin')
        await client.query(lock)
        const outcomes = await Promise.all(
          Object.entries(attempts).map(async ([name, attempt], index) => {
            const start = performance.now()
            const outcome = await attempt(places[index]!)
            // Once, that is, and not a second time for the record of it.
            const waits = Math.round((performance.now() - start) / 5_500)
            return { name, outcome, waits }
          }),
        )
        await client.query('rollback')

        expect(outcomes).toEqual(
          Object.keys(attempts).map((name) => ({
            name,
            outcome:
              name === goesOn
                ? { code: 'no refusal' }
                : (expect.objectContaining({ code: 'POLICY_BUSY', status: 409 }) as unknown),
            waits: name === goesOn ? 0 : 1,
          })),
        )
      })
      const known = before.flatMap(({ versions }) => versions.map(({ id }) => id))
      expect(
        (await readRecord(app.databaseUrl)).map((rows) => ({
          ...rows,
          versions: rows.versions.filter(({ id }) => known.includes(id)),
        })),
      ).toEqual(before)
    },
  )

  it('nothing any more, all goes on', async () => {
    const id = places[0]!.version
    expect(await setStatus(app, { id, by: cast.publisher, status: 'published' })).toMatchObject({
      status: 'published',
    })
  })
})
