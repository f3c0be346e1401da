import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { provideDatabase } from '../../dev/database/databaseUrl.mjs'
import { compiledProject, withoutLoss } from '../helpers/compiledProject.js'

/**
 * `npm run bench [-- --quick] [-- --json FILE]`: runs the benchmark as JavaScript, as a host runs the
 * package. What loads TypeScript on the way makes every small function dearer than it is.
 */
const { remove, scriptOf } = await compiledProject()
const { connectionString, stop } = await provideDatabase()
try {
  const child = spawn(
    process.execPath,
    [withoutLoss, scriptOf('test/bench/run.ts'), ...process.argv.slice(2)],
    { env: { ...process.env, DATABASE_URL: connectionString }, stdio: 'inherit' },
  )
  const [code] = (await once(child, 'exit')) as [null | number]
  process.exitCode = code ?? 1
} finally {
  await stop()
  await remove()
}
process.exit(process.exitCode)
