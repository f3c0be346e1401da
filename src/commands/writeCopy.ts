import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix, sep } from 'node:path'

import type { StaticFile } from '../domain/staticCopy/staticFiles.js'

/**
 * Writes a static copy over an earlier one that is being served: whoever reads a file meanwhile has all
 * of the one or of the other. `finish` clears up after the earlier copy what this one lacks: the answers
 * of changes that have come by now, or will not. Their pages lead to those of now, as somebody may have
 * kept their addresses.
 */
export const copyWriter = ({
  directory,
}: {
  directory: string
}): { finish: () => Promise<void>; write: (file: StaticFile) => Promise<void> } => {
  const written = new Set<string>()

  const write = async ({ path, text }: StaticFile): Promise<void> => {
    const file = join(directory, path)
    const temporary = `${file}.${process.pid}.tmp`

    written.add(path)
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(temporary, text)
      await rename(temporary, file)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  return {
    finish: async () => {
      for (const entry of await readdir(directory, { recursive: true })) {
        const path = entry.replaceAll(sep, '/')
        const [, folder, page] = ofChange.exec(path) ?? []

        if (folder === undefined || page === undefined || written.has(path)) {
          continue
        }
        if (page.endsWith('.html')) {
          const now = written.has(`${folder}${page}`) ? page : 'versions.html'
          const target = posix.relative(posix.dirname(path), `${folder}${now}`)
          await write({ path, text: leadingTo(target) })
        } else {
          await rm(join(directory, path))
        }
      }
    },
    write,
  }
}

/** A file of what is answered from a change on: the policy's folder, and what it is a later state of. */
const ofChange = /^((?:[\w-]+\/)?policies\/[^/]+\/)at\/\d{4}-\d{2}-\d{2}T[\d-]+Z\/(.+\.\w+)$/

const leadingTo = (target: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${target}"><title>${target}</title></head><body><a href="${target}">${target}</a></body></html>\n`
