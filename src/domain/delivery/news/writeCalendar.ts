import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'

import type { PageWords } from '../../rendering/pageWords.js'
import type { CalendarEvent } from './calendarEvents.js'

import { filled } from '../../filled.js'
import { plainLine } from './plainLine.js'

/** The media type of a calendar (RFC 5545 section 8.1). */
export const calendarType = 'text/calendar; charset=utf-8'

/**
 * Writes days of effect as a calendar (RFC 5545). A day is a date without a time, since it begins when
 * it does in the policy's zone. It is stamped with what made it, so that the same calendar is the same
 * bytes.
 */
export const writeCalendar = ({
  address,
  events,
  title,
  words,
}: {
  /** Of the calendar, absolute. */
  address: string
  events: readonly CalendarEvent[]
  title: string
  words: PageWords
}): string => {
  const calendar = ical({
    name: plainLine(title),
    prodId: '//payload-plugin-policy-versioning//calendar//EN',
    url: address,
  })

  for (const { day, id, version } of events) {
    const { changeSummary, label, policy, publishedAt, recordedAt, url, withdrawnAt } = version

    calendar.createEvent({
      allDay: true,
      description: [
        plainLine(changeSummary ?? ''),
        filled({ text: words.calendarZone, values: { zone: policy.timeZone } }),
      ]
        .filter(Boolean)
        .join('\n'),
      id,
      // A withdrawal is the second state of an event.
      sequence: withdrawnAt === null ? 0 : 1,
      stamp: new Date(withdrawnAt ?? publishedAt ?? recordedAt),
      // Without a zone the library writes the day as it is in UTC.
      start: new Date(`${day}T00:00:00Z`),
      status: withdrawnAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      summary: plainLine(
        filled({ text: words.calendarEvent, values: { label, title: policy.title } }),
      ),
      transparency: ICalEventTransparency.TRANSPARENT,
      url: new URL(url, address).href,
    })
  }

  // The library leaves out the last line's end.
  return `${calendar.toString()}\r\n`
}
