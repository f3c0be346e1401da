import type { RequestListener } from 'node:http'

import type { Delivery } from '../domain/delivery/delivery.js'

import { responseOf } from '../domain/delivery/deliver.js'
import { pageWordsOf } from '../translations/index.js'
import { type AskedRequest, nodeListener } from './nodeListener.js'
import { readerAnswer } from './readerAnswer.js'
import { defaultSlugs, type PolicyReaderOptions } from './readerOptions.js'
import { readerSupply } from './readerSupply.js'
import { readerTables } from './readerTables.js'

export type { PolicyReaderOptions } from './readerOptions.js'

export type PolicyReader = {
  /** Ends its connections. */
  close: () => Promise<void>
  /** Answers a request for one of the public routes, anything else with 404. */
  fetch: (request: Request) => Promise<Response>
  /** Answers the same on `node:http`, several times as fast as over `Request` and `Response`. */
  listener: RequestListener
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
  schemaName,
  serverURL = '',
  slugs: ownSlugs = {},
  tables: ownTables,
  ...options
}: PolicyReaderOptions): PolicyReader => {
  const slugs = { ...defaultSlugs, ...ownSlugs }
  const { close, ...supply } = readerSupply({
    ...options,
    cache,
    onError,
    tables: readerTables({ schemaName, slugs, tables: ownTables }),
  })
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
    readerAnswer({ apiRoute, delivery, onError, request, slugs })

  return {
    close,
    fetch: async (request) => responseOf(await answerTo(request)),
    listener: nodeListener(answerTo),
  }
}
