import type { ActiveNotice } from '../activeNotices.js'
import type { PublicVersion } from '../publicVersion.js'
import type { CurrentPolicy } from './currentAnswer.js'
import type { Delivery } from './delivery.js'
import type { Format } from './routes.js'

import { policyPage } from '../rendering/policyPage.js'
import { policyPageSecurityPolicy } from '../rendering/policyPageStyle.js'

/** A version as it is answered: with those announced beside it where it is the one in force. */
export type ShownVersion = Partial<Pick<CurrentPolicy, 'upcoming'>> & PublicVersion

/** Writes a version in a format, from what was sealed with it. */
export const writeVersion = ({
  format,
  markdown,
  notices,
  page,
  version,
}: {
  format: Format
  markdown: string
  /** What is announced, for a page to show. */
  notices: readonly ActiveNotice[]
  page: ReturnType<Delivery['pageWords']>
  version: ShownVersion
}): string => {
  switch (format) {
    case 'html':
      return policyPage({
        ...page,
        links: {
          current: pageAddress({ address: version.links.current, version }),
          history: pageAddress({ address: version.links.history, version }),
        },
        notices,
        version,
      })
    case 'json':
      return JSON.stringify(textLast(version))
    case 'md':
      return markdown
    case 'txt':
      return version.text ?? ''
  }
}

/** Where a page of the API is, in the language that a version was asked for. */
export const pageAddress = ({
  address,
  version: { locale, locales },
}: {
  address: string
  version: Pick<PublicVersion, 'locale' | 'locales'>
}): string =>
  `${address}.html?${new URLSearchParams({ locale: locales.missing ?? locale }).toString()}`

/** The same bytes, whether the text came with the version or later. */
const textLast = ({ body, html, text, ...rest }: ShownVersion) => ({ ...rest, body, html, text })

/** What a format is sent with: a page may load nothing and run nothing. */
export const headersOf = (format: Format): Record<string, string> =>
  format === 'html' ? { 'Content-Security-Policy': policyPageSecurityPolicy } : {}
