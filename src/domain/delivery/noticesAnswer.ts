import type { Answer, Reading } from './answer.js'
import type { Known, NoticeRecord } from './source.js'

import { type ActiveNotice, activeNotices } from '../activeNotices.js'
import { dateOrNull, latestOf } from './answer.js'

export type ShownNotices = { nextChangeAt: null | string; notices: ActiveNotice[] }

/** The notices that a channel shows at a moment (null: now), and when that changes. */
export const noticesAnswer = async ({
  at: asked,
  channel,
  locale,
  source,
}: Pick<Reading, 'locale' | 'source'> & {
  at: Date | null
  channel: string
}): Promise<Answer<ShownNotices>> =>
  noticesIn({ asked, known: await source.notices({ at: asked, channel }), locale })

/** The answer of `noticesAnswer`, from what was read. */
export const noticesIn = ({
  asked,
  known: { at: now, latest, record },
  locale,
}: {
  asked: Date | null
  known: Known<NoticeRecord>
  locale: string
}): Answer<ShownNotices> => {
  const at = asked ?? now
  const body = activeNotices({ at, locale, notices: record.notices })

  return {
    body,
    changedAt: latestOf({
      instants: [
        record.endedAt,
        ...record.notices.flatMap((notice) => [
          notice.effectiveAt,
          notice.postedAt,
          notice.supersededAt,
          notice.visibleUntil,
          notice.withdrawnAt,
        ]),
      ],
      now,
    }),
    latest,
    now,
    // What was shown at a moment in the past stays so.
    until: at > now ? at : asked === null ? dateOrNull(body.nextChangeAt) : null,
  }
}
