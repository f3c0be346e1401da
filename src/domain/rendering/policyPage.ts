import type { ActiveNotice } from '../activeNotices.js'
import type { PublicVersion } from '../publicVersion.js'
import type { PageWords } from './pageWords.js'

import { announcementBoxes } from './announcementBoxes.js'
import { directionOf } from './directionOf.js'
import { markup, type Markup } from './markup.js'
import {
  alternatesMarkup,
  datedMarkup,
  inLanguageMarkup,
  linkMarkup,
  quotingMarkup,
} from './pageParts.js'
import { policyPageStyle } from './policyPageStyle.js'
import { standingBox } from './standingBox.js'

/**
 * A public version as a complete page of HTML: for readers with any browser, on a phone, in the dark,
 * by ear or on paper. It runs no script and loads nothing; send it with `policyPageSecurityPolicy`.
 * Everything in it is escaped but the version's own HTML, which was made safe when it was sealed.
 */
export const policyPage = ({
  alternates = [],
  dir,
  language,
  links,
  notices = [],
  version,
  words,
}: {
  /** The feeds and the calendar of the policy. */
  alternates?: readonly { type: string; url: string }[]
  /** The direction of the page's own words; that of the language where it is left out. */
  dir?: 'ltr' | 'rtl'
  /** The language of the page's own words, as a BCP 47 tag; the text may be in another. */
  language: string
  links: {
    /** Where the text in force is. */
    current: string
    /** Where all versions are listed. */
    history: string
  }
  /** What is announced; notices of other policies and of this very version are left out. */
  notices?: readonly ActiveNotice[]
  /** A version with its text, and those that were announced to follow it. */
  version: PublicVersion & { upcoming?: readonly PublicVersion[] }
  words: PageWords
}): string => {
  const setting = { language, timeZone: version.policy.timeZone }
  const { heading, rest } = inParts(version)
  const inTextLanguage = inLanguageMarkup(version.locale)

  return markup`<!doctype html>
<html dir="${dir ?? directionOf(language)}" lang="${language}">
<head>
<meta charset="utf-8">
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta content="light dark" name="color-scheme">
<title>${version.title}</title>
${alternatesMarkup(alternates)}<style>${{ html: policyPageStyle }}</style>
</head>
<body>
<a class="skip" href="#policy-text">${words.skipToText}</a>
<header>
<div ${inTextLanguage}>${heading}</div>
<p class="facts">${facts({ setting, version, words })}</p>
</header>
<main>
${standingBox({ current: links.current, setting, version, words })}
${announcementBoxes({ notices, setting, version, words })}
${
  version.changeSummary &&
  markup`
<section class="box">
<h2>${words.changeSummary}</h2>
<p ${inTextLanguage}>${version.changeSummary}</p>
</section>`
}
<article ${inTextLanguage} id="policy-text" tabindex="-1">
${rest}
</article>
</main>
<footer>
<p>${linkMarkup({ text: words.history, url: links.history })}</p>
<p>${words.fingerprint} <code>${version.fingerprint}</code></p>
</footer>
</body>
</html>
`.html
}

const facts = ({
  setting,
  version: { dateLabel, label, locale, publishedAt, state },
  words,
}: {
  setting: { language: string; timeZone: string }
  version: PublicVersion
  words: PageWords
}): Markup[] => [
  // The day that was sealed with a withdrawn version never came.
  ...(dateLabel !== null && state !== 'withdrawn'
    ? [markup`<span ${inLanguageMarkup(locale)}>${dateLabel}</span> `]
    : []),
  markup`<span>${quotingMarkup({ text: words.version, values: { label } })}</span> `,
  ...(publishedAt === null
    ? []
    : [
        markup`<span>${datedMarkup({ instant: publishedAt, setting, text: words.published })}</span>`,
      ]),
]

/** The page's main heading and the text below it. Most texts begin with their title: a page has it once. */
const inParts = ({ html = '', title }: PublicVersion): { heading: Markup; rest: Markup } => {
  const [heading] = /^<h1[\s>].*?<\/h1>/su.exec(html) ?? []

  return heading === undefined
    ? { heading: markup`<h1>${title}</h1>`, rest: { html } }
    : { heading: { html: heading }, rest: { html: html.slice(heading.length) } }
}
