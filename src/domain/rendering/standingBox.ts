import type { PublicVersion } from '../publicVersion.js'
import type { PageWords } from './pageWords.js'

import { filledMarkup, markup, type Markup } from './markup.js'
import { datedMarkup, linkMarkup, type PageSetting, quotingMarkup } from './pageParts.js'

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
    ...standingLines({ current, setting, version, words }),
    ...remarks({ version, words }),
    ...languageLines({ setting, version, words }),
  ]

  return markup`
<section aria-label="${words.standing}" class="box ${version.state}">
<p class="lead">${lead ?? null}</p>
${others.map((line) => markup`<p>${line}</p>`)}
</section>`
}

const standingLines = ({
  current,
  setting,
  version: { effectiveAt, links, state, supersededAt, withdrawnAt },
  words,
}: Parameters<typeof standingBox>[0]): Markup[] => {
  const dated = (text: string, instant: null | string, undated = '') =>
    instant !== null
      ? [datedMarkup({ instant, setting, text })]
      : undated
        ? [markup`${undated}`]
        : []
  const currentLink = linkMarkup({ text: words.currentText, url: current })
  // Before a first version there is nothing in force.
  const hasCurrent = links.predecessor !== null

  switch (state) {
    case 'in_force':
      return dated(words.inForceSince, effectiveAt, words.inForce)
    case 'superseded':
      return [...dated(words.supersededOn, supersededAt, words.superseded), currentLink]
    case 'upcoming':
      return [
        ...dated(words.takesEffectOn, effectiveAt),
        ...(hasCurrent
          ? [filledMarkup({ text: words.untilThen, values: { link: currentLink } })]
          : []),
      ]
    case 'withdrawn':
      return [
        ...dated(words.withdrawnOn, withdrawnAt),
        ...dated(words.neverApplied, effectiveAt),
        ...(hasCurrent ? [currentLink] : []),
      ]
  }
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
  ...(exception
    ? [
        quotingMarkup({
          text: exception.providedFor ? words.exception : words.exceptionNotProvided,
          values: { explanation: exception.explanation },
        }),
      ]
    : []),
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

/** The name of a locale's language; its code where it is not told of any. */
const languageName = ({ code, language }: { code: string; language: string }): string => {
  try {
    return (
      new Intl.DisplayNames(language, { type: 'language' }).of(code.replaceAll('_', '-')) ?? code
    )
  } catch {
    return code
  }
}
