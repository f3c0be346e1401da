import type { ActiveNotice } from '../activeNotices.js'
import type { StoredText, TextForm } from '../versionText.js'
import type { Addresses, PublicVersion } from '../publicVersion.js'
import type { CurrentPolicy } from './currentAnswer.js'
import type { Delivery } from './delivery.js'
import type { News } from './links.js'
import type { Format } from './routes.js'

import { policyPage } from '../rendering/policyPage.js'
import { policyPageSecurityPolicy } from '../rendering/policyPageStyle.js'
import { jsonWithText } from '../versionText.js'

/** A version as it is answered: with those announced beside it where it is the one in force. */
export type ShownVersion = Partial<Pick<CurrentPolicy, 'upcoming'>> & PublicVersion

/** The forms of a text that a format is written from. */
export const formsOf: Record<Format, readonly TextForm[]> = {
  html: ['html'],
  json: ['body', 'html', 'text'],
  md: ['markdown'],
  txt: ['text'],
}

/** Writes a version in a format, from what was sealed with it. */
export const writeVersion = ({
  addresses,
  format,
  isAskable,
  news,
  notices,
  page,
  text,
  version,
}: {
  addresses: Addresses
  format: Format
  /** Whether its page can be asked for in the language that was asked for. */
  isAskable: boolean
  /** Where the policy can be followed, for a page to tell. */
  news: readonly News[]
  /** What is announced, for a page to show. */
  notices: readonly ActiveNotice[]
  page: ReturnType<Delivery['pageWords']>
  text: StoredText
  version: ShownVersion
}): string => {
  const linked = isAskable ? version : inLanguageShown(version)

  switch (format) {
    case 'html':
      return policyPage({
        ...page,
        alternates: news,
        links: {
          current: pageAddress({ addresses, path: 'current', version: linked }),
          history: pageAddress({ addresses, path: 'versions', version: linked }),
        },
        notices,
        version: { ...version, html: text.html },
      })
    case 'json':
      return jsonWithText(version, text)
    case 'md':
      return text.markdown ?? ''
    case 'txt':
      return text.text ?? ''
  }
}

/** A version as it is where it is asked for in the language that it is shown in. */
export const inLanguageShown = <T extends Pick<PublicVersion, 'locales'>>(version: T): T => ({
  ...version,
  locales: { ...version.locales, missing: null },
})

/** Where a page is, in the language that a version was asked for. */
export const pageAddress = ({
  addresses,
  path,
  version: { locale: shown, locales, policy },
}: {
  addresses: Addresses
  path: string
  version: Pick<PublicVersion, 'locale' | 'locales' | 'policy'>
}): string => {
  const locale = locales.missing ?? shown
  const { slug } = policy

  return (
    addresses.page?.({ locale, path, slug }) ??
    `${addresses.api({ path, slug })}.html?${new URLSearchParams({ locale }).toString()}`
  )
}

/** What a format is sent with: a page may load nothing and run nothing. */
export const headersOf = (format: Format): Record<string, string> =>
  format === 'html' ? { 'Content-Security-Policy': policyPageSecurityPolicy } : {}
