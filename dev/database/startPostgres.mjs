import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { passwordOf, settle } from './postgresHome.mjs'
import { executable, platformPackage, readyBinaries } from './postgresPackage.mjs'

/**
 * A running server: where its database `postgres` answers, and what ends it.
 * @typedef {{ connectionString: string, stop: () => Promise<void> }} Database
 */

/**
 * Starts a real Postgres of its own on a free port of 127.0.0.1. It ends with `stop()` or with this
 * process, however that ends, and does not keep this process alive. As root it runs as the owner of
 * `dataDir`, or as nobody.
 * @param {object} [options]
 * @param {string} [options.dataDir] keeps the data between runs; by default they go with the server
 * @param {string} [options.packageDir] the npm package of the binaries, by default this platform's
 * @returns {Promise<Database>}
 */
export const startPostgres = async ({ dataDir, packageDir = platformPackage() } = {}) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch({ dataDir, packageDir })
    } catch (error) {
      if (attempt === 10 || !passing.some((message) => String(error).includes(message))) {
        throw error
      }

      await setTimeout(500)
    }
  }
}

/**
 * What the server says when somebody else took the port between its choice and its use, and while
 * the last server of a kept directory, that of a program just restarted, is still shutting down.
 */
const passing = ['could not create any TCP/IP sockets', 'lock file "postmaster.pid" already exists']
const supervisor = fileURLToPath(new URL('postgresSupervisor.mjs', import.meta.url))

/**
 * @param {{ dataDir: string | undefined, packageDir: string }} options
 * @returns {Promise<Database>}
 */
const launch = async ({ dataDir, packageDir }) => {
  const scratch = await fs.mkdtemp(join(tmpdir(), 'postgres-'))
  const logFile = join(scratch, 'log')
  // A file, as a pipe that a busy starter does not read would stall the server.
  const log = await fs.open(logFile, 'a')
  let stop = () => fs.rm(scratch, { force: true, recursive: true })

  try {
    const isKept = dataDir !== undefined
    const { home, user } = await settle({ canMove: isKept, dir: dataDir ?? scratch })
    const bin = await readyBinaries({ packageDir, uid: user?.uid })
    const password = await passwordOf({ home, user })
    const port = await freePort()
    /** @type {import('./postgresSupervisor.mjs').Job} */
    const job = {
      commands: commandsFor({ bin, home, isKept, port }),
      options: { ...user, cwd: home },
      scratch,
      // A kept cluster is shut down in order; a throw-away one needs no last checkpoint.
      signal: isKept ? 'SIGINT' : 'SIGQUIT',
    }
    const child = spawn(process.execPath, [supervisor, JSON.stringify(job)], {
      // Out of the terminal's process group: Ctrl-C is for the starter to answer, not the server.
      detached: true,
      // The same collation, messages and time zone on every machine.
      env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '', TZ: 'UTC' },
      stdio: ['pipe', log.fd, log.fd],
      windowsHide: true,
    })

    await once(child, 'spawn')

    const ended = once(child, 'exit')
    const remove = stop

    stop = async () => {
      child.ref()
      child.stdin?.end()
      await ended
      await remove()
    }
    await untilReady({ child, logFile })
    child.unref()

    return {
      connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop,
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause
    const output = await fs.readFile(logFile, 'utf8')

    await stop()
    throw new Error(
      `Postgres did not start: ${reason}. Set DATABASE_URL to use a server of your own.\n${output}`,
      { cause },
    )
  } finally {
    await log.close()
  }
}

/**
 * @param {{ bin: string, home: string, isKept: boolean, port: number }} options
 * @returns {[string, ...string[]][]}
 */
const commandsFor = ({ bin, home, isKept, port }) => {
  const cluster = join(home, 'cluster')
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(isKept ? [] : ['fsync=off', 'full_page_writes=off']),
  ]
  /** @type {[string, ...string[]]} */
  const initdb = [
    join(bin, executable('initdb')),
    ...['-D', cluster, '-U', 'postgres'],
    ...['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-instructions'],
    ...[`--pwfile=${join(home, 'password')}`, ...(isKept ? [] : ['--no-sync'])],
  ]

  return [
    ...(existsSync(join(cluster, 'PG_VERSION')) ? [] : [initdb]),
    [join(bin, executable('postgres')), '-D', cluster, ...settings.flatMap((it) => ['-c', it])],
  ]
}

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')

  await once(server, 'listening')

  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())

  server.close()
  await once(server, 'close')

  return port
}

/** @param {{ child: import('node:child_process').ChildProcess, logFile: string }} options */
const untilReady = async ({ child, logFile }) => {
  for (const start = Date.now(); Date.now() - start < 60_000; await setTimeout(20)) {
    if ((await fs.readFile(logFile, 'utf8')).includes('ready to accept connections')) {
      return
    }

    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error('the server ended')
    }
  }

  throw new Error('the server was not ready within 60 seconds')
}
