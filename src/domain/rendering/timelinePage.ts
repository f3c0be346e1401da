import type { PublicVersion } from '../publicVersion.js'
import type { PageWords } from './pageWords.js'

import { directionOf } from './directionOf.js'
import { markup } from './markup.js'
import { alternatesMarkup, inLanguageMarkup, linkMarkup, quotingMarkup } from './pageParts.js'
import { policyPageStyle } from './policyPageStyle.js'
import { standingDates } from './standingBox.js'

/** All versions of a policy as a complete page of HTML; send it with `policyPageSecurityPolicy`. */
export const timelinePage = ({
  addressOf,
  alternates = [],
  language,
  versions,
  words,
}: {
  /** Where the page of a version is. */
  addressOf: (version: PublicVersion) => string
  /** The feeds and the calendar of the policy. */
  alternates?: readonly { type: string; url: string }[]
  /** The language of the page's own words, as a BCP 47 tag; the titles may be in another. */
  language: string
  /** Newest first; at least one. */
  versions: readonly PublicVersion[]
  words: PageWords
}): string => {
  const title = versions[0]?.policy.title ?? ''
  const titleLanguage = versions[0]?.locale ?? language

  return markup`<!doctype html>
<html dir="${directionOf(language)}" lang="${language}">
<head>
<meta charset="utf-8">
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta content="light dark" name="color-scheme">
<title>${title}</title>
${alternatesMarkup(alternates)}<style>${{ html: policyPageStyle }}</style>
</head>
<body>
<header>
<h1 ${inLanguageMarkup(titleLanguage)}>${title}</h1>
<p class="facts">${words.history}</p>
</header>
<main>
${versions.map((version) => {
  const { changeSummary, label, locale, policy, state } = version
  const setting = { language, timeZone: policy.timeZone }
  const name = quotingMarkup({ text: words.version, values: { label } })

  return markup`
<section class="box ${state}">
<h2>${linkMarkup({ text: name, url: addressOf(version) })}</h2>
${standingDates({ setting, version, words }).map((line) => markup`<p>${line}</p>`)}
${changeSummary && markup`<p ${inLanguageMarkup(locale)}>${changeSummary}</p>`}
</section>`
})}
</main>
</body>
</html>
`.html
}
