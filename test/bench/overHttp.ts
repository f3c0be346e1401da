import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

import type { Figure } from './figures.js'
import type { World } from './payloads.js'

import { ratio } from './figures.js'
import { restOf } from './inProcess.js'
import { get, measure } from './load.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const path = '/api/policies/policy-1/current'

/** Starts a process of Node on a database, and tells how to end it. */
export type Start = (args: { database: string; run: string[] }) => ChildProcess

export const startingWith =
  (spawned: (end: () => unknown) => unknown): Start =>
  ({ database, run }) => {
    const child = spawn(process.execPath, run, {
      env: { ...process.env, DATABASE_URL: database, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    spawned(() => child.kill('SIGKILL'))
    return child
  }

const next = 'node_modules/next/dist/bin/next'

/** Builds the benchmark's own site. */
export const buildSite = async ({
  database,
  start,
}: {
  database: string
  start: Start
}): Promise<void> => {
  const building = start({ database, run: [next, 'build', 'test/bench/next'] })
  let output = ''
  building.stdout!.on('data', (chunk: Buffer) => (output += String(chunk)))
  const [code] = (await once(building, 'exit')) as [number]

  if (code !== 0) {
    throw new Error(`The build of the benchmark’s own site failed:\n${output}`)
  }
}

/** What is measured through sockets: behind `next start`, and the standalone reader on `node:http`. */
export const overHttpFigures = async ({
  pace,
  start,
  world,
}: {
  pace: { milliseconds: number; rounds: number }
  start: Start
  world: World
}): Promise<Figure[]> => {
  const database = world.connectionString
  const port = await freePort()
  start({ database, run: [next, 'start', 'test/bench/next', '--port', String(port)] })
  const site = `http://127.0.0.1:${port}`
  await untilUp(`${site}${path}`)
  const bytes = Buffer.byteLength(await get(`${site}${path}`)())

  const servers = start({
    database,
    run: [here('httpServers.js'), database, path],
  })
  const [line] = (await once(servers.stdout!, 'data')) as [Buffer]
  const ports = JSON.parse(String(line)) as { bare: number; policies: number }
  const reader = `http://127.0.0.1:${ports.policies}${path}`
  const etag = (await fetch(reader)).headers.get('etag')!
  const headers = { Authorization: `JWT ${world.token}` }

  const rates = await measure({
    contenders: [
      { name: 'current', work: get(`${site}${path}`) },
      { name: 'empty endpoint', work: get(`${site}/api/empty`) },
      { name: 'rest', work: get(`${site}/api${restOf(world)}`, { headers }) },
      { name: 'equal route', work: get(`${site}/equal?bytes=${bytes}`) },
      { name: 'reader', work: get(reader) },
      {
        name: 'reader 304',
        work: get(reader, { headers: { 'If-None-Match': etag }, status: 304 }),
      },
      { name: 'bare', work: get(`http://127.0.0.1:${ports.bare}/`) },
    ],
    ...pace,
  })
  const against = (name: string, of: string, to: string, wanted: string): Figure =>
    ratio({ name, of: rates[of]!, to: rates[to]!, wanted })

  return [
    against(
      '`current` behind `next start`, warm, against the empty Payload endpoint',
      'current',
      'empty endpoint',
      '≥ 0.8 ×',
    ),
    against(
      '`current` behind `next start`, warm, against Payload’s REST query',
      'current',
      'rest',
      '≥ 4 ×',
    ),
    against(
      '`current` behind `next start`, warm, against an empty Next route of equal size',
      'current',
      'equal route',
      '–',
    ),
    against(
      'the standalone reader, warm, against a bare `node:http` server',
      'reader',
      'bare',
      '≥ 0.5 ×',
    ),
    against(
      'the standalone reader, 304, against Payload’s REST behind Next',
      'reader 304',
      'rest',
      '≥ 25 ×',
    ),
  ]
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

const untilUp = async (address: string): Promise<void> => {
  for (;;) {
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
