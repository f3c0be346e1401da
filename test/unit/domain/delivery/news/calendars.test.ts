import { describe, expect, it } from 'vitest'

import type { PublishedRow } from '../../../../../src/domain/sealedVersion.js'

import { ask, deliveryFrom } from '../../../../helpers/deliveries.js'
import { memorySource, publishedRowOf } from '../../../../helpers/memorySource.js'

/** In New York, where a day of summer begins at four o'clock in UTC. */
const announced = ({
  day,
  label,
  publishedAt = '2026-05-01T12:00:00.000Z',
  summary = null,
  title = 'Privacy',
  withdrawnAt = null,
}: {
  day: string
  label: string
  publishedAt?: string
  summary?: null | string
  title?: string
  withdrawnAt?: null | string
}): PublishedRow => {
  const row = publishedRowOf({
    effectiveAt: `${day}T04:00:00.000Z`,
    label,
    publishedAt,
    withdrawnAt,
  })
  return {
    ...row,
    sealed: {
      ...row.sealed!,
      policy: { ...row.sealed!.policy, title: { en: title } },
      publication: { ...row.sealed!.publication, effectiveOn: day },
      summaries: { en: { changeSummary: summary, dateLabel: null, title } },
    },
  }
}

const get = ({
  at = '2026-05-15T00:00:00.000Z',
  path = '/policies/privacy/calendar.ics',
  shown,
}: {
  at?: string
  path?: string
  shown: readonly PublishedRow[]
}) => ask({ delivery: deliveryFrom(memorySource({ now: () => new Date(at), rows: shown })), path })

/** Its events by property, as RFC 5545 section 3.1 has lines unfolded. */
const eventsIn = (text: string): Record<string, string>[] => {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/)
  expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/)
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)

  return text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('\r\n')
          .slice(0, -1)
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    )
}

const shown = [
  announced({ day: '2026-03-01', label: '1' }),
  announced({ day: '2026-06-01', label: '2', summary: 'More, and; less\\.' }),
  announced({ day: '2026-07-01', label: '3', withdrawnAt: '2026-05-10T00:00:00.000Z' }),
]

describe('a calendar', () => {
  it('has the days on which announced versions take effect, and which of them will not', async () => {
    const answer = await get({ shown })
    const [second, third, ...others] = eventsIn(await answer.text())

    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(others).toEqual([])
    expect(second).toMatchObject({
      DESCRIPTION: String.raw`More\, and\; less\\.\nFrom the first instant of the day in the time zone America/New_York.`,
      DTSTAMP: '20260501T120000Z',
      'DTSTART;VALUE=DATE': '20260601',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
      SUMMARY: String.raw`Privacy\, version 2 takes effect`,
      'URL;VALUE=URI': 'https://www.example/privacy/2',
    })
    expect(third).toMatchObject({
      DTSTAMP: '20260510T000000Z',
      'DTSTART;VALUE=DATE': '20260701',
      SEQUENCE: '1',
      STATUS: 'CANCELLED',
    })
    expect(second!.UID).toMatch(/^[\da-f-]{36}$/)
    expect(second!.UID).not.toBe(third!.UID)
  })

  it('has the same bytes until something happens, and the same identifiers afterwards', async () => {
    const [one, other] = [
      await get({ at: '2026-05-11T00:00:00.000Z', shown }),
      await get({ at: '2026-05-31T00:00:00.000Z', shown }),
    ]
    const announcedOnly = await get({ at: '2026-05-02T00:00:00.000Z', shown })
    const text = await one.text()

    expect(await other.text()).toBe(text)
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'))
    expect(other.headers.get('last-modified')).toBe(one.headers.get('last-modified'))
    expect(eventsIn(await announcedOnly.text()).map(({ STATUS, UID }) => [STATUS, UID])).toEqual(
      eventsIn(text).map(({ UID }) => ['CONFIRMED', UID]),
    )
  })

  it('keeps a day until it is over in the zone of the policy, and no answer over that', async () => {
    const path = '/policies/calendar.ics'
    const during = await get({ at: '2026-06-02T03:59:49.000Z', path, shown })
    const over = await get({ at: '2026-06-02T04:00:00.000Z', path, shown })

    expect(during.headers.get('cache-control')).toBe(
      'public, max-age=5, s-maxage=5, stale-while-revalidate=5',
    )
    expect(eventsIn(await during.text())).toHaveLength(2)
    expect(eventsIn(await over.text())).toHaveLength(1)
    expect(over.headers.get('last-modified')).toBe('Tue, 02 Jun 2026 04:00:00 GMT')
  })

  it('leaves out what took effect at once, and what was imported', async () => {
    const imported = announced({ day: '2026-06-01', label: '9' })
    imported.sealed!.publication.imported = {
      effectiveOn: null,
      publishedOn: null,
      recordedAt: '2026-05-01T12:00:00.000Z',
      sequence: 1,
      source: 'archive',
    }
    const atOnce = announced({
      day: '2026-05-15',
      label: '8',
      publishedAt: '2026-05-15T04:00:00.000Z',
    })
    const answer = await get({ at: '2026-05-15T05:00:00.000Z', shown: [atOnce, imported] })

    expect(eventsIn(await answer.text())).toEqual([])
  })

  it('is of a policy that is known', async () => {
    expect((await get({ path: '/policies/terms/calendar.ics', shown })).status).toBe(404)
    expect((await get({ path: '/policies/calendar.ics', shown: [] })).status).toBe(200)
  })

  it('lets no title write a line of its own', async () => {
    const title = 'A\r\nEND:VEVENT\nX\u0000-Y:1;,\\\u2028' + 'ü'.repeat(100)
    const text = await (
      await get({ shown: [announced({ day: '2026-06-01', label: '2', summary: title, title })] })
    ).text()
    const [event, ...others] = eventsIn(text)

    expect(others).toEqual([])
    expect(event!.SUMMARY).toBe(
      String.raw`A END:VEVENT X-Y:1\;\,\\ ${'ü'.repeat(100)}\, version 2 takes effect`,
    )
    expect(text).not.toMatch(/[\u0000-\u0009\u000B\u000C\u000E-\u001F]/) // eslint-disable-line no-control-regex -- what a calendar cannot hold
  })
})
