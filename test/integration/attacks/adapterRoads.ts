import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { Write } from './attacks.js'
import type { Road } from './road.js'
import type { World } from './world.js'

import { outcomeOf } from './outcome.js'

type Method = {
  call: (args: { adapter: Adapter; req?: PayloadRequest; write: Write }) => Promise<unknown>
  name: string
  operation: Write['operation']
}

/** What of the database adapter is called here; its own types differ by method. */
type Adapter = Record<
  'create' | 'deleteMany' | 'deleteOne' | 'findOne' | 'updateMany' | 'updateOne' | 'upsert',
  (args: Record<string, unknown>) => Promise<unknown>
>

const where = ({ id }: Write) => ({ id: { equals: id } })

const methods: Method[] = [
  {
    name: 'create',
    call: ({ adapter, req, write: { collection, data } }) =>
      adapter.create({ collection, data, req }),
    operation: 'create',
  },
  {
    name: 'updateOne',
    call: ({ adapter, req, write: { id, collection, data } }) =>
      adapter.updateOne({ id, collection, data, req }),
    operation: 'update',
  },
  {
    name: 'updateMany',
    call: ({ adapter, req, write }) =>
      adapter.updateMany({
        collection: write.collection,
        data: write.data,
        req,
        where: where(write),
      }),
    operation: 'update',
  },
  {
    name: 'upsert',
    // Of a whole document, as it is upserted where it may not be there.
    call: async ({ adapter, req, write }) => {
      const found = { collection: write.collection, req, where: where(write) }
      const stored = (await adapter.findOne(found)) as object
      return adapter.upsert({ ...found, data: { ...stored, ...write.data } })
    },
    operation: 'update',
  },
  {
    name: 'deleteOne',
    call: ({ adapter, req, write }) =>
      adapter.deleteOne({ collection: write.collection, req, where: where(write) }),
    operation: 'delete',
  },
  {
    name: 'deleteMany',
    call: ({ adapter, req, write }) =>
      adapter.deleteMany({ collection: write.collection, req, where: where(write) }),
    operation: 'delete',
  },
]

/** What guards and constraints answer; Payload makes a 400 of a unique column. */
const refusal =
  /^(APPROVAL_VOID|ILLEGAL_TRANSITION|INVALID_PARAMETER|LABEL_TAKEN|NOT_APPROVED|NOTICE_PERIOD_TOO_SHORT|SEALED|SELF_APPROVAL|HTTP_400|23502|23503|23505)$/

const roadsOf = ({
  name,
  begin,
  isVariant = false,
}: {
  /** Prepares a request; without one the methods are called without it. */
  begin?: (args: { req: PayloadRequest; world: World }) => Promise<unknown>
  isVariant?: boolean
  name: string
}): Road[] =>
  methods.map((method) => ({
    name: `payload.db.${method.name}${name}`,
    code: () => refusal,
    isVariant,
    leavesOut: ({ attack, write }) =>
      write.operation === method.operation ? attack.isUpToHooks : 'another method does this',
    send: async ({ world, write }) => {
      const { payload } = world.app
      // Payload types its adapter without its kind.
      const adapter = payload.db as unknown as Adapter

      if (!begin) {
        return outcomeOf(() => method.call({ adapter, write }))
      }
      const transactionID = (await payload.db.beginTransaction())!
      const req = await createLocalReq({ req: { transactionID } }, payload)
      await begin({ req, world })
      const outcome = await outcomeOf(() => method.call({ adapter, req, write }))
      // As hosts do that know nothing of the refusal.
      await payload.db.commitTransaction(transactionID)
      return outcome
    },
  }))

/** The methods of the database adapter, which no hook stands before. */
export const adapterRoads: Road[] = [
  ...roadsOf({ name: '' }),
  ...roadsOf({
    name: ' in a transaction',
    begin: () => Promise.resolve(),
    isVariant: true,
  }),
  ...roadsOf({
    name: ' in a transaction that holds the lock',
    // Any call about a policy takes its lock for the rest of the transaction.
    begin: ({ req, world: { app, policy } }) =>
      app.payload.update({ id: policy, collection: 'policies', data: {}, req }),
  }),
]
