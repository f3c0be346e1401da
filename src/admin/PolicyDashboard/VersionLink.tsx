import { Link } from '@payloadcms/ui'

import type { NamedVersion } from '../../operations/namedVersions.js'
import type { Say } from '../say.js'
import type { Links } from './linksTo.js'

/** A version by its policy's title, linked to its document. */
export const VersionLink = ({
  links,
  named: { policy, version },
  say: { word },
}: {
  links: Links
  named: NamedVersion
  say: Say
}) => (
  <Link href={links.version(version.id)}>
    {word('dashboardVersion', { label: version.label, title: policy.title })}
  </Link>
)
