import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { expect, it, onTestFinished, vi } from 'vitest'

import { provideDatabase } from '../../../dev/database/databaseUrl.mjs'
import { platformPackage } from '../../../dev/database/postgresPackage.mjs'
import { startPostgres } from '../../../dev/database/startPostgres.mjs'

// Seconds even on a busy machine; a start takes about one.
const timeout = 60_000

it(
  'runs two servers side by side, each on a port of its own',
  async () => {
    const servers = await Promise.all([start(), start()])
    const urls = servers.map(({ connectionString }) => connectionString)

    expect(new Set(urls.map((url) => new URL(url).port)).size).toBe(2)
    expect(await Promise.all(urls.map((url) => query(url, 'select 1 as one')))).toEqual([
      [{ one: 1 }],
      [{ one: 1 }],
    ])
  },
  timeout,
)

it(
  'sorts, encodes and tells the time alike on every machine',
  async () => {
    const { connectionString } = await start()
    const setting = (name: string) => query(connectionString, `show ${name}`)

    expect(await setting('server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
    expect(await setting('lc_messages')).toEqual([{ lc_messages: 'C' }])
    expect(await setting('timezone')).toEqual([{ TimeZone: 'UTC' }])
    expect(await query(connectionString, `select 'B' < 'a' as bytewise`)).toEqual([
      { bytewise: true },
    ])
  },
  timeout,
)

it(
  'lets in nobody without the password, and from nowhere but this machine',
  async () => {
    const { connectionString } = await start()
    const withoutPassword = new URL(connectionString)

    withoutPassword.password = 'guessed'

    await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow('password authentication')
    expect(await query(connectionString, 'show listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ])
  },
  timeout,
)

it(
  'ends the server with stop, however often it is called',
  async () => {
    const { connectionString, stop } = await start()

    await Promise.all([stop(), stop()])
    await stop()
    await expect(query(connectionString, 'select 1')).rejects.toThrow('ECONNREFUSED')
  },
  timeout,
)

it(
  'starts from a package whose install script, which makes its links, did not run',
  async () => {
    const packageDir = await temporaryDirectory()
    const { links } = await copyWithoutLinks(packageDir)
    const servers = await Promise.all([start({ packageDir }), start({ packageDir })])

    for (const { connectionString } of servers) {
      expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    }

    for (const link of links) {
      expect((await lstat(join(packageDir, link))).isSymbolicLink()).toBe(true)
    }
  },
  timeout,
)

it(
  'keeps the data of a kept directory over a restart, however hasty',
  async () => {
    const dataDir = join(await temporaryDirectory(), 'nested', 'data')
    const first = await start({ dataDir })

    await query(first.connectionString, 'create table kept as select 42 as answer')

    const [second] = await Promise.all([start({ dataDir }), first.stop()])

    expect(await query(second.connectionString, 'select * from kept')).toEqual([{ answer: 42 }])
  },
  timeout,
)

it(
  'ends the server when the program that started it is killed',
  async () => {
    const module = new URL('../../../dev/database/startPostgres.mjs', import.meta.url)
    const code = `
      const { startPostgres } = await import(${JSON.stringify(module.href)})
      console.log((await startPostgres()).connectionString)
      setInterval(() => {}, 1000)`
    const program = spawn(process.execPath, ['--input-type=module', '-e', code])
    const [line] = (await once(program.stdout, 'data')) as [Buffer]
    const connectionString = line.toString().trim()

    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    program.kill('SIGKILL')
    await expect
      .poll(() => query(connectionString, 'select 1').catch(String), { timeout })
      .toContain('ECONNREFUSED')
  },
  timeout,
)

it(
  'says what the server said when it does not start',
  async () => {
    const dataDir = await temporaryDirectory()

    await mkdir(join(dataDir, 'cluster'))
    await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), 'none')
    await expect(startPostgres({ dataDir })).rejects.toThrow(
      /could not access the server configuration file/,
    )
  },
  timeout,
)

it('starts nothing where DATABASE_URL names a database', async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('DATABASE_URL', 'postgres://elsewhere/db')

  const { connectionString, stop } = await provideDatabase()

  await stop()
  expect(connectionString).toBe('postgres://elsewhere/db')
})

const start = async (options?: Parameters<typeof startPostgres>[0]) => {
  const server = await startPostgres(options)

  onTestFinished(server.stop)

  return server
}

const query = async (connectionString: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString })
  // A server that ends between two answers is what some tests wait for.
  client.on('error', () => undefined)

  await client.connect()

  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const temporaryDirectory = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'start-postgres-'))

  onTestFinished(() => rm(directory, { force: true, recursive: true }))
  // Readable for the user whom root's server runs as.
  await chmod(directory, 0o755)

  return directory
}

const copyWithoutLinks = async (packageDir: string) => {
  await cp(platformPackage(), packageDir, {
    filter: async (source) => !(await lstat(source)).isSymbolicLink(),
    recursive: true,
  })

  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')

  return { links: (JSON.parse(list) as { target: string }[]).map(({ target }) => target) }
}
