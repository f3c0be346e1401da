import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { useWords } from '../useWords.js'

type Say = ReturnType<typeof useWords>

/** Where a version stands and what comes next, in one line. */
export const statusLine = ({ say, window }: { say: Say; window: NoticeWindow }): string => {
  const { approvals, effectiveAt, exception, state, status, supersededAt, timeZone, withdrawnAt } =
    window
  const date = (instant: null | string) => (instant ? say.day(instant, timeZone) : '')

  switch (status) {
    case 'approved':
      return [say.word('statusApproved'), nextForApproved({ say, window })].join(' ')
    case 'changes_requested':
      return say.word('statusChangesRequested')
    case 'draft':
      return say.word('statusDraft')
    case 'in_review':
      return [
        say.word('statusInReview', {
          approvals: String(approvals.approvers.length),
          required: String(approvals.required),
        }),
        ...(exception && exception.approvers.length === 0
          ? [say.word('statusInReviewException')]
          : []),
      ].join(' ')
    case 'withdrawn':
      return say.word('statusWithdrawn', { date: date(withdrawnAt) })
    case 'published':
      return state === 'superseded'
        ? say.word('statusSuperseded', { date: date(supersededAt) })
        : say.word(state === 'in_force' ? 'statusInForce' : 'statusUpcoming', {
            date: date(effectiveAt),
          })
  }
}

/** When to publish for the day that was chosen, or the earliest day where that is too late. */
const nextForApproved = ({ say, window }: { say: Say; window: NoticeWindow }): string => {
  const {
    earliestEffectiveAt,
    effectiveAt,
    exception,
    isImport,
    isLawful,
    publicationDeadline,
    timeZone,
  } = window

  if (exception?.isNeeded || isImport) {
    return say.word('nextPublish')
  }
  if (isLawful && publicationDeadline) {
    return say.word('publishBefore', {
      date: say.day(effectiveAt, timeZone),
      deadline: say.moment(publicationDeadline, timeZone),
    })
  }
  return earliestEffectiveAt
    ? say.word('earliest', { date: say.day(earliestEffectiveAt, timeZone) })
    : say.word('nextPublish')
}
