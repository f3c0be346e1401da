import type { PublicVersion } from '../publicVersion.js'

/** Something that happened to a policy, for feeds: a version was published, or took effect. */
export type PolicyChange = {
  at: string
  /** Stays the same whatever else happens. */
  id: string
  kind: 'in_force' | 'published'
  version: PublicVersion
}

/**
 * What happened to a policy until an instant, newest first: each publication, and each version that
 * came into force. One that was withdrawn never did.
 */
export const changesOf = ({
  at,
  versions,
}: {
  at: Date
  versions: readonly PublicVersion[]
}): PolicyChange[] =>
  versions
    .flatMap((version): PolicyChange[] => [
      ...(version.publishedAt
        ? [change({ at: version.publishedAt, kind: 'published', version })]
        : []),
      // A version that takes effect at its publication is told of once.
      ...(version.effectiveAt &&
      version.state !== 'withdrawn' &&
      version.effectiveAt !== version.publishedAt
        ? [change({ at: version.effectiveAt, kind: 'in_force', version })]
        : []),
    ])
    .filter((happened) => +new Date(happened.at) <= +at)
    .sort((one, other) => +new Date(other.at) - +new Date(one.at))

const change = ({ at, kind, version }: Omit<PolicyChange, 'id'>): PolicyChange => ({
  id: `${version.fingerprint}/${kind}`,
  at,
  kind,
  version,
})
