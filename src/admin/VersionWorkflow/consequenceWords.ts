import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { Say } from '../say.js'
import { type Action, actions } from './actions.js'

import { civilDaysBetween } from '../../domain/civilDate.js'
import { isUncounted } from '../../domain/explanation.js'
import { reasonName } from '../reasonWords.js'

type Told = { say: Say; window: NoticeWindow }

/** What a step is, in a sentence or two. */
export const explanationOf = ({ action, say, window }: Told & { action: Action }): string => {
  const { exception, replaces } = window

  if (action === 'publish') {
    return say.word(publicationWord(window))
  }
  return [
    say.word(actions[action].explanation, { explanation: exception?.explanation ?? '' }),
    ...(action === 'withdraw' && replaces
      ? [say.word('confirmWithdrawReplacing', { label: replaces.label })]
      : []),
  ].join(' ')
}

/** Not every publication is announced, and where it takes an announced one's place the period began before. */
const publicationWord = ({ notices, noticeEndsOn, replaces }: NoticeWindow) => {
  if (notices.length === 0) {
    return 'confirmPublishAlone'
  }
  return noticeEndsOn === null || replaces ? 'confirmPublishNoticed' : 'confirmPublish'
}

/** The dates that a step brings about, each with its name. What cannot be counted is said to be unknown, never to be none. */
export const datesOf = ({
  action,
  say,
  window,
}: Told & { action: Action }): [name: string, value: string][] => {
  const { effectiveAt, instant, isDateLawful, publicationDeadline, timeZone } = window
  const now = `${say.moment(instant, timeZone)} (${timeZone})`

  if (action === 'withdraw') {
    return [
      [say.word('dialogWithdrawn'), now],
      [say.word('dialogWasAnnouncedFor'), effectiveAt ? say.day(effectiveAt, timeZone) : ''],
    ]
  }
  return [
    [say.word('dialogPublication'), now],
    [say.word('dialogPeriodEnds'), periodEnd({ say, window })],
    [say.word('dialogTakesEffect'), effect({ say, window })],
    ...(publicationDeadline && isDateLawful
      ? [
          [say.word('dialogPublishBefore'), say.deadline(publicationDeadline, timeZone)] satisfies [
            string,
            string,
          ],
        ]
      : []),
  ]
}

/** Why the notice is shortened, and by how much; empty where no exception is needed. */
export const shorteningOf = ({ say, window }: Told): [name: string, value: string][] => {
  const { earliestEffectiveOn, effectiveOn, exception } = window

  if (!exception?.isNeeded) {
    return []
  }
  return [
    [say.word('exceptionReason'), `${reasonName({ ...exception, say })}. ${exception.explanation}`],
    ...(effectiveOn && earliestEffectiveOn
      ? ([
          [say.word('dialogRegular'), say.date(earliestEffectiveOn)],
          [
            say.word('dialogShortened'),
            say.amount(civilDaysBetween(effectiveOn, earliestEffectiveOn), 'calendar_days'),
          ],
        ] satisfies [string, string][])
      : []),
    ...(exception.approvers.length > 0
      ? ([[say.word('exceptionApprovedBy'), say.list(exception.approvers)]] satisfies [
          string,
          string,
        ][])
      : []),
  ]
}

/** Readers' languages in which nothing says what an announced change is about. */
export const languagesWithoutSummary = ({ notices }: Pick<NoticeWindow, 'notices'>): string[] => [
  ...new Set(
    notices.flatMap(({ changeSummary, kind, message }) =>
      kind === 'announcement'
        ? Object.keys(message).filter((language) => !changeSummary[language])
        : [],
    ),
  ),
]

/** Why readers will see nothing, or why nobody can tell what. */
export const whyNoNotice = ({ say, window: { effectiveAt, governing } }: Told): string =>
  effectiveAt === null
    ? say.word('dialogNoticesUnknown')
    : say.word('dialogNobody', {
        reason: say.word(governing.length === 0 ? 'dialogNoChange' : 'dialogNoNotice'),
      })

const periodEnd = ({ say, window: { governing, noticeEndsOn } }: Told): string => {
  if (governing.some(isUncounted)) {
    return say.word('dialogPeriodUnknown')
  }
  return noticeEndsOn ? say.date(noticeEndsOn) : say.word('dialogNoPeriod')
}

const effect = ({ say, window: { effectiveAt, instant, timeZone } }: Told): string => {
  if (effectiveAt === null) {
    return say.word('unknownDate')
  }
  return effectiveAt === instant
    ? `${say.day(effectiveAt, timeZone)}, ${say.word('dialogAtOnce')}`
    : `${say.moment(effectiveAt, timeZone)} (${timeZone})`
}
