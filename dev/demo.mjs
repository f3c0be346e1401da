import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

import { provideDatabase } from './database/databaseUrl.mjs'

/** Serves the demo: its own Postgres (unless DATABASE_URL is set), seeded policies, the site and the admin. */
const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {number} port @returns {Promise<number>} the port, or the next one that is free */
const freePort = (port) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(freePort(port + 1)))
    probe.listen(port, () => probe.close(() => resolve(port)))
  })

const { connectionString, stop } = await provideDatabase()
const port = await freePort(Number(process.env.PORT ?? 3000))
const address = `http://localhost:${port}`

const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'dev', 'dev', '--port', String(port)],
  {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: connectionString,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'development',
    },
    stdio: ['ignore', process.env.DEMO_VERBOSE ? 'inherit' : 'ignore', 'inherit'],
  },
)

const end = async () => {
  server.removeAllListeners('exit')
  server.kill('SIGTERM')
  await stop()
  process.exit()
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
server.on('exit', async (code) => {
  console.error(`The demo's server ended by itself (${code}); DEMO_VERBOSE=1 shows what it says.`)
  await stop()
  process.exit(1)
})

// The first request of each page compiles it, and the very first seeds the database.
for (const path of ['/', '/policies/privacy', '/policies/privacy/history', '/admin/login']) {
  console.log(`Preparing ${path} …`)
  const deadline = Date.now() + 120_000
  for (;;) {
    const response = await fetch(`${address}${path}`).catch(() => undefined)
    if (response?.ok) {
      break
    }
    if (Date.now() > deadline) {
      console.error(`${path} does not answer; DEMO_VERBOSE=1 shows why.`)
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

console.log(`
  The site     ${address}
  The admin    ${address}/admin

  Logins       editor@example.com, reviewer@example.com, publisher@example.com, admin@example.com
  Password     demo

  Examine it   DATABASE_URL=${connectionString} npx payload policies:doctor
               or policies:verify, policies:anchor

  The demo has a clock of its own; the bar at the foot of the site sets it. Ctrl+C ends it.
`)
