import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { Say } from '../say.js'
import type { Action } from './actions.js'

import { isUncounted } from '../../domain/explanation.js'

type Told = { say: Say; window: NoticeWindow }

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
