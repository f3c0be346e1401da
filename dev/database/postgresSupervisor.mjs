import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'

/**
 * What startPostgres.mjs gives to this program, as JSON: programs with their arguments, to be run one
 * after another, how to run them, the signal that ends them, and the directory to remove afterwards.
 * @typedef {{
 *   commands: [string, ...string[]][]
 *   options: { cwd: string, gid?: number, uid?: number }
 *   scratch: string
 *   signal: NodeJS.Signals
 * }} Job
 */

/** @type {Job} */
const { commands, options, scratch, signal } = JSON.parse(process.argv[2] ?? '')
/** @type {import('node:child_process').ChildProcess | undefined} */
let child
let isEnding = false

const end = () => {
  isEnding = true
  child?.kill(signal)
  setTimeout(() => child?.kill('SIGQUIT'), 10_000)
}

// Standard input is a pipe that the system closes when the starter is gone, even after kill -9,
// which no handler inside the starter could answer.
process.stdin
  .on('error', () => {})
  .on('close', end)
  .resume()

for (const event of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
  process.on(event, end)
}

for (const [file, ...args] of commands) {
  child = spawn(file, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] })
  process.exitCode = (await once(child, 'exit'))[0] ?? 1

  if (isEnding || process.exitCode !== 0) {
    break
  }
}

if (isEnding) {
  rmSync(scratch, { force: true, maxRetries: 9, recursive: true })
}

process.exit()
