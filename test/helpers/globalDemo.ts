import type { TestProject } from 'vitest/node'

import { startDemo } from './demo.js'

declare module 'vitest' {
  // Merged into vitest's own, which only an interface can be.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    demoAddress: string
  }
}

/**
 * One demo for all browser tests. It starts and compiles beside the other tests, which come first,
 * so that the browser tests need not wait for it.
 */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { address, stop } = await startDemo()
  project.provide('demoAddress', address)

  return stop
}

export default setup
