import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { Say } from '../say.js'

type Stands = { say: Say; window: NoticeWindow }

/** Where a version stands and what comes next, in one line. */
export const statusLine = ({ say, window }: Stands): string => {
  const { approvals, exception, status, timeZone, withdrawnAt } = window

  switch (status) {
    case 'approved':
      return [
        say.word('statusApproved'),
        ...toCorrect({ say, window }),
        nextForApproved({ say, window }),
      ].join(' ')
    case 'changes_requested':
      return say.word('statusChangesRequested')
    case 'draft':
      return [say.word('statusDraft'), ...replacing({ say, window })].join(' ')
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
    case 'published':
      return ofPublished({ say, window })
    case 'withdrawn':
      return say.word('statusWithdrawn', {
        date: withdrawnAt ? say.day(withdrawnAt, timeZone) : '',
      })
  }
}

/** When to publish for the day that was chosen, or the earliest day where that one is not lawful; what stands against the version itself is listed below. */
const nextForApproved = ({ say, window }: Stands): string => {
  const {
    earliestEffectiveAt,
    effectiveAt,
    isDateLawful,
    isImport,
    publicationDeadline,
    timeZone,
  } = window

  if (isImport) {
    return say.word('nextPublish')
  }
  if (isDateLawful && effectiveAt) {
    return publicationDeadline
      ? say.word('publishBefore', {
          date: say.day(effectiveAt, timeZone),
          deadline: say.deadline(publicationDeadline, timeZone),
        })
      : say.word('nextPublishFor', { date: say.day(effectiveAt, timeZone) })
  }
  return earliestEffectiveAt
    ? whatToDo({ earliestEffectiveAt, say, timeZone })
    : say.word('noEarliest')
}

/** That something other than the date stands against the publication, which no publisher can attest. */
const toCorrect = ({
  say,
  window: { channelsToAttest, isDateLawful, warnings },
}: Stands): string[] =>
  isDateLawful &&
  warnings.some(
    ({ blocks, code }) => blocks && !(code === 'CHANNEL_MISSING' && channelsToAttest.length > 0),
  )
    ? [say.word('nextCorrect')]
    : []

/** Which day is lawful where the one that was chosen is not, and whose it is to choose it. */
export const whatToDo = ({
  earliestEffectiveAt,
  say,
  timeZone,
}: Pick<NoticeWindow, 'timeZone'> & { earliestEffectiveAt: string; say: Say }): string =>
  [
    say.word('earliest', { date: say.day(earliestEffectiveAt, timeZone) }),
    say.word('earliestNext'),
  ].join(' ')

/** Of an import nobody may know the day, and its instant says nothing but its place in the order. */
const ofPublished = ({
  say,
  window: { effectiveAt, effectiveOn, followedBy, state, supersededAt, supersededBy, timeZone },
}: Stands): string => {
  const from = effectiveAt ? say.day(effectiveAt, timeZone) : ''
  const until = supersededAt ? say.day(supersededAt, timeZone) : ''

  if (state === 'superseded') {
    if (!supersededAt) {
      const label = supersededBy ?? ''
      return effectiveOn
        ? say.word('statusSupersededUndated', { from, label })
        : say.word('statusSupersededUnknownUndated', { label })
    }
    return effectiveOn
      ? say.word('statusSuperseded', { date: until, from })
      : say.word('statusSupersededUnknown', { date: until })
  }
  if (state === 'upcoming') {
    return followedBy
      ? say.word('statusUpcomingFollowed', { date: from, label: followedBy.label })
      : say.word('statusUpcoming', { date: from })
  }
  if (!effectiveOn) {
    return say.word('statusInForceUnknown')
  }
  return supersededBy
    ? say.word('statusInForceUntil', { date: from, label: supersededBy, until })
    : say.word('statusInForce', { date: from })
}

const replacing = ({ say, window: { replaces, timeZone } }: Stands): string[] =>
  replaces
    ? [
        say.word('statusDraftReplaces', {
          date: say.day(replaces.effectiveAt, timeZone),
          label: replaces.label,
        }),
      ]
    : []
