import type { PageWords } from './pageWords.js'

import { filled } from '../filled.js'
import { languageName } from '../languageName.js'
import { languageTag } from '../languageTag.js'
import { directionOf } from './directionOf.js'
import { markup, type Markup } from './markup.js'
import { datedMarkup, inLanguageMarkup, quotingMarkup } from './pageParts.js'
import { policyPageStyle } from './policyPageStyle.js'

/** Why there is nothing to read, as far as a reader needs to know. */
export type WhyRefused =
  | { kind: 'no_text'; links: readonly { href: string; locale: string }[]; wanted: string }
  | {
      /** Where the text is to be read that is in force now, if there is one. */
      current: null | string
      kind: 'not_in_force'
      /** ISO 8601; when the first version takes or took effect, where that is published. */
      startsAt: null | string
      timeZone: string
    }
  | {
      /** Where the policy's versions are listed, if there is one. */
      history: null | string
      kind: 'not_there'
    }
  | { kind: 'not_understood' }

/**
 * What is refused, as a small page for whoever came with a browser; send it with `policyPageSecurityPolicy`.
 * Below what a reader needs to know stands the reason that the API gives, in English.
 */
export const refusalPage = ({
  language,
  message,
  why,
  words,
}: {
  /** The language of the page's own words, as a BCP 47 tag. */
  language: string
  /** The reason as the API gives it. */
  message: string
  why: WhyRefused
  words: PageWords
}): string => {
  const { heading, rest = null, title } = explained({ language, why, words })

  return markup`<!doctype html>
<html dir="${directionOf(language)}" lang="${language}">
<head>
<meta charset="utf-8">
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta content="light dark" name="color-scheme">
<meta content="noindex" name="robots">
<title>${title}</title>
<style>${{ html: policyPageStyle }}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${rest}
<footer>
<p ${inLanguageMarkup('en')}>${message}</p>
</footer>
</main>
</body>
</html>
`.html
}

type Explained = { heading: Markup | string; rest?: Markup; title: string }

const explained = ({
  language,
  why,
  words,
}: Pick<Parameters<typeof refusalPage>[0], 'language' | 'why' | 'words'>): Explained => {
  const name = (code: string) => languageName({ code, language })
  const alone = (title: string): Explained => ({ heading: title, title })

  switch (why.kind) {
    case 'no_text': {
      const text = words.noText
      const values = { language: name(why.wanted) }

      return {
        heading: quotingMarkup({ text, values }),
        rest: markup`<ul>
${why.links.map(
  ({
    href,
    locale,
  }) => markup`<li><a href="${href}" hreflang="${languageTag(locale) ?? ''}">${name(locale)}</a></li>
`,
)}</ul>`,
        title: filled({ text, values }),
      }
    }
    case 'not_in_force': {
      const { current, startsAt: instant, timeZone } = why

      return {
        ...alone(words.notInForce),
        rest: markup`${instant && markup`<p>${datedMarkup({ instant, setting: { language, timeZone }, text: words.firstFrom })}</p>`}
${current && markup`<p><a href="${current}">${words.currentText}</a></p>`}`,
      }
    }
    case 'not_there': {
      const { history } = why

      return {
        ...alone(words.notThere),
        rest: markup`${history && markup`<p><a href="${history}">${words.history}</a></p>`}`,
      }
    }
    case 'not_understood':
      return alone(words.notUnderstood)
  }
}
