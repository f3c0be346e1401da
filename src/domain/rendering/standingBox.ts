import type { PublicVersion } from '../publicVersion.js'
import type { PageWords } from './pageWords.js'

import { languageName } from '../languageName.js'
import { filledMarkup, markup, type Markup } from './markup.js'
import {
  datedMarkup,
  exceptionMarkup,
  linkMarkup,
  type PageSetting,
  quotingMarkup,
} from './pageParts.js'

/** Says where a version stands, and leads to the text in force from one that is not. */
export const standingBox = ({
  current,
  setting,
  version,
  words,
}: {
  /** Address of the text in force. */
  current: string
  setting: PageSetting
  version: PublicVersion
  words: PageWords
}): Markup => {
  const [lead, ...others] = [
    ...standingDates({ setting, version, words }),
    ...wayToCurrent({ current, setting, version, words }),
    ...remarks({ version, words }),
    ...languageLines({ setting, version, words }),
  ]

  return markup`
<section aria-label="${words.standing}" class="box ${version.state}">
<p class="lead">${lead ?? null}</p>
${others.map((line) => markup`<p>${line}</p>`)}
</section>`
}

/** Since when or from when on a version is what it is. */
export const standingDates = ({
  setting,
  version: { effectiveAt, state, supersededAt, withdrawnAt },
  words,
}: Pick<Parameters<typeof standingBox>[0], 'setting' | 'version' | 'words'>): Markup[] => {
  const dated = (text: string, instant: null | string, undated = '') =>
    instant !== null
      ? [datedMarkup({ instant, setting, text })]
      : undated
        ? [markup`${undated}`]
        : []

  switch (state) {
    case 'in_force':
      return dated(words.inForceSince, effectiveAt, words.inForce)
    case 'superseded':
      return dated(words.supersededOn, supersededAt, words.superseded)
    case 'upcoming':
      return dated(words.takesEffectOn, effectiveAt)
    case 'withdrawn':
      return [...dated(words.withdrawnOn, withdrawnAt), ...dated(words.neverApplied, effectiveAt)]
  }
}

/** The way to the text in force, from one that is not; before a first version there is none. */
const wayToCurrent = ({
  current,
  version: { links, state },
  words,
}: Parameters<typeof standingBox>[0]): Markup[] => {
  const link = linkMarkup({ text: words.currentText, url: current })

  if (state === 'in_force' || (state !== 'superseded' && links.predecessor === null)) {
    return []
  }
  return [state === 'upcoming' ? filledMarkup({ text: words.untilThen, values: { link } }) : link]
}

/** What readers have to know of how it came about. */
const remarks = ({
  version: { exception, imported },
  words,
}: {
  version: PublicVersion
  words: PageWords
}): Markup[] => [
  ...(imported
    ? [quotingMarkup({ text: words.imported, values: { source: imported.source } })]
    : []),
  ...(exception ? [exceptionMarkup({ exception, words })] : []),
]

/** Which language a reader has before them where it is not the one that was asked for, and which prevails. */
const languageLines = ({
  setting: { language },
  version: {
    locale,
    locales: { authoritative, available, missing },
  },
  words,
}: Pick<Parameters<typeof standingBox>[0], 'setting' | 'version' | 'words'>): Markup[] => {
  const name = (code: string) => languageName({ code, language })

  return [
    ...(missing === null
      ? []
      : [
          quotingMarkup({
            text: words.languageMissing,
            values: { shown: name(locale), wanted: name(missing) },
          }),
        ]),
    ...(available.length > 1
      ? [quotingMarkup({ text: words.authoritative, values: { language: name(authoritative) } })]
      : []),
  ]
}
