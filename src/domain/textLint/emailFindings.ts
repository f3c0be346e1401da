import type { PolicyText } from './policyTextOf.js'

import { brokenAddressesIn, brokenAddressesOf } from './brokenAddresses.js'
import { findingOf, type TextFinding } from './textFinding.js'

/** The e-mail addresses, written or linked, that no message can reach. */
export const emailFindings = ({ blocks, urls }: PolicyText): TextFinding[] => {
  const broken = [
    ...blocks.flatMap(({ text }) => brokenAddressesIn(text)),
    ...urls.flatMap(brokenAddressesOf),
  ]

  return [...new Map(broken.map(({ address, fault }) => [address, fault]))].map(
    ([address, fault]) =>
      findingOf({
        because: `which cannot work as an e-mail address: ${fault}. Correct it.`,
        code: 'EMAIL_BROKEN',
        excerpt: address,
      }),
  )
}
