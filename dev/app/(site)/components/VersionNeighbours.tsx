import type { PublicVersion } from 'payload-plugin-policy-versioning'

import { historyPath, labelIn, versionPath } from '../addresses.js'

/** Leads to the versions before and after, and to all of them. */
export const VersionNeighbours = ({ version: { links, policy } }: { version: PublicVersion }) => (
  <nav aria-label="Other versions">
    <ul className="neighbours">
      <li>
        {links.predecessor && (
          <Neighbour address={links.predecessor} rel="prev" slug={policy.slug} words="Before" />
        )}
      </li>
      <li>
        <a href={historyPath(policy.slug)}>All versions</a>
      </li>
      <li>
        {links.successor && (
          <Neighbour address={links.successor} rel="next" slug={policy.slug} words="After" />
        )}
      </li>
    </ul>
  </nav>
)

const Neighbour = ({
  address,
  rel,
  slug,
  words,
}: {
  address: string
  rel: 'next' | 'prev'
  slug: string
  words: string
}) => {
  const label = labelIn(address)
  return (
    <a href={versionPath({ label, slug })} rel={rel}>
      {words}: version {label}
    </a>
  )
}
