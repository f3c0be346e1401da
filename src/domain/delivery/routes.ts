import type { FeedFormat } from './news/writeFeed.js'

/** The formats that a version is answered in; each is an extension and a media type. */
export const formats = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const

export type Format = keyof typeof formats

/** What a public route answers. */
export type RouteName =
  | 'calendar'
  | 'compare'
  | 'current'
  | 'feed'
  | 'notices'
  | 'openapi'
  | 'text'
  | 'timemap'
  | 'version'
  | 'versions'

/** A public route: below which collection it lies, and how its path reads (`:name` stands for a part). */
export type PublicRoute = {
  /** The format of a feed. */
  feed?: FeedFormat
  /** Of what is asked for by an extension alone. */
  format?: Format
  name: RouteName
  of: 'notices' | 'policies'
  path: `/${string}`
}

/** Every public route. Endpoints and the standalone reader are made from this. */
export const publicRoutes: readonly PublicRoute[] = [
  { name: 'current', of: 'policies', path: '/:slug/current' },
  ...(['html', 'json', 'md', 'txt'] as const).map((format): PublicRoute => ({
    format,
    name: 'current',
    of: 'policies',
    path: `/:slug/current.${format}`,
  })),
  { name: 'versions', of: 'policies', path: '/:slug/versions' },
  { format: 'html', name: 'versions', of: 'policies', path: '/:slug/versions.html' },
  { name: 'version', of: 'policies', path: '/:slug/versions/:label' },
  { name: 'text', of: 'policies', path: '/:slug/texts/:fingerprint' },
  { name: 'compare', of: 'policies', path: '/:slug/compare/:from/:to' },
  { name: 'timemap', of: 'policies', path: '/:slug/timemap' },
  { feed: 'atom', name: 'feed', of: 'policies', path: '/:slug/feed.atom' },
  { feed: 'json', name: 'feed', of: 'policies', path: '/:slug/feed.json' },
  { name: 'calendar', of: 'policies', path: '/:slug/calendar.ics' },
  // Without a slug, of all policies.
  { feed: 'atom', name: 'feed', of: 'policies', path: '/feed.atom' },
  { feed: 'json', name: 'feed', of: 'policies', path: '/feed.json' },
  { name: 'calendar', of: 'policies', path: '/calendar.ics' },
  { name: 'openapi', of: 'policies', path: '/openapi.json' },
  { name: 'notices', of: 'notices', path: '/active' },
]

/** A request for something public, told apart from how it came. */
export type PublicRequest = {
  headers: Pick<Headers, 'get'>
  /** True for HEAD: the same answer without its body. */
  isHead: boolean
  /** The scheme and the host that were asked, such as `https://cms.example`. */
  origin: string
  /** The values of the path's parts. */
  parts: Partial<Record<string, string>>
  query: URLSearchParams
  /** Below which collections the routes lie. */
  slugs: Record<PublicRoute['of'], string>
  route: PublicRoute
}
