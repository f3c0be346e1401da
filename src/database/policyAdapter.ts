import type { Config, DatabaseAdapter } from 'payload'

import type { Tables } from './statement.js'

import { tellCommits } from './afterCommit.js'
import { installGuardsOnConnect } from './guardedConnection.js'
import { answerRefusedWrites } from './refusedWrites.js'
import { extendVersionsTable } from './versionsTable.js'

/** Wraps a method of the adapter. */
type Wrap = (db: DatabaseAdapter) => void

/** The host's database adapter as the plugin needs it. */
export const policyAdapter = ({
  adapter,
  isClockSimulated,
  slugs,
  writeSteps,
}: {
  adapter: Config['db']
  isClockSimulated: boolean
  slugs: Record<keyof Tables, string>
  /** Keeps the steps of the workflow from writing content. */
  writeSteps: Wrap
}): Config['db'] => ({
  ...adapter,
  init: (args) => {
    // Payload types its adapters without their kind; the plugin's entry refuses any but Postgres.
    const db = adapter.init(args) as DatabaseAdapter
    const { payload } = args

    extendVersionsTable({ db, versions: slugs.versions })
    installGuardsOnConnect({ db, isClockSimulated, payload, slugs })
    tellCommits({ db, payload })
    answerRefusedWrites({ db, versions: slugs.versions })
    writeSteps(db)

    return db
  },
})
