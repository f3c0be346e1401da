import type { Delivery } from '../../src/domain/delivery/delivery.js'
import type { PublicSource } from '../../src/domain/delivery/source.js'

import { deliver, responseOf } from '../../src/domain/delivery/deliver.js'
import { publicRequestOf } from '../../src/domain/delivery/publicRequest.js'
import { pageWordsOf } from '../../src/translations/index.js'

/** What public answers are made with, from a source, as by a host with three languages. */
export const deliveryFrom = (source: PublicSource, fields: Partial<Delivery> = {}): Delivery => ({
  addresses: {
    api: ({ path, slug }) => `https://cms.example/api/policies/${slug}/${path}`,
    site: ({ label, slug }) => `https://www.example/${slug}/${label}`,
  },
  languages: { all: ['en', 'de', 'fr'], default: 'en', fallback: {} },
  maxAge: 60,
  pageWords: pageWordsOf,
  source,
  ...fields,
})

/** Asks for a public address, below the API's own path. */
export const ask = async ({
  delivery,
  headers = {},
  method = 'GET',
  path,
}: {
  delivery: Delivery
  headers?: Record<string, string>
  method?: string
  path: string
}): Promise<Response> => {
  const request = publicRequestOf({
    apiRoute: '/api',
    request: { headers: new Headers(headers), method, url: `https://cms.example/api${path}` },
    slugs: { notices: 'policy-notices', policies: 'policies' },
  })
  if (!request) {
    throw new Error(`There is no public route for ${path}.`)
  }

  return responseOf(await deliver({ delivery, request }))
}
