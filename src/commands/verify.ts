import type { BinScript } from 'payload'

import { type CheckedRecord } from '../operations/record/checkRecord.js'
import { verifyPolicies } from '../operations/verifyRecord.js'
import { runCommand } from './runCommand.js'

/** `payload policies:verify [--anchor FILE] [--policy SLUG] [--json]`: names each broken link of the record. */
export const script: BinScript = (config) =>
  runCommand({
    allowed: ['anchor', 'policy'],
    config,
    name: 'policies:verify',
    run: async ({ context, options: { anchor, policy }, payload }) => {
      const checked = await verifyPolicies({ anchor, context, payload, policy })

      return {
        isClean: checked.findings.length === 0,
        report: checked,
        text: textOf({ ...checked, isAnchored: anchor !== undefined }),
      }
    },
  })

const textOf = ({
  events,
  findings,
  isAnchored,
  policies,
}: CheckedRecord & { isAnchored: boolean }): string => {
  const extent = `${events} ${events === 1 ? 'event' : 'events'} of ${policies} ${policies === 1 ? 'policy' : 'policies'}`

  return [
    ...findings.map(({ code, message, policy }) => `${policy ?? '–'}  ${code}  ${message}`),
    findings.length === 0
      ? `Nothing found: ${extent} are as they were recorded.`
      : `${findings.length} broken ${findings.length === 1 ? 'link' : 'links'} in ${extent}.`,
    ...(isAnchored
      ? []
      : [
          'Compared with no anchor, so an end that was cut off would not show. `payload policies:anchor --out FILE` writes one.',
        ]),
  ].join('\n')
}
