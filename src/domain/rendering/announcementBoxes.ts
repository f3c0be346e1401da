import type { ActiveNotice } from '../activeNotices.js'
import type { PublicVersion } from '../publicVersion.js'
import type { PageWords } from './pageWords.js'

import { markup, type Markup } from './markup.js'
import {
  datedMarkup,
  exceptionMarkup,
  inLanguageMarkup,
  linkMarkup,
  type PageSetting,
  quotingMarkup,
} from './pageParts.js'

/** What is announced beside a version: the notices of its policy, and upcoming versions that none of them is about. */
export const announcementBoxes = ({
  notices,
  setting,
  version: { label, policy, upcoming = [] },
  words,
}: {
  notices: readonly ActiveNotice[]
  setting: PageSetting
  version: PublicVersion & { upcoming?: readonly PublicVersion[] }
  words: PageWords
}): Markup[] => {
  const about = notices.filter(
    (notice) => notice.policy.slug === policy.slug && notice.version.label !== label,
  )
  const unnoticed = upcoming.filter(
    (next) => next.label !== label && !about.some(({ version }) => version.label === next.label),
  )

  return [
    ...about.map((notice) =>
      announcementBox({
        announced: {
          ...notice,
          // Its message says so already.
          exception: null,
          label: notice.version.label,
          state: notice.version.state,
        },
        lead: quoted({ locale: notice.locale, text: notice.message }),
        words,
      }),
    ),
    ...unnoticed.map((next) =>
      announcementBox({
        announced: next,
        lead:
          next.effectiveAt === null
            ? quotingMarkup({ text: words.version, values: { label: next.label } })
            : datedMarkup({ instant: next.effectiveAt, setting, text: words.takesEffectOn }),
        words,
      }),
    ),
  ]
}

const announcementBox = ({
  announced: { changeSummary, exception, label, locale, state, url },
  lead,
  words,
}: {
  announced: Pick<
    PublicVersion,
    'changeSummary' | 'exception' | 'label' | 'locale' | 'state' | 'url'
  >
  lead: Markup
  words: PageWords
}): Markup => {
  const name = quotingMarkup({ text: words.version, values: { label } })
  const link = quotingMarkup({ text: words.readVersion, values: { label } })

  return markup`
<section class="box ${state}">
<h2>${name}</h2>
<p class="lead">${lead}</p>
${changeSummary && markup`<p>${quoted({ locale, text: changeSummary })}</p>`}
${exception && markup`<p>${exceptionMarkup({ exception, words })}</p>`}
<p>${linkMarkup({ text: link, url })}</p>
</section>`
}

/** Words in the language that they were written in. */
const quoted = ({ locale, text }: { locale: string; text: string }): Markup =>
  markup`<span ${inLanguageMarkup(locale)}>${text}</span>`
