import type { Delivery } from './delivery.js'
import type { Addresses, PublicVersion } from '../publicVersion.js'

/**
 * The relations of a version to others, as a `Link` header (RFC 8288): earlier and later ones and the
 * latest (RFC 5829), and the time map with which an archive's reader travels (RFC 7089).
 */
export const linkHeader = ({
  addresses,
  news = [],
  version,
}: {
  addresses: Addresses
  news?: readonly News[]
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
    ...newsLinks(news),
  ].join(', ')
}

/** The relations of a policy's list of versions to the rest of it, as a `Link` header. */
export const historyLinkHeader = ({
  addresses,
  news,
  slug,
}: {
  addresses: Addresses
  news: readonly News[]
  slug: string
}): string =>
  [
    link(addresses.api({ path: 'versions', slug }), 'canonical'),
    link(addresses.api({ path: 'current', slug }), 'latest-version'),
    link(addresses.api({ path: 'timemap', slug }), 'timemap', { type: 'application/link-format' }),
    ...newsLinks(news),
  ].join(', ')

/** Where a program can follow a policy: the media type and the address of a feed or a calendar. */
export type News = { type: string; url: string }

/** The feeds and the calendar of a policy in a language; a copy may be without. */
export const newsOf = ({
  addresses,
  isCopy = false,
  locale,
  slug,
}: Pick<Delivery, 'addresses' | 'isCopy'> & { locale: string; slug: string }): News[] =>
  Object.entries(
    isCopy
      ? {}
      : {
          'calendar.ics': 'text/calendar',
          'feed.atom': 'application/atom+xml',
          'feed.json': 'application/feed+json',
        },
  ).map(([path, type]) => ({
    type,
    url: `${addresses.api({ path, slug })}?${new URLSearchParams({ locale }).toString()}`,
  }))

const newsLinks = (news: readonly News[]): string[] =>
  news.map(({ type, url }) => link(url, 'alternate', { type }))

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
