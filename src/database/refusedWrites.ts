import type { DatabaseAdapter } from 'payload'

import { asPolicyError } from './refusals.js'

const writes = ['create', 'deleteMany', 'deleteOne', 'updateMany', 'updateOne', 'upsert'] as const

/** Lets the database adapter answer what Postgres refuses with the contract's codes. */
export const answerRefusedWrites = (db: DatabaseAdapter): void => {
  for (const name of writes) {
    const write = db[name] as (args: unknown) => Promise<unknown>

    Object.assign(db, {
      [name]: async (args: unknown) => {
        try {
          return await write.call(db, args)
        } catch (error) {
          throw asPolicyError(error)
        }
      },
    })
  }
}
