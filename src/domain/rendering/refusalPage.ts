import type { PageWords } from './pageWords.js'

import { directionOf } from './directionOf.js'
import { inLanguageMarkup, datedMarkup } from './pageParts.js'
import { markup } from './markup.js'
import { policyPageStyle } from './policyPageStyle.js'

const english = inLanguageMarkup('en')

/**
 * What is refused, as a small page for whoever came with a browser; send it with `policyPageSecurityPolicy`.
 * The reason is in English, as the API gives it.
 */
export const refusalPage = ({
  language,
  message,
  startsAt,
  timeZone = 'UTC',
  words,
}: {
  /** The language of the page's own words, as a BCP 47 tag. */
  language: string
  message: string
  /** ISO 8601; when the first version takes effect, where it is published. */
  startsAt: null | string
  /** Of the policy. */
  timeZone?: string | undefined
  words: PageWords
}): string =>
  markup`<!doctype html>
<html dir="${directionOf(language)}" lang="${language}">
<head>
<meta charset="utf-8">
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta content="light dark" name="color-scheme">
<meta content="noindex" name="robots">
<title>${message}</title>
<style>${{ html: policyPageStyle }}</style>
</head>
<body>
<main>
${
  startsAt === null
    ? markup`<h1 ${english}>${message}</h1>`
    : markup`<h1>${datedMarkup({ instant: startsAt, setting: { language, timeZone }, text: words.takesEffectOn })}</h1>
<p ${english}>${message}</p>`
}
</main>
</body>
</html>
`.html
