import type { Delivery } from '../delivery/delivery.js'
import type { PublicSource } from '../delivery/source.js'
import type { Addresses } from '../publicVersion.js'

import { deliver, responseOf } from '../delivery/deliver.js'
import { publicRequestOf } from '../delivery/publicRequest.js'
import { formats } from '../delivery/routes.js'
import { copyAddresses } from './copyAddresses.js'

/** What a copy is made with: all that is public, as it is at one instant. */
export type Copied = {
  /** The instant of the copy. */
  at: Date
  /** The public address of the copy, with a slash at its end, where it is known. */
  base?: string | undefined
  delivery: Pick<Delivery, 'languages' | 'maxAge' | 'pageWords'>
  /** Where the public site shows a version; the copy does where it is left out. */
  site?: Addresses['site'] | undefined
  /** What is told at an instant, of what was published by that of the copy. */
  sourceAt: (instant: Date) => PublicSource
}

/** Asks one of the public routes in a language. */
export type Ask = {
  /**
   * What a route answers, as it does at an instant.
   * @throws Error for a refusal, which must not be served as if it were a policy.
   */
  answer: (asked: {
    accept?: string
    at: Date
    /** The file that the answer becomes. */
    file: string
    /** True for what is read away from where it is fetched, and so needs addresses with their host. */
    isAbsolute?: boolean
    /** Below the API's own path. */
    path: string
    /** Below the policy's folder, that of the span that is asked about. */
    span?: string
  }) => Promise<string>
  /** Where the language's files lie; those of the default language lie at the top. */
  folder: string
}

/** Asks in one of the languages. */
export const asking = ({
  copied: { base, delivery, site, sourceAt },
  locale,
}: {
  copied: Copied
  locale: string
}): Ask => {
  const { languages } = delivery
  const folder = locale === languages.default ? '' : `${locale}/`

  return {
    answer: async ({ accept = formats.json, at, file, isAbsolute = false, path, span }) => {
      const addresses = copyAddresses({
        base: isAbsolute ? base : undefined,
        file,
        language: folder,
        site,
        ...(span !== undefined && { span }),
      })
      const source = sourceAt(at)
      const request = publicRequestOf({
        apiRoute: '',
        request: {
          headers: new Headers({ Accept: accept }),
          method: 'GET',
          // Every address is relative or has the host of the copy, so that this one shows nowhere.
          url: new URL(path, 'http://export').href,
        },
        slugs: { notices: 'policy-notices', policies: 'policies' },
      })
      const response = responseOf(
        await deliver({
          delivery: {
            ...delivery,
            addresses,
            isCopy: true,
            // Nobody names the language of a file in its query.
            languages: { ...languages, default: locale },
            source: site ? source : leadingToCopy({ addresses, locale, source }),
          },
          request: request!,
        }),
      )
      const text = await response.text()

      if (!response.ok) {
        throw new Error(`${path} cannot be exported, since it answers ${response.status}: ${text}`)
      }
      return text
    },
    folder,
  }
}

/** Notices carry the address of a site; where there is none they lead to the page in the copy. */
const leadingToCopy = ({
  addresses: { site },
  locale,
  source,
}: {
  addresses: Addresses
  locale: string
  source: PublicSource
}): PublicSource => ({
  ...source,
  notices: async (asked) => {
    const known = await source.notices(asked)
    const notices = known.record.notices.map((notice) => ({
      ...notice,
      url: site({ label: notice.label, locale, slug: notice.sealed.policy.slug }),
    }))

    return { ...known, record: { ...known.record, notices } }
  },
})
