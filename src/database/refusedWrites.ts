import type { DatabaseAdapter } from 'payload'

import { asPolicyError, asTaken } from './refusals.js'

/** What reads and writes documents: a lock can stop any of it. */
const methods = [
  'count',
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findOne',
  'updateMany',
  'updateOne',
  'upsert',
] as const

/** Lets the database adapter answer what Postgres refuses with the contract's codes. */
export const answerRefusedWrites = ({
  db,
  versions,
}: {
  db: DatabaseAdapter
  /** Slug of the versions: what is taken elsewhere is for Payload to tell. */
  versions: string
}): void => {
  for (const name of methods) {
    const method = db[name] as (args: { collection?: string }) => Promise<unknown>

    Object.assign(db, {
      [name]: async (args: { collection?: string }) => {
        try {
          return await method.call(db, args)
        } catch (error) {
          throw asPolicyError(args.collection === versions ? asTaken(error) : error)
        }
      },
    })
  }
}
