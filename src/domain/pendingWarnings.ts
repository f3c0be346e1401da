import type { BusinessCalendar } from './businessCalendar.js'
import type { Clause } from './governingTerms.js'
import type { SharedChange } from './sharedChange.js'
import type { PublishedVersion } from './situation.js'
import type { SealedCount } from './snapshot.js'
import type { Warning } from './warning.js'

import { civilDateOf } from './civilDate.js'
import { earliestUnder } from './governingTerms.js'

/**
 * What the author of a draft should know that takes effect before an announced version: that one was
 * drafted without the change and undoes it, or what that one changes would apply before its day.
 */
export const beforePending = ({
  isAnticipated,
  isUndone,
  pending: { id, effectiveAt, label },
  timeZone,
}: SharedChange & { pending: PublishedVersion; timeZone: string }): Warning[] => {
  const day = dayOf(effectiveAt, timeZone)
  const warning = (code: string, message: string): Warning => ({
    blocks: false,
    code,
    field: 'effectiveOn',
    message,
    pending: { id, label },
  })

  return [
    ...(isUndone
      ? [
          warning(
            'UNDONE_BY_PENDING',
            `Version ${label}, announced for ${day}, was drafted without this change and would undo it. Make the change in a draft that replaces version ${label} as well, without a material difference, or choose a date after it.`,
          ),
        ]
      : []),
    ...(isAnticipated
      ? [
          warning(
            'ANTICIPATES_PENDING',
            `This draft holds text that version ${label} brings, which is announced for ${day}, and takes effect before it: that text would apply before the day that readers were told. Choose a date after version ${label}, or start from the version in force.`,
          ),
        ]
      : []),
  ]
}

/** What the author of an announced version should know: a version that came between, which it would undo. */
export const undoesLater = ({
  timeline,
  timeZone,
  version,
}: {
  timeline: readonly PublishedVersion[]
  timeZone: string
  version: PublishedVersion
}): Warning[] =>
  timeline
    .filter(
      (other) =>
        !other.withdrawnAt &&
        other.publishedAt > version.publishedAt &&
        other.effectiveAt < version.effectiveAt,
    )
    .map((other) => ({
      blocks: false,
      code: 'UNDOES_LATER',
      field: undefined,
      later: { id: other.id, label: other.label },
      message: `Version ${other.label} was published after this one and takes effect before it, on ${dayOf(other.effectiveAt, timeZone)}; this version would undo it. If its change is to last, draft a version with both changes that replaces this one, without a material difference.`,
    }))

/**
 * What is to be known of an announced version when a day was proclaimed a holiday since: counted
 * again, its notice would have been longer. Nothing that was announced moves.
 */
export const recounted = ({
  calendars,
  count,
  version,
}: {
  calendars: readonly BusinessCalendar[]
  count: SealedCount
  version: PublishedVersion
}): Warning[] =>
  version.exception
    ? []
    : count.clauses.flatMap((sealed) => {
        const calendar = calendars.find(({ id }) => id === sealed.calendar)
        const clause: Clause = {
          ...sealed,
          calendar,
          exceptions: [],
          tierName: version.materialChange ? 'material' : 'other',
        }
        const { count: again, day } = earliestUnder({
          clause,
          context: { noticeFrom: new Date(count.noticeFrom), timeZone: count.timeZone },
        })
        const isLate = again.earliestEffectiveAt > version.effectiveAt

        return isLate && calendar
          ? [
              {
                blocks: false,
                calendar: { id: calendar.id, version: calendar.version },
                code: 'CALENDAR_CHANGED',
                earliestEffectiveOn: day,
                field: undefined,
                message: `Days were proclaimed in calendar ${calendar.id} since this version was published. Counted again, its notice period ends later, and ${day} would be the earliest date. What was announced stays as it is; replace the version by a later one to give the longer notice.`,
              },
            ]
          : []
      })

const dayOf = (instant: Date, timeZone: string): string => civilDateOf({ instant, timeZone })
