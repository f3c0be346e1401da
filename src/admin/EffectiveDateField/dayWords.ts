import type { EffectiveDays } from '../../operations/effectiveDays.js'
import type { Warning } from '../../domain/warning.js'
import type { Say } from '../say.js'

import { calendarInWords } from '../../domain/namesInWords.js'

export type Day = EffectiveDays['days'][number]

type Period = { amount: number; unit: string }
type Details = Warning & {
  calendar?: string
  count?: { calendar?: string; lastDay: null | string; period: Period }
  coverage?: { from: string; to: string }
  decidedBy?: { label: string; preset?: string }
  earliestEffectiveOn?: string
  losesVersionBefore?: string
  pending?: { label: string }
  predecessor?: { label: string }
  replaces?: string
  /** Versions on whose days it could have taken effect sooner. */
  taken?: { effectiveOn: string; label: string }[]
  takenBy?: { label: string }
}

/** What follows from a day, in words: why it is not possible, or until when to publish, and that it is no business day. */
export const dayWords = ({
  day,
  say,
  timeZone,
}: {
  day: Day
  say: Say
  timeZone: string
}): string =>
  [
    day.problem ? problemWords({ problem: day.problem, say }) : lawfulWords({ day, say, timeZone }),
    ...laterWords({ day, say }),
    ...offWords({ day, say }),
  ].join(' ')

/** That an announced version comes after it, which would undo the change or whose own would come too soon; nothing of a day that is not possible. */
export const laterWords = ({
  day: { anticipates, problem, undoneBy },
  say,
}: {
  day: Day
  say: Say
}): string[] =>
  problem
    ? []
    : [
        ...(undoneBy.length > 0 ? [say.word('dayUndone', { labels: say.list(undoneBy) })] : []),
        ...(anticipates.length > 0
          ? [say.word('dayAnticipates', { labels: say.list(anticipates) })]
          : []),
      ]

const lawfulWords = ({ day, say, timeZone }: { day: Day; say: Say; timeZone: string }): string => {
  if (day.isByException) {
    return say.word('byException')
  }
  return day.publicationDeadline
    ? say.word('publishBefore', {
        date: say.date(day.date),
        deadline: say.deadline(day.publicationDeadline, timeZone),
      })
    : say.word('dayPublishBy')
}

/** Why a day is not possible; where there are no words for it, what the server says. */
const problemWords = ({ problem, say }: { problem: Warning; say: Say }): string => {
  const {
    calendar,
    code,
    coverage,
    earliestEffectiveOn,
    losesVersionBefore,
    pending,
    predecessor,
    taken = [],
    takenBy,
  } = problem as Details
  const earliest = earliestEffectiveOn
    ? [say.word('dayEarliest', { date: say.date(earliestEffectiveOn) })]
    : []

  switch (code) {
    case 'BREAKS_PENDING':
      return losesVersionBefore === undefined
        ? say.word('dayBreaksPending', { label: pending?.label ?? '' })
        : say.word('dayBreaksPendingAfter', {
            label: pending?.label ?? '',
            replaced: losesVersionBefore,
          })
    case 'CALENDAR_NOT_COVERED':
      return coverage
        ? say.word('dayNotCovered', { calendar: calendar ?? '', date: say.date(coverage.to) })
        : say.problem(problem)
    case 'EFFECTIVE_DATE_PAST':
      return [say.word('dayPast'), ...earliest].join(' ')
    case 'EFFECTIVE_DATE_TAKEN':
      return say.word('dayTaken', { label: takenBy?.label ?? '' })
    case 'MATERIALITY_REQUIRED':
      return predecessor
        ? say.word('dayNotMaterial', { label: predecessor.label })
        : say.problem(problem)
    case 'NOTICE_PERIOD_TOO_SHORT':
      return [
        tooEarlyWords({ problem, say }),
        ...earliest,
        ...taken.map(({ effectiveOn, label }) =>
          say.word('dayTakenOn', { date: say.date(effectiveOn), label }),
        ),
      ].join(' ')
    default:
      return say.problem(problem)
  }
}

const tooEarlyWords = ({ problem, say }: { problem: Details; say: Say }): string => {
  const { count, decidedBy, replaces } = problem

  if (replaces !== undefined) {
    return say.word('dayBeforeReplaced', { label: replaces })
  }
  if (!count?.lastDay) {
    return say.word('dayNotBefore')
  }

  const words = {
    label: decidedBy?.label ?? '',
    lastDay: say.date(count.lastDay),
    period: periodWords({ ...count, say }),
  }
  return decidedBy?.preset === undefined
    ? say.word('dayTooEarly', words)
    : say.word('dayTooEarlyByPreset', { ...words, preset: decidedBy.preset })
}

const periodWords = ({
  calendar,
  period: { amount, unit },
  say,
}: {
  calendar?: string | undefined
  period: Period
  say: Say
}): string => {
  const words = say.amount(amount, unit)

  return unit === 'business_days'
    ? say.word('periodWithCalendar', {
        calendar: calendarInWords({ calendar, missing: 'termsCalendarUnknown', say: say.word }),
        period: words,
      })
    : words
}

const offWords = ({ day: { business }, say }: { day: Day; say: Say }): string[] => {
  if (!business || business.kind === 'business_day') {
    return []
  }
  if (business.kind === 'weekend') {
    return [say.word('dayOffWeekend')]
  }
  return [
    business.name === null
      ? say.word('dayOffUnnamed')
      : say.word('dayOffHoliday', { name: business.name }),
  ]
}
