import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

import { startPostgres } from '../../dev/database/startPostgres.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Serves the demo on a Postgres of its own, as `npm run demo` does, and waits until it answers. */
export const startDemo = async (): Promise<{ address: string; stop: () => Promise<void> }> => {
  const { connectionString, stop: stopDatabase } = await startPostgres()
  const port = await freePort()
  const address = `http://localhost:${port}`
  let output = ''
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
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text.toString()
    })
  }

  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await (server.exitCode === null ? ended : undefined)
    await stopDatabase()
  }

  for (let attempts = 0; attempts < 240; attempts += 1) {
    const answer = await fetch(`${address}/api/policies/terms/current`).catch(() => undefined)
    if (answer?.ok) {
      return { address, stop }
    }
    if (server.exitCode !== null) {
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }

  await stop()
  throw new Error(`The demo does not answer.\n${output}`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
