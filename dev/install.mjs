import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Installs the dependencies where they are missing or older than the lock file; quick where they are there. */
const root = fileURLToPath(new URL('..', import.meta.url))
const installed = `${root}node_modules/.package-lock.json`
const wanted = `${root}package-lock.json`

const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs

if (!isCurrent) {
  console.log('Installing dependencies; this takes a minute or two …')
  // Not `npm ci`: it stops where a registry lacks an optional package of some other platform.
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
