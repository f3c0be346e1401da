import pg from 'pg'

import type { Delivery } from '../domain/delivery/delivery.js'
import type { Query } from '../database/statement.js'
import type { Languages } from '../domain/languages.js'

import { cachedSource } from '../database/cachedSource.js'
import { listenForChanges } from '../database/changes.js'
import { databaseSource } from '../database/publicSource.js'
import { deliver } from '../domain/delivery/deliver.js'
import { openToAll } from '../domain/delivery/headers.js'
import { publicRequestOf } from '../domain/delivery/publicRequest.js'

/** How the standalone reader finds the sealed versions, and what it answers with. */
export type PolicyReaderOptions = {
  /**
   * Below which path the routes lie, as Payload's `routes.api`.
   * @default '/api'
   */
  apiRoute?: string
  cache?: {
    /**
     * Seconds; the longest that an answer may be kept.
     * @default 60
     */
    maxAge?: number
    /**
     * The most that is kept in memory.
     * @default 67108864
     */
    maxBytes?: number
  }
  /** Of the database, or of a read replica of it. */
  connectionString: string
  /**
   * The languages of the texts, as Payload's localization has them.
   * @default English alone
   */
  languages?: Languages
  /**
   * Connections that are held at most.
   * @default 5
   */
  maxConnections?: number
  /**
   * The address of a version on the public site, as the plugin's option.
   * @default `${serverURL}/policies/${policy.slug}/versions/${version.label}`
   */
  policyUrl?: (args: { locale: string; policy: { slug: string }; version: { label: string } }) => string
  /**
   * The schema of the tables, as the database adapter's `schemaName`.
   * @default what the role's search path finds
   */
  schemaName?: string
  /**
   * Before the addresses in answers, as Payload's `serverURL`.
   * @default ''
   */
  serverURL?: string
  /**
   * The names of the tables, where the host chose other slugs.
   * @default { events: 'policy_events', notices: 'policy_notices', policies: 'policies', reviews: 'policy_reviews', versions: 'policy_versions' }
   */
  tables?: Partial<Record<'events' | 'notices' | 'policies' | 'reviews' | 'versions', string>>
}

export type PolicyReader = {
  /** Ends its connections. */
  close: () => Promise<void>
  /** Answers a request for one of the public routes, anything else with 404. */
  fetch: (request: Request) => Promise<Response>
}

/**
 * Answers the public routes from Postgres alone, so that the policies stay up while the CMS is down. It
 * needs no Payload, only reads, and runs wherever there are `Request` and `Response`. On a primary it
 * hears of publications at once; on a replica, which cannot listen, within a second of their arrival.
 */
export const createPolicyReader = ({
  apiRoute = '/api',
  cache: { maxAge = 60, maxBytes = 64 * 1024 * 1024 } = {},
  connectionString,
  languages = { all: ['en'], default: 'en', fallback: {} },
  maxConnections = 5,
  schemaName,
  serverURL = '',
  policyUrl = ({ policy, version }) => `${serverURL}/policies/${policy.slug}/versions/${version.label}`,
  tables = {},
}: PolicyReaderOptions): PolicyReader => {
  const names = {
    events: 'policy_events',
    notices: 'policy_notices',
    policies: 'policies',
    reviews: 'policy_reviews',
    versions: 'policy_versions',
    ...tables,
  }
  const pool = new pg.Pool({ connectionString, max: maxConnections })
  // A connection that breaks while it is idle is replaced by the next request.
  pool.on('error', () => undefined)
  const query: Query = async <T>({ text, values }: { text: string; values: unknown[] }) => {
    const { rows } = await pool.query<{ answer: T }>({ name: nameOf(text), text, values })
    return rows[0]?.answer as T
  }
  const source = cachedSource({
    maxBytes,
    source: databaseSource({
      query,
      tables: Object.fromEntries(
        Object.entries(names).map(([name, table]) => [
          name,
          [...(schemaName ? [schemaName] : []), table].map((part) => `"${part}"`).join('.'),
        ]),
      ) as typeof names,
    }),
  })
  const { stop } = listenForChanges({
    changed: source.forget,
    connect: () => new pg.Client({ connectionString }),
  })
  const slugs = { notices: slugOf(names.notices), policies: slugOf(names.policies) }
  const delivery: Delivery = {
    addresses: {
      api: ({ path, slug }) =>
        `${serverURL}${apiRoute}/${slugs.policies}/${slug === null ? '' : `${slug}/`}${path}`,
      site: ({ label, locale, slug }) =>
        policyUrl({ locale, policy: { slug }, version: { label } }),
    },
    languages,
    maxAge,
    source,
  }

  return {
    close: async () => {
      await stop()
      await pool.end()
    },
    fetch: (request) => answer({ apiRoute, delivery, request, slugs }),
  }
}

const answer = async ({
  apiRoute,
  delivery,
  request,
  slugs,
}: {
  apiRoute: string
  delivery: Delivery
  request: Request
  slugs: { notices: string; policies: string }
}): Promise<Response> => {
  if (request.method === 'OPTIONS') {
    return new Response(null, {
      headers: { ...openToAll, Allow: 'GET, HEAD, OPTIONS' },
      status: 204,
    })
  }
  if (!['GET', 'HEAD'].includes(request.method)) {
    return refusal({ message: 'Allowed are GET, HEAD and OPTIONS.', status: 405 })
  }

  const asked = publicRequestOf({ apiRoute, request, slugs })
  if (!asked) {
    return refusal({ message: 'There is no such route.', status: 404 })
  }

  try {
    const answered = await deliver({ delivery, request: asked })
    return request.method === 'HEAD' ? new Response(null, answered) : answered
  } catch {
    return refusal({ message: 'The database cannot be read right now. Try again.', status: 503 })
  }
}

const refusal = ({ message, status }: { message: string; status: number }): Response =>
  Response.json(
    { errors: [{ data: { code: status === 404 ? 'NOT_FOUND' : 'INVALID_PARAMETER' }, message }] },
    {
      headers: {
        ...openToAll,
        'Cache-Control': 'no-store',
        ...(status === 405 && { Allow: 'GET, HEAD, OPTIONS' }),
      },
      status,
    },
  )

/** Statements are few, so each is prepared once a connection, under a name of its own. */
const nameOf = (text: string): string => {
  let hash = 0
  for (const character of text) {
    hash = (hash * 31 + character.charCodeAt(0)) | 0
  }
  return `policies_${hash >>> 0}`
}

const slugOf = (table: string): string => table.replaceAll('_', '-')
