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
  const locale = isAskable ? languageAsked(version) : version.locale
  const links = { addresses, locale, slug: version.policy.slug }

  switch (format) {
    case 'html':
      return policyPage({
        ...page,
        alternates: news,
        links: {
          current: pageAddress({ ...links, path: 'current' }),
          history: pageAddress({ ...links, path: 'versions' }),
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

/** The language that a version was asked for, whichever it is shown in. */
export const languageAsked = ({
  locale: shown,
  locales,
}: Pick<PublicVersion, 'locale' | 'locales'>): string => locales.missing ?? shown

/** Where a page is that speaks a language. */
export const pageAddress = ({
  addresses,
  ...page
}: {
  addresses: Addresses
  locale: string
  path: string
  slug: string
}): string =>
  addresses.page?.(page) ??
  `${addresses.api(page)}.html?${new URLSearchParams({ locale: page.locale }).toString()}`

/** What a format is sent with: a page may load nothing and run nothing. */
export const headersOf = (format: Format): Record<string, string> =>
  format === 'html' ? { 'Content-Security-Policy': policyPageSecurityPolicy } : {}
