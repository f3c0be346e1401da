import type { TestProject } from 'vitest/node'

import { provideDatabase } from '../../dev/database/databaseUrl.mjs'

declare module 'vitest' {
  // Merged into vitest's own, which only an interface can be.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    databaseUrl: string
  }
}

/** One real Postgres server for all integration tests; each test file makes its own database in it. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { connectionString, stop } = await provideDatabase()
  project.provide('databaseUrl', connectionString)

  return stop
}

export default setup
