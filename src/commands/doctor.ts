import type { BinScript } from 'payload'

import { doctor } from '../operations/doctor.js'
import { runCommand } from './runCommand.js'

/** `payload policies:doctor [--json]`: looks at everything that the promises rest on. */
export const script: BinScript = (config) =>
  runCommand({
    allowed: [],
    config,
    name: 'policies:doctor',
    run: async ({ context, payload }) => {
      const checks = await doctor({ context, payload })
      const found = checks.filter(({ status }) => status === 'finding').length

      return {
        isClean: found === 0,
        report: { checks },
        text: [
          ...checks.map(
            ({ check, message, status }) => `${status.padEnd(7)}  ${check.padEnd(11)}  ${message}`,
          ),
          found === 0
            ? `All ${checks.length} checks are well.`
            : `${found} of ${checks.length} checks found something.`,
        ].join('\n'),
      }
    },
  })
