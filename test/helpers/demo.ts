import { spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

import { startPostgres } from '../../dev/database/startPostgres.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const logFile = `${root}test-results/demo.log`

/** The pages that the browser tests visit; a development server compiles each on its first visit. */
const visited = [
  '/api/policies/terms/current',
  '/admin/login',
  '/',
  '/policies/privacy',
  '/policies/privacy/history',
  '/policies/privacy/versions/1',
  '/gift-cards',
  '/policy-notice.js',
]

/** Starts the demo on a Postgres of its own, as `npm run demo` does, without waiting until it answers. */
export const startDemo = async (): Promise<{ address: string; stop: () => Promise<void> }> => {
  const { connectionString, stop: stopDatabase } = await startPostgres()
  const port = await freePort()
  const address = `http://localhost:${port}`
  mkdirSync(dirname(logFile), { recursive: true })
  const output = openSync(logFile, 'w')
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'dev', 'dev', '--port', String(port)],
    {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: connectionString,
        DEMO_DIST_DIR: '.next-test',
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        VITEST: '',
      },
      stdio: ['ignore', output, output],
    },
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // Whether it failed is for those who wait for it to tell.
  void demoIsReady(address).catch(() => undefined)

  return {
    address,
    stop: async () => {
      server.kill('SIGTERM')
      await ended
      await stopDatabase()
    },
  }
}

/** Waits until the demo at an address serves every page. @throws Error after five minutes, with the last answer and where the server's output is. */
export const demoIsReady = async (address: string): Promise<void> => {
  for (const path of visited) {
    await serves(`${address}${path}`)
  }
}

const serves = async (url: string): Promise<void> => {
  let last = 'nothing'

  for (const end = performance.now() + 300_000; performance.now() < end;) {
    const answer = await fetch(url).catch((error: unknown) => error as Error)
    if (answer instanceof Response && answer.ok) {
      return
    }
    last = answer instanceof Response ? `${answer.status} ${await answer.text()}` : answer.message
    await new Promise((resolve) => setTimeout(resolve, 500))
  }

  throw new Error(
    `The demo does not serve ${url}; it answered: ${last}\nWhat the server said is in ${logFile}.`,
  )
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
