import type { RequestListener } from 'node:http'

import pg from 'pg'

import type { PublicTables } from '../database/statement.js'
import type { Delivery } from '../domain/delivery/delivery.js'
import type { Languages } from '../domain/languages.js'

import { listeningSupply } from '../database/listeningSupply.js'
import { preparedReads } from '../database/preparedReads.js'
import { databaseSource } from '../database/publicSource.js'
import {
  deliver,
  type Delivered,
  preflight,
  refusal,
  responseOf,
} from '../domain/delivery/deliver.js'
import { publicRequestOf } from '../domain/delivery/publicRequest.js'
import { pageWordsOf } from '../translations/index.js'
import { type AskedRequest, nodeListener } from './nodeListener.js'
import { directorySource } from './directorySource.js'

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
  /** Of the database, or of a read replica of it. Either this or `directory`. */
  connectionString?: string
  /**
   * That `payload policies:export` wrote; it takes the place of a database, and this machine's clock
   * tells what is in force.
   */
  directory?: string
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
  /** Is told of what went wrong: a database that cannot be reached, say. */
  onError?: (error: unknown) => void
  /**
   * The address of a version on the public site, as the plugin's option.
   * @default `${serverURL}/policies/${policy.slug}/versions/${version.label}`
   */
  policyUrl?: (args: {
    locale: string
    policy: { slug: string }
    version: { label: string }
  }) => string
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
   * The slugs of the collections, where the host chose others.
   * @default { events: 'policy-events', notices: 'policy-notices', policies: 'policies', versions: 'policy-versions' }
   */
  slugs?: Partial<Record<ReadTable, string>>
}

type ReadTable = keyof PublicTables

export type PolicyReader = {
  /** Ends its connections. */
  close: () => Promise<void>
  /** Answers a request for one of the public routes, anything else with 404. */
  fetch: (request: Request) => Promise<Response>
  /** Answers the same on `node:http`, several times as fast as over `Request` and `Response`. */
  listener: RequestListener
}

const defaultSlugs: Record<ReadTable, string> = {
  events: 'policy-events',
  notices: 'policy-notices',
  policies: 'policies',
  versions: 'policy-versions',
}

/**
 * Answers the public routes from Postgres alone, so that the policies stay up while the CMS is down. It
 * needs no Payload, only reads, and runs wherever there are `Request` and `Response`. On a primary it
 * hears of publications at once; on a replica, which cannot listen, it has them within a second of their
 * arrival there.
 *
 * @example
 * const reader = createPolicyReader({ connectionString: process.env.DATABASE_URL })
 * const response = await reader.fetch(new Request('https://example.com/api/policies/privacy/current'))
 * createServer(reader.listener).listen(8080)
 * @throws TypeError with neither a database nor a directory, or with both.
 */
export const createPolicyReader = ({
  apiRoute = '/api',
  cache,
  languages = { all: ['en'], default: 'en', fallback: {} },
  onError = () => undefined,
  policyUrl,
  serverURL = '',
  slugs: ownSlugs = {},
  ...options
}: PolicyReaderOptions): PolicyReader => {
  const slugs = { ...defaultSlugs, ...ownSlugs }
  const { close, ...supply } = supplyOf({ ...options, cache, onError, slugs })
  const delivery: Delivery = {
    ...supply,
    addresses: {
      api: ({ path, slug }) => `${serverURL}${apiRoute}/${slugs.policies}/${slug}/${path}`,
      site: ({ label, locale, slug }) =>
        policyUrl?.({ locale, policy: { slug }, version: { label } }) ??
        `${serverURL}/policies/${slug}/versions/${label}`,
    },
    languages,
    maxAge: cache?.maxAge ?? 60,
    pageWords: pageWordsOf,
  }

  const answerTo = (request: AskedRequest) =>
    answer({ apiRoute, delivery, onError, request, slugs })

  return {
    close,
    fetch: async (request) => responseOf(await answerTo(request)),
    listener: nodeListener(answerTo),
  }
}

type Supply = Pick<Delivery, 'bodies' | 'made' | 'source'> & { close: () => Promise<void> }

/** What is answered from: a directory or a database, the latter with what is kept of it in memory. */
const supplyOf = ({
  cache: { maxBytes = 64 * 1024 * 1024 } = {},
  connectionString,
  directory,
  maxConnections = 5,
  onError,
  schemaName,
  slugs,
}: PolicyReaderOptions & {
  onError: (error: unknown) => void
  slugs: Record<ReadTable, string>
}): Supply => {
  if ((connectionString === undefined) === (directory === undefined)) {
    throw new TypeError(
      'createPolicyReader reads from one place: give it the `connectionString` of a database, or the `directory` of an export.',
    )
  }
  if (directory !== undefined) {
    return { close: () => Promise.resolve(), source: directorySource({ directory }) }
  }

  const pool = new pg.Pool({ connectionString, max: maxConnections })
  // A connection that breaks while it is idle is replaced by the next request.
  pool.on('error', onError)
  const { stop, ...supply } = listeningSupply({
    connect: () => new pg.Client({ connectionString }),
    maxBytes,
    source: databaseSource({
      readRow: preparedReads(pool),
      tables: tablesOf({ schemaName, slugs }),
    }),
  })

  return {
    ...supply,
    close: async () => {
      await stop()
      await pool.end()
    },
  }
}

const answer = async ({
  apiRoute,
  delivery,
  onError,
  request,
  slugs,
}: {
  apiRoute: string
  delivery: Delivery
  onError: (error: unknown) => void
  request: AskedRequest
  slugs: Record<ReadTable, string>
}): Promise<Delivered> => {
  const isHead = request.method === 'HEAD'
  const asked = publicRequestOf({ apiRoute, request, slugs })

  if (!asked) {
    return refusal({
      errors: [{ data: { code: 'NOT_FOUND' }, message: 'There is no such route.' }],
      isHead,
      status: 404,
    })
  }
  if (request.method === 'OPTIONS') {
    return preflight()
  }
  if (!['GET', 'HEAD'].includes(request.method)) {
    return refusal({
      errors: [{ message: 'Allowed are GET, HEAD and OPTIONS.' }],
      headers: { Allow: 'GET, HEAD, OPTIONS' },
      isHead,
      status: 405,
    })
  }

  try {
    return await deliver({ delivery, request: asked })
  } catch (error) {
    onError(error)
    return refusal({
      errors: [{ message: 'The database cannot be read right now. Try again.' }],
      isHead,
      status: 503,
    })
  }
}

/** The names of the tables, as Payload's adapter makes them of slugs. */
const tablesOf = ({
  schemaName,
  slugs,
}: {
  schemaName: string | undefined
  slugs: Record<ReadTable, string>
}): PublicTables => {
  const quoted = (slug: string) =>
    [...(schemaName ? [schemaName] : []), slug.replaceAll('-', '_')]
      .map((part) => `"${part}"`)
      .join('.')

  return {
    events: quoted(slugs.events),
    notices: quoted(slugs.notices),
    policies: quoted(slugs.policies),
    versions: quoted(slugs.versions),
  }
}
