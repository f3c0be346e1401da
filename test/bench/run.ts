import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'

import pg from 'pg'

import type { Figure } from './figures.js'

import { inProcessFigures } from './inProcess.js'
import { buildSite, overHttpFigures, startingWith } from './overHttp.js'
import { addressOf, createWorlds } from './payloads.js'

/**
 * What the public reads cost, each beside what it is to be compared with, in the same run; on the server
 * of `DATABASE_URL`.
 */
const { values } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean' } } })
const isQuick = values.quick ?? false
const small = { long: 20, policies: 20, versions: 10 }
// The policy that is read has a text as long as in the small one.
const large = isQuick
  ? { long: 1, policies: 100, versions: 100 }
  : { long: 1, policies: 1_000, versions: 1_000 }
const pace = isQuick ? { milliseconds: 300, rounds: 5 } : { milliseconds: 2_000, rounds: 9 }

const server = process.env.DATABASE_URL ?? ''
// Whatever else the machine does; the benchmark itself does nothing yet.
const [busy = 0] = loadavg()
const on = await machine()
const ended: (() => unknown)[] = []
// A pool loses its idle connections when the database ends.
process.on('uncaughtException', (error) => {
  if (!/terminat/.test(error.message)) {
    throw error
  }
})

try {
  say(`Filling ${large.policies} × ${large.versions} and ${small.policies} × ${small.versions} …`)
  const start = startingWith((end) => ended.push(end))
  // Nothing is measured yet.
  const [{ bench_large: many, bench_small: few }] = await Promise.all([
    createWorlds({ server, sizes: { bench_large: large, bench_small: small } }),
    buildSite({ database: addressOf({ name: 'bench_small', server }), start }),
  ])
  say('Measuring in one process …')
  const inProcess = await inProcessFigures({ few, many, pace })
  say('Measuring over HTTP …')
  const overHttp = await overHttpFigures({ pace, start, world: few })
  const figures = [...inProcess, ...overHttp]
  const report = reportOf({ figures, on })

  console.log(report)
  if (!isQuick) {
    await writeFile('test/bench/RESULTS.md', report)
  }
  if (values.json !== undefined) {
    await writeFile(values.json, JSON.stringify({ figures, isQuick, machine: on }, null, 2))
  }
} catch (error) {
  // Said before the database goes: what loses its connection says more.
  console.error(error)
  process.exitCode = 1
} finally {
  for (const end of ended.toReversed()) {
    await end()
  }
}
process.exit(process.exitCode)

function say(text: string): void {
  console.error(text)
}

async function machine(): Promise<string> {
  const [cpu] = cpus()
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  const versionOf = async (name: string) => {
    // Not every package lets its package.json be imported.
    const file = await readFile(`node_modules/${name}/package.json`, 'utf8')
    return (JSON.parse(file) as { version: string }).version
  }

  return [
    `${cpus().length} × ${cpu?.model.trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    process.platform,
    `Node ${process.version}`,
    `Postgres ${rows[0]?.server_version}`,
    `Payload ${await versionOf('payload')}`,
    `Next ${await versionOf('next')}`,
    `a load of ${busy.toFixed(1)} before it began`,
  ].join(', ')
}

function reportOf({ figures, on }: { figures: readonly Figure[]; on: string }): string {
  const rows = figures.map(
    ({ measured, name, unit, wanted }) => `| ${name} | ${wanted} | ${measured} ${unit} |`,
  )
  return `# Benchmarks

Run on ${on}, ${new Date().toISOString().slice(0, 10)}, with ${large.policies} × ${large.versions} versions beside ${small.policies} × ${small.versions}, texts of 35 KB, eight requests at a time. Each ratio is between two things measured in turns in the same run; \`npm run bench\` prints them for your machine.

| what | wanted | measured |
| --- | --- | --- |
${rows.join('\n')}

What asks, what answers and the database share the processors, so that absolute rates are low: ratios are what counts. Where the machine has other work (a load above the number of its processors), they come out lower the more of the work is the database's, since that waits in line with everything else.
`
}
