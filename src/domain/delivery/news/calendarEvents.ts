import type { PublishedRow } from '../../sealedVersion.js'
import type { AnnouncedVersion } from './announcedAnswer.js'

import { addCivilDays, type CivilDate, startOfCivilDate } from '../../civilDate.js'
import { type EntryVersion, idOf } from './feedEntries.js'

/** The day of a version's effect, as a calendar shows it. */
export type CalendarEvent<Version = AnnouncedVersion> = {
  day: CivilDate
  /** When the day is over in the policy's zone. */
  endsAt: Date
  /** A UUID; the same for as long as the version is on record. */
  id: string
  version: Version
}

type EventVersion = EntryVersion & Pick<AnnouncedVersion, 'effectiveOn' | 'imported'>

/** The days on which announced versions take effect, withdrawn ones included, until they are over, soonest first. */
export const calendarEvents = <Version extends EventVersion>({
  at,
  versions,
}: {
  at: Date
  versions: readonly Version[]
}): CalendarEvent<Version>[] =>
  announcedDays(versions)
    .filter(({ endsAt }) => endsAt > at)
    .sort((one, other) => +one.endsAt - +other.endsAt || (one.id < other.id ? -1 : 1))

/** When a calendar last changed by the clock alone; null where it did not. */
export const lastDayOver = ({
  at,
  versions,
}: {
  at: Date
  versions: readonly EventVersion[]
}): Date | null =>
  announcedDays(versions).reduce<Date | null>(
    (last, { endsAt }) => (endsAt <= at && (last === null || endsAt > last) ? endsAt : last),
    null,
  )

/** When the days of effect of some published versions are over, as ISO 8601. */
export const dayEndsOf = (rows: readonly PublishedRow[]): string[] =>
  rows.flatMap(({ sealed }) => {
    const day = sealed?.publication.effectiveOn as CivilDate | null | undefined
    return day ? [endOf({ day, timeZone: sealed!.policy.timeZone }).toISOString()] : []
  })

const endOf = ({ day, timeZone }: { day: CivilDate; timeZone: string }): Date =>
  startOfCivilDate({ date: addCivilDays(day, 1), timeZone })

const announcedDays = <Version extends EventVersion>(
  versions: readonly Version[],
): CalendarEvent<Version>[] =>
  versions.flatMap((version) => {
    const { effectiveAt, effectiveOn, imported, policy, publishedAt } = version
    const isAhead =
      effectiveAt !== null &&
      publishedAt !== null &&
      +new Date(effectiveAt) > +new Date(publishedAt)

    if (imported || effectiveOn === null || !isAhead) {
      return []
    }
    const day = effectiveOn as CivilDate
    return [
      {
        day,
        endsAt: endOf({ day, timeZone: policy.timeZone }),
        id: idOf({ kind: 'upcoming', version }),
        version,
      },
    ]
  })
