import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { inParts } from '../policyHtml.js'

/** A version's text as the API renders it, which escapes whatever its authors wrote. */
export const PolicyText = ({ version }: { version: PublicVersion }) => (
  <div
    className="policy-text"
    dangerouslySetInnerHTML={{ __html: inParts(version.html ?? '').rest }}
    lang={version.locale}
  />
)
