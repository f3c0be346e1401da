import type { Delivery } from '../delivery/delivery.js'
import type { PublicSource } from '../delivery/source.js'

import { deliver, responseOf } from '../delivery/deliver.js'
import { publicRequestOf } from '../delivery/publicRequest.js'
import { formats } from '../delivery/routes.js'

/** What a copy is made with: all that is public, as it is at one instant. */
export type Copied = {
  /** The instant of the copy. */
  at: Date
  delivery: Omit<Delivery, 'bodies' | 'made' | 'source'>
  /** What is told at an instant, of what was published by that of the copy. */
  sourceAt: (instant: Date) => PublicSource
}

/** Asks one of the public routes in a language. */
export type Ask = {
  /**
   * What a route answers, as it does at an instant.
   * @throws Error for a refusal, which must not be served as if it were a policy.
   */
  answer: (asked: { accept?: string; at: Date; path: string }) => Promise<string>
  /** Where the language's files lie; those of the default language lie at the top. */
  folder: string
  locale: string
}

/** Asks in one of the languages, by their paths below the API's. */
export const asking = ({
  copied: { delivery, sourceAt },
  locale,
}: {
  copied: Copied
  locale: string
}): Ask => ({
  answer: async ({ accept = formats.json, at, path }) => {
    const url = new URL(path, 'http://export')
    url.searchParams.set('locale', locale)
    const request = publicRequestOf({
      apiRoute: '',
      request: { headers: new Headers({ Accept: accept }), method: 'GET', url: url.href },
      slugs: { notices: 'policy-notices', policies: 'policies' },
    })
    const response = responseOf(
      await deliver({ delivery: { ...delivery, source: sourceAt(at) }, request: request! }),
    )
    const text = await response.text()

    if (!response.ok) {
      throw new Error(`${path} cannot be exported, since it answers ${response.status}: ${text}`)
    }
    return text
  },
  folder: locale === delivery.languages.default ? '' : `${locale}/`,
  locale,
})
