import type { Addresses, PublicVersion } from '../publicVersion.js'

/**
 * The relations of a version to others, as a `Link` header (RFC 8288): earlier and later ones and the
 * latest (RFC 5829), and the time map with which an archive's reader travels (RFC 7089).
 */
export const linkHeader = ({
  addresses,
  version,
}: {
  addresses: Addresses
  version: Pick<PublicVersion, 'effectiveAt' | 'links' | 'policy' | 'state'>
}): string => {
  const { links, policy } = version

  return [
    link(links.self, 'canonical'),
    link(links.current, 'latest-version'),
    link(links.current, 'original timegate'),
    link(links.history, 'version-history'),
    link(addresses.api({ path: 'timemap', slug: policy.slug }), 'timemap', {
      type: 'application/link-format',
    }),
    ...(links.predecessor ? [link(links.predecessor, 'predecessor-version')] : []),
    ...(links.successor ? [link(links.successor, 'successor-version')] : []),
    ...mementos([version]),
  ].join(', ')
}

/** A policy's versions as an archive's reader asks for them: a time map (RFC 7089 section 5, RFC 6690). */
export const timeMap = ({
  addresses,
  slug,
  versions,
}: {
  addresses: Addresses
  slug: string
  /** Newest first. */
  versions: readonly Pick<PublicVersion, 'effectiveAt' | 'links' | 'state'>[]
}): string =>
  [
    link(addresses.api({ path: 'current', slug }), 'original timegate'),
    link(addresses.api({ path: 'timemap', slug }), 'self', { type: 'application/link-format' }),
    ...mementos(versions).reverse(),
  ].join(',\n')

/** Links to past and present states of a policy, each with the instant since when it was that. */
const mementos = (
  versions: readonly Pick<PublicVersion, 'effectiveAt' | 'links' | 'state'>[],
): string[] =>
  versions.flatMap(({ effectiveAt, links, state }) =>
    // What was never in force is no state of the policy so far; an unknown time cannot be told.
    effectiveAt !== null && (state === 'in_force' || state === 'superseded')
      ? [link(links.self, 'memento', { datetime: httpDate(effectiveAt) })]
      : [],
  )

/** An instant as HTTP writes it, to the second (RFC 9110 section 5.6.7). */
export const httpDate = (instant: Date | string): string => new Date(instant).toUTCString()

const link = (address: string, relation: string, attributes: Record<string, string> = {}): string =>
  [
    `<${encodeURI(address)}>`,
    `rel="${relation}"`,
    ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`),
  ].join('; ')
