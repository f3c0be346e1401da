import type { SanitizedConfig } from 'payload'

import type { PublicationPlan } from '../domain/publication.js'
import type { PolicyContext } from '../options.js'
import type { StoredPolicy, StoredVersion } from './storedVersion.js'

import { writtenDate } from '../domain/writtenDate.js'
import { fill } from '../translations/fill.js'
import { dateLocaleOf, wordsOf } from '../translations/index.js'
import { byLanguage, languagesOf } from './languages.js'

const day = 86_400_000

/** What a notice says in one language, before its change takes effect and from then on. */
export type NoticeMessage = { after: string; before: string }

/** What a notice says, where it leads and how long it is shown. Instants are ISO 8601. */
export type NoticeText = {
  message: Record<string, NoticeMessage>
  postedAt: string
  url: string
  visibleUntil: string
}

type PublicWords = ReturnType<typeof wordsOf>['public']
type Noticed = {
  config: Pick<SanitizedConfig, 'localization'>
  context: PolicyContext
  policy: StoredPolicy
  postedAt: Date
  stored: StoredVersion
}

/** The notice of a publication, in every language that the version has a title in. */
export const announcementText = ({ plan, ...noticed }: Noticed & { plan: PublicationPlan }) =>
  noticeText({
    ...noticed,
    effectiveAt: plan.effectiveAt,
    sentences: ({ noticeAfter, noticeBefore, ...words }) => {
      const further = furtherSentences({ plan, words })
      return { after: [noticeAfter, ...further], before: [noticeBefore, ...further] }
    },
    values: {
      explanation: () => plan.exception?.explanation ?? '',
      replacedDate: ({ locale, timeZone }) =>
        plan.replaced ? writtenDate({ instant: plan.replaced.effectiveAt, locale, timeZone }) : '',
    },
  })

/** The notice that an announced change will not come. */
export const withdrawalText = (noticed: Noticed) =>
  noticeText({
    ...noticed,
    effectiveAt: new Date(String(noticed.stored.effectiveAt)),
    sentences: ({ noticeWithdrawn }) => ({ after: [noticeWithdrawn], before: [noticeWithdrawn] }),
  })

/** What a notice says beside the date: why it comes sooner, and whose place it takes. */
const furtherSentences = ({
  plan: { exception, replaced },
  words,
}: {
  plan: PublicationPlan
  words: Pick<PublicWords, 'noticeException' | 'noticeExceptionNotProvided' | 'noticeReplaces'>
}): string[] => [
  ...(replaced ? [words.noticeReplaces] : []),
  ...(exception
    ? [exception.providedFor ? words.noticeException : words.noticeExceptionNotProvided]
    : []),
]

const noticeText = ({
  config,
  context,
  effectiveAt,
  policy: { slug, timeZone },
  postedAt,
  sentences,
  stored,
  values = {},
}: Noticed & {
  effectiveAt: Date
  sentences: (words: PublicWords) => { after: string[]; before: string[] }
  /** What further sentences have filled in, by the locale that dates are written in. */
  values?: Record<string, (of: { locale: string; timeZone: string }) => string>
}): NoticeText => {
  const languages = languagesOf({ config, context })
  const titles = byLanguage<string>({ config, context, value: stored.title })
  const message = Object.fromEntries(
    Object.entries(titles).map(([language, title]): [string, NoticeMessage] => {
      const locale = dateLocaleOf(language)
      const filled = {
        ...Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value({ locale, timeZone })]),
        ),
        date: writtenDate({ instant: effectiveAt, locale, timeZone }),
        title,
      }
      const { after, before } = sentences(wordsOf(language).public)
      const inWords = (texts: string[]) => texts.map((text) => fill(text, filled)).join(' ')
      return [language, { after: inWords(after), before: inWords(before) }]
    }),
  )

  return {
    message,
    postedAt: postedAt.toISOString(),
    url: context.policyUrl({
      locale: languages.default,
      policy: { slug },
      version: { label: stored.label },
    }),
    visibleUntil: new Date(
      Math.max(+effectiveAt, +postedAt) + context.noticeVisibleDays * day,
    ).toISOString(),
  }
}
