import type { Delivery } from '../delivery/delivery.js'

import { deliver, responseOf } from '../delivery/deliver.js'
import { publicRequestOf } from '../delivery/publicRequest.js'
import { formats } from '../delivery/routes.js'

/** Asks one of the public routes in a language. */
export type Ask = {
  answer: (args: { accept?: string; path: string }) => Promise<Response>
  /** Where the language's files lie; those of the default language lie at the top. */
  folder: string
}

/** Asks in one of the languages, by their paths below the API's. */
export const asking = ({ delivery, locale }: { delivery: Delivery; locale: string }): Ask => ({
  answer: async ({ accept = formats.json, path }) => {
    const url = new URL(path, 'http://export')
    url.searchParams.set('locale', locale)
    const request = publicRequestOf({
      apiRoute: '',
      request: { headers: new Headers({ Accept: accept }), method: 'GET', url: url.href },
      slugs: { notices: 'policy-notices', policies: 'policies' },
    })
    return responseOf(await deliver({ delivery: { ...delivery, isCopy: true }, request: request! }))
  },
  folder: locale === delivery.languages.default ? '' : `${locale}/`,
})
