import type { BinScript } from 'payload'

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { exportPolicies } from '../operations/exportPolicies.js'
import { runCommand } from './runCommand.js'

/**
 * `payload policies:export DIR`: writes everything that is public into a directory, for any web server
 * and for the standalone reader.
 */
export const script: BinScript = (config) =>
  runCommand({
    allowed: [],
    config,
    name: 'policies:export',
    operand: 'DIR',
    run: async ({ context, operand: directory, payload }) => {
      let files = 0

      for await (const { path, text } of exportPolicies({ context, payload })) {
        const file = join(directory, path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, text)
        files += 1
      }

      return {
        isClean: true,
        report: { directory, files },
        text: `Wrote ${files} files to ${directory}. They hold until something is published: export again then.`,
      }
    },
  })
