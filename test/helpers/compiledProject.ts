import { build } from 'esbuild'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * An option for every process that loads Payload. Without it Node takes Lexical's entry for `node`, which
 * awaits an import at its top level; Node loses such imports now and then, and the process ends in the
 * middle of its start, with 0 and without a word (payloadcms/payload#17757).
 */
export const withoutLoss = '--conditions=production'

/**
 * The project as JavaScript, file by file, beside its packages: a process that a test starts from it
 * needs no loader for TypeScript, which takes seconds each time.
 */
export const compiledProject = async (): Promise<{
  remove: () => Promise<void>
  /** Where the JavaScript of a file of the project is. */
  scriptOf: (path: string) => string
}> => {
  const folder = await mkdtemp(join(root, 'node_modules', '.compiled-'))
  await build({
    absWorkingDir: root,
    entryPoints: [
      'src/**/*.ts',
      'src/**/*.tsx',
      'test/bench/*.ts',
      'test/fixtures/*.ts',
      'test/helpers/**/*.ts',
    ],
    format: 'esm',
    jsx: 'automatic',
    outbase: root,
    outdir: folder,
    platform: 'node',
  })

  return {
    remove: () => rm(folder, { force: true, recursive: true }),
    scriptOf: (path) => join(folder, path.replace(/\.tsx?$/, '.js')),
  }
}
