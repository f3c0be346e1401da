import type pg from 'pg'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AttackStage } from './stage.js'

import { type Outcome, outcomeOf, outcomeOfAnswer, outcomeOfMutation } from './outcome.js'
import { run } from './stage.js'

type Removing = { client: pg.Client; id: number; world: AttackStage['world'] }

/** The roads by which a user is deleted. */
const removals: { name: string; remove: (removing: Removing) => Promise<Outcome> }[] = [
  {
    name: 'REST',
    remove: async ({ id, world: { app, cast } }) =>
      outcomeOfAnswer(await app.rest('DELETE', `/users/${id}`, { as: cast.admin.token })),
  },
  {
    name: 'REST in bulk',
    remove: async ({ id, world: { app, cast } }) =>
      outcomeOfAnswer(
        await app.rest('DELETE', `/users?where[id][equals]=${id}`, { as: cast.admin.token }),
      ),
  },
  {
    name: 'GraphQL',
    remove: async ({ id, world: { app, cast } }) =>
      outcomeOfMutation(
        await app.graphql(`mutation { deleteUser(id: ${id}) { id } }`, { as: cast.admin.token }),
      ),
  },
  {
    name: 'the Local API',
    remove: ({ id, world: { app } }) =>
      outcomeOf(() => app.payload.delete({ id, collection: 'users' })),
  },
  {
    name: 'payload.db.deleteOne',
    remove: ({ id, world: { app } }) =>
      outcomeOf(() =>
        app.payload.db.deleteOne({ collection: 'users', where: { id: { equals: id } } }),
      ),
  },
  {
    name: 'SQL',
    remove: ({ id, client }) =>
      run(client, [{ text: 'delete from users where id = $1', values: [id] }]),
  },
]

/** What becomes of the record when people leave: nothing. */
export const describeLeavers = (stageNow: () => AttackStage): void => {
  describe.each(removals.map((removal, index) => ({ ...removal, index })))(
    'where a user is deleted over $name',
    ({ index, remove }) => {
      let client: pg.Client
      let stage: AttackStage

      beforeAll(async () => {
        stage = stageNow()
        client = await stage.connect('application')
      })

      afterAll(() => client.end())

      it('keeps the name of an author', async () => {
        const { world } = stage
        const { id } = world.authors[index]!
        const before = await stage.record()

        expect(await remove({ id, client, world })).toEqual({ code: 'accepted' })
        expect(await stage.record()).toEqual(before)
        expect(before.join()).toContain(`author-${index}@example.com`)
      })

      it.each(['owner', 'related'])(
        'keeps the user whom a field of the host names in what is sealed: %s',
        async (name) => {
          const { world } = stage
          const { docs } = await world.app.payload.find({
            collection: 'users',
            where: { email: { equals: `${name}@example.com` } },
          })
          const before = await stage.record()
          const { code } = await remove({ id: Number(docs[0]!.id), client, world })

          // In bulk Payload goes on in a transaction that ended with the refusal, and answers with a 500.
          expect(code).toMatch(/^(SEALED|HTTP_500)$/)
          expect(await stage.record()).toEqual(before)
        },
      )
    },
  )
}
