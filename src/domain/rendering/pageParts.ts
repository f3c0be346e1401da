import type { NoticeException } from '../noticeException.js'
import type { PageWords } from './pageWords.js'

import { languageTag } from '../languageTag.js'
import { writtenDate } from '../writtenDate.js'
import { directionOf } from './directionOf.js'
import { filledMarkup, markup, type Markup } from './markup.js'
import { safeUrl } from './safeUrl.js'

/** The language of a page's own words, and the zone of its days. */
export type PageSetting = { language: string; timeZone: string }

/** The attributes of an element whose words are in another language than the page's own. */
export const inLanguageMarkup = (locale: string): Markup => {
  const tag = languageTag(locale)

  return markup`dir="${directionOf(locale)}"${tag === undefined ? null : markup` lang="${tag}"`}`
}

/** A sentence of the page's own with the day of an instant (ISO 8601) in it, for readers and for programs. */
export const datedMarkup = ({
  instant,
  setting: { language, timeZone },
  text,
}: {
  instant: string
  setting: PageSetting
  text: string
}): Markup =>
  filledMarkup({
    text,
    values: {
      date: markup`<time datetime="${instant}">${writtenDate({ instant: new Date(instant), locale: language, timeZone })}</time>`,
    },
  })

/** A sentence of the page's own with words in it that somebody wrote, in whatever direction they run. */
export const quotingMarkup = ({
  text,
  values,
}: {
  text: string
  values: Record<string, string>
}): Markup =>
  filledMarkup({
    text,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, markup`<bdi>${value}</bdi>`]),
    ),
  })

/** That the notice of a change was shortened, and why. */
export const exceptionMarkup = ({
  exception: { explanation, providedFor },
  words,
}: {
  exception: NoticeException
  words: PageWords
}): Markup =>
  quotingMarkup({
    text: providedFor ? words.exception : words.exceptionNotProvided,
    values: { explanation },
  })

/** In the head of a page: where a program can follow what the page tells of. */
export const alternatesMarkup = (alternates: readonly { type: string; url: string }[]): Markup[] =>
  alternates.map(
    ({ type, url }) => markup`<link href="${url}" rel="alternate" type="${type}">
`,
  )

/** A link, or its words alone where it would lead to what no link may. */
export const linkMarkup = ({ text, url }: { text: Markup | string; url: string }): Markup => {
  const href = safeUrl(url)

  return href === undefined ? markup`${text}` : markup`<a href="${href}">${text}</a>`
}
