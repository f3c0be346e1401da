import type { BusinessCalendar } from '../../../src/index.js'
import type { Invariant } from './invariant.js'
import type { PublishedRow } from './readRecord.js'
import type { OfRecord } from './timelines.js'

import { upcomingAt } from '../../../src/domain/timeline.js'
import {
  earliestEffectiveAt,
  fingerprint,
  usFederalCalendar,
  weekendsCalendar,
} from '../../../src/index.js'
import { approversOf } from './approvals.js'
import { ms } from './invariant.js'
import { publishedOf } from './readRecord.js'
import { governing, predecessorOf, standing, successorOf, tierOf, timelineAt } from './timelines.js'

const calendars: BusinessCalendar[] = [usFederalCalendar, weekendsCalendar]

/** What was promised is kept, counted anew from the rows, whatever was sealed as counted. */
export const promiseInvariants = {
  'a change of what is promised is marked as material': (rows) =>
    standing(rows).flatMap((version) => {
      const before = predecessorOf({ rows, version })
      return before &&
        !version.material_change &&
        fingerprint(before.notice_terms) !== fingerprint(version.notice_terms)
        ? `version ${version.label} after version ${before.label}`
        : []
    }),
  'no version is withdrawn before one that builds on it': (rows) =>
    publishedOf(rows)
      .filter((version) => version.withdrawn_at !== null && !successorOf({ rows, version }))
      .flatMap(({ effective_at, label, withdrawn_at }) =>
        upcomingAt({
          at: new Date(effective_at),
          versions: timelineAt({ instant: ms(withdrawn_at), rows }),
        }).map((later) => `version ${label} before the one with the id ${later.id}`),
      ),
  'no version takes effect sooner than was promised': (rows) =>
    publishedOf(rows).flatMap((version) =>
      governing({ rows, version }).flatMap((promising) =>
        isKept({ promising, rows, version })
          ? []
          : `version ${version.label} by version ${promising.label}`,
      ),
    ),
  'no version takes effect sooner than the one now before it promises': (rows) =>
    standing(rows).flatMap((version) => {
      const before = predecessorOf({ rows, version })
      return !before || isKept({ promising: before, rows, version })
        ? []
        : `version ${version.label} by version ${before.label}`
    }),
} satisfies Record<string, Invariant>

/** From when a version's notice counts: its publication, or that of the version that it corrects. */
const noticeFrom = ({ rows, version }: OfRecord): number => {
  const replaced = publishedOf(rows).find(
    (other) => successorOf({ rows, version: other })?.id === version.id,
  )
  const isContinued =
    replaced &&
    !version.replaces_material_difference &&
    (replaced.material_change || !version.material_change)

  return isContinued ? noticeFrom({ rows, version: replaced }) : ms(version.published_at)
}

/** True where a version takes effect no sooner than another promised, or has an exception that holds. */
const isKept = ({
  promising,
  rows,
  version,
}: OfRecord & {
  promising: PublishedRow
}): boolean => {
  const { period, relation } = tierOf({ promising, version })
  const publishedAt = new Date(noticeFrom({ rows, version }))
  const earliest = earliestEffectiveAt({
    calendar: calendars.find(({ id }) => id === promising.notice_terms.calendar),
    period,
    publishedAt,
    timeZone: rows.policy.time_zone,
  })
  const reason = version.snapshot?.publication.exception?.reason

  return (
    (reason !== undefined &&
      ['legal_obligation', ...promising.notice_terms.exceptions].includes(reason) &&
      approversOf({ rows, scope: 'exception', version }).length > 0) ||
    (ms(version.effective_at) >= +earliest &&
      (relation !== 'before' || ms(version.effective_at) > +publishedAt))
  )
}
