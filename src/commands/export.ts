import type { BinScript } from 'payload'

import { exportPolicies } from '../operations/exportPolicies.js'
import { runCommand } from './runCommand.js'
import { copyWriter } from './writeCopy.js'

/**
 * `payload policies:export DIR [--url URL]`: writes everything that is public into a directory, for any
 * web server and for the standalone reader.
 */
export const script: BinScript = (config) =>
  runCommand({
    allowed: ['url'],
    config,
    name: 'policies:export',
    operand: 'DIR',
    run: async ({ context, operand: directory, options: { url }, payload }) => {
      if (url !== undefined && !isWebAddress(url)) {
        throw new Error(
          `policies:export: the address ${JSON.stringify(url)} is none of the web. Name where the copy will be: --url https://policies.example.com.`,
        )
      }
      const { finish, write } = copyWriter({ directory })
      const { files, nextChangeAt } = await exportPolicies({
        context,
        payload,
        url,
        write,
      })
      await finish()

      return {
        isClean: true,
        report: { directory, files, nextChangeAt },
        text: [
          `Wrote ${files} files to ${directory}.`,
          'Pages and pick.js pick by the clock what is in force.',
          'All other files tell how it was at this export.',
          `Export again ${nextChangeAt === null ? '' : `at the next change, ${nextChangeAt}, and `}after each publication.`,
          ...(url === undefined
            ? [
                'Feeds and calendars need the address of the copy and were left out: name it with --url.',
              ]
            : []),
        ].join(' '),
      }
    },
  })

const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
