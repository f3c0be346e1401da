import type { BinScript } from 'payload'

import { installGuards } from '../database/guardedConnection.js'
import { runCommand } from './runCommand.js'

/** `payload policies:guards [--json]`: installs what the database lacks of the guards. */
export const script: BinScript = (config) =>
  runCommand({
    allowed: [],
    config,
    name: 'policies:guards',
    run: async ({ context: { clock, slugs }, payload }) => {
      const installed = await installGuards({ isClockSimulated: Boolean(clock), payload, slugs })

      return {
        isClean: true,
        report: { installed },
        text:
          installed.length === 0
            ? 'The guards are in place already.'
            : `Installed ${installed.length === 1 ? '1 guard' : `${installed.length} guards`}: ${installed.join(', ')}.`,
      }
    },
  })
