import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Where the cluster lives and, for root, whom postgres, which refuses root, is to run as instead.
 * @param {{ canMove: boolean, dir: string }} options
 * @returns {Promise<{ home: string, user?: { gid: number, uid: number } }>}
 */
export const settle = async ({ canMove, dir }) => {
  await fs.mkdir(dir, { recursive: true })

  const home = await fs.realpath(dir)

  if (process.getuid?.() !== 0) {
    return { home }
  }

  const { gid, uid } = await fs.stat(home)
  const user = uid === 0 ? { gid: 65534, uid: 65534 } : { gid, uid }

  if (canMove && !(await isReachable({ path: dirname(home), uid: user.uid }))) {
    // Below a root-only directory, like root's home: only a note of where the data are is kept there.
    const note = join(home, 'location')
    const known = await fs.readFile(note, 'utf8').catch(() => '')
    const other = existsSync(known) ? known : await fs.mkdtemp(join(tmpdir(), 'postgres-data-'))

    await fs.writeFile(note, other)
    console.warn(`Only root can enter ${home}, so the database is in ${other}.`)

    return settle({ canMove: false, dir: other })
  }

  await fs.chown(home, user.uid, user.gid)

  return { home, user }
}

/**
 * The superuser's password: 127.0.0.1 is open to every user of the machine.
 * @param {{ home: string, user: { gid: number, uid: number } | undefined }} options
 */
export const passwordOf = async ({ home, user }) => {
  const file = join(home, 'password')

  if (!existsSync(file)) {
    await fs.writeFile(file, randomBytes(16).toString('hex'), { flag: 'wx', mode: 0o600 })
    await (user && fs.lchown(file, user.uid, user.gid))
  }

  return fs.readFile(file, 'utf8')
}

/**
 * Whether a user who is in no group of the owners can enter every directory of an absolute path, and
 * enter or run what it leads to. Without `uid` the user is the present one, and so it is.
 * @param {{ path: string, uid?: number | undefined }} options
 * @returns {Promise<boolean>}
 */
export const isReachable = async ({ path, uid }) => {
  if (uid === undefined || path === dirname(path)) {
    return true
  }

  const { mode, uid: owner } = await fs.stat(path)

  return (mode & (owner === uid ? 0o100 : 0o001)) !== 0 && isReachable({ path: dirname(path), uid })
}
