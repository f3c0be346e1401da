import type { BinScript } from 'payload'

import { writeFile } from 'node:fs/promises'

import { anchorRecord } from '../operations/anchorRecord.js'
import { runCommand } from './runCommand.js'

/** `payload policies:anchor [--out FILE]`: writes how far the record reaches now, as JSON. */
export const script: BinScript = (config) =>
  runCommand({
    allowed: ['out'],
    config,
    name: 'policies:anchor',
    run: async ({ context, options: { out }, payload }) => {
      const anchor = await anchorRecord({ context, payload })
      const json = JSON.stringify(anchor, null, 2)

      if (out !== undefined) {
        await writeFile(out, `${json}\n`)
      }
      return {
        isClean: true,
        report: anchor,
        text:
          out === undefined
            ? json
            : `Anchored ${anchor.policies.length} ${anchor.policies.length === 1 ? 'policy' : 'policies'} at ${anchor.at} in ${out}. Keep it where the database's owner cannot write.`,
      }
    },
  })
