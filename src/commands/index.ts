import type { BinScriptConfig } from 'payload'

import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(import.meta.url)

/** The plugin's commands, run as `payload policies:verify` and so on. Each is a script of its own, loaded when it is called. */
export const policyCommands: BinScriptConfig[] = [
  'anchor',
  'doctor',
  'evidence',
  'export',
  'guards',
  'verify',
].map((name) => ({
  key: `policies:${name}`,
  // Not `new URL(…, import.meta.url)`, which bundlers take for a file to ship; and of a path that they
  // cannot tell Turbopack would ship the whole project.
  scriptPath: join(/* turbopackIgnore: true */ dirname(file), `${name}${extname(file)}`),
}))
