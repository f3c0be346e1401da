import { cpSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Copies the style sheets of the admin's components beside what the compiler wrote. */
const root = fileURLToPath(new URL('..', import.meta.url))

cpSync(`${root}src`, `${root}dist`, {
  filter: (file) => statSync(file).isDirectory() || file.endsWith('.css'),
  recursive: true,
})
