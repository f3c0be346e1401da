import type { Clause } from './governingTerms.js'
import type { PublishedVersion } from './situation.js'
import type { SealedCount } from './snapshot.js'
import type { Warning } from './warning.js'

import { civilDateOf } from './civilDate.js'
import { earliestUnder } from './governingTerms.js'
import { upcomingAt } from './timeline.js'
import type { BusinessCalendar } from './businessCalendar.js'

/**
 * What a change that takes effect before announced ones should tell its author: those were drafted
 * without it, and undo it when they take effect.
 */
export const undoneByPending = ({
  effectiveAt,
  timeline,
  timeZone,
}: {
  effectiveAt: Date
  timeline: readonly PublishedVersion[]
  timeZone: string
}): Warning[] =>
  upcomingAt({ at: effectiveAt, versions: timeline }).map((pending) => ({
    blocks: false,
    code: 'UNDONE_BY_PENDING',
    field: 'effectiveOn',
    message: `Version ${pending.label}, announced for ${dayOf(pending.effectiveAt, timeZone)}, was drafted without this change and would undo it. Make the change in a draft that replaces version ${pending.label} as well, without a material difference, or choose a date after it.`,
    pending: { id: pending.id, label: pending.label },
  }))

/**
 * What the author of a draft should know that was started from an announced version and takes effect
 * before it: what that one changes would apply before the day that readers were told.
 */
export const anticipatesPending = ({
  base,
  effectiveAt,
  timeline,
  timeZone,
}: {
  /** Id of the version that the draft was started from, or rebased onto since. */
  base: number | string | undefined
  effectiveAt: Date
  timeline: readonly PublishedVersion[]
  timeZone: string
}): Warning[] =>
  upcomingAt({ at: effectiveAt, versions: timeline })
    .filter(({ id }) => String(id) === String(base))
    .map((pending) => ({
      blocks: false,
      code: 'ANTICIPATES_PENDING',
      field: 'effectiveOn',
      message: `This draft was started from version ${pending.label}, which is announced for ${dayOf(pending.effectiveAt, timeZone)}, and takes effect before it: what version ${pending.label} changes would apply before the day that readers were told. Choose a date after it, or start from the version in force.`,
      pending: { id: pending.id, label: pending.label },
    }))

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
