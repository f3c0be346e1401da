import { describe, expect, it } from 'vitest'

import type { BusinessCalendar } from '../../../src/domain/businessCalendar.js'
import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'

import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import { weekendsCalendar } from '../../../src/domain/calendars/weekends.js'
import { civilDateOf, parseCivilDate, startOfCivilDate } from '../../../src/domain/civilDate.js'
import {
  countNoticePeriod,
  earliestEffectiveAt,
  publicationDeadline,
} from '../../../src/domain/noticeClock.js'

const newYork = 'America/New_York'
const thirty: NoticePeriod = { amount: 30, unit: 'business_days' }
const earliest = (publishedAt: string, period = thirty, calendar = usFederalCalendar) =>
  earliestEffectiveAt({
    calendar,
    period,
    publishedAt: new Date(publishedAt),
    timeZone: newYork,
  }).toISOString()

describe('thirty business days of the US federal calendar, in New York', () => {
  it.each([
    ['Monday afternoon', '2026-11-02T20:00:00Z', '2026-12-17T05:00:00.000Z'],
    ['the last millisecond of that Monday', '2026-11-03T04:59:59.999Z', '2026-12-17T05:00:00.000Z'],
    ['the first instant of Tuesday', '2026-11-03T05:00:00.000Z', '2026-12-18T05:00:00.000Z'],
    ['the Sunday before', '2026-11-01T20:00:00Z', '2026-12-16T05:00:00.000Z'],
  ])('from %s', (_, publishedAt, expected) => {
    expect(earliest(publishedAt)).toBe(expected)
  })

  it('come a day sooner where the day of publication counts, and where holidays are ignored', () => {
    const counted = { ...thirty, countPublicationDay: true }
    expect(earliest('2026-11-02T20:00:00Z', counted)).toBe('2026-12-16T05:00:00.000Z')
    expect(earliest('2026-11-02T20:00:00Z', thirty, weekendsCalendar)).toBe(
      '2026-12-15T05:00:00.000Z',
    )
  })

  it('tell every day that was skipped, and why', () => {
    const { days, lastDay } = countNoticePeriod({
      calendar: usFederalCalendar,
      period: thirty,
      publishedAt: new Date('2026-11-02T20:00:00Z'),
      timeZone: newYork,
    })
    expect(days.filter(({ kind }) => kind === 'holiday').map(({ date }) => date)).toEqual([
      '2026-11-11',
      '2026-11-26',
    ])
    expect(days.filter(({ kind }) => kind === 'business_day')).toHaveLength(30)
    expect(lastDay).toBe('2026-12-16')
  })

  it('for 1 January 2027 end the time for publication with 17 November', () => {
    expect(
      publicationDeadline({
        calendar: usFederalCalendar,
        effectiveAt: new Date('2027-01-01T05:00:00Z'),
        period: thirty,
        timeZone: newYork,
      }).toISOString(),
    ).toBe('2026-11-18T05:00:00.000Z')
  })
})

// Sources: CPR 2.8 and its examples, the Insolvency Rules, s.360 of the Companies Act 2006,
// Dodds v Walker [1981], BGB §§ 187-188; London, weekends only.
describe('thirty days before Saturday 19 September 2020, has its notice by different days, as it is read', () => {
  const effectiveAt = new Date('2020-09-19T04:00:00Z')
  const lastDay = (period: NoticePeriod, calendar?: BusinessCalendar) =>
    civilDateOf({
      instant: new Date(
        +publicationDeadline({ calendar, effectiveAt, period, timeZone: newYork }) - 1,
      ),
      timeZone: newYork,
    })
  const counted = { ...thirty, countPublicationDay: true }

  it.each([
    ['weekends, the day of publication counted', counted, weekendsCalendar, '2020-08-10'],
    // A Sunday; the last business day before it is Friday the 7th.
    ['weekends, clear days', thirty, weekendsCalendar, '2020-08-09'],
    ['federal holidays, the day of publication counted', counted, usFederalCalendar, '2020-08-07'],
    ['federal holidays, clear days', thirty, usFederalCalendar, '2020-08-06'],
    [
      'calendar days, the day of publication counted',
      { amount: 30, countPublicationDay: true, unit: 'calendar_days' as const },
      undefined,
      '2020-08-20',
    ],
  ])('%s', (_, period, calendar, expected) => {
    expect(lastDay(period, calendar)).toBe(expected)
  })

  it.each([
    ['2020-08-06', usFederalCalendar, '2020-09-19'],
    ['2020-08-07', usFederalCalendar, '2020-09-22'],
    ['2020-08-07', weekendsCalendar, '2020-09-19'],
    ['2020-08-10', usFederalCalendar, '2020-09-23'],
  ])('published on %s, with the calendar $1.id', (published, calendar, expected) => {
    const instant = new Date(earliest(`${published}T16:00:00Z`, thirty, calendar))
    expect(civilDateOf({ instant, timeZone: newYork })).toBe(expected)
  })
})

describe('golden examples from the law', () => {
  const london = 'Europe/London'
  const lastDayBefore = (effectiveOn: string, period: NoticePeriod) => {
    const deadline = publicationDeadline({
      calendar: weekendsCalendar,
      effectiveAt: startOfCivilDate({ date: parseCivilDate(effectiveOn), timeZone: london }),
      period,
      timeZone: london,
    })
    return civilDateOf({ instant: new Date(+deadline - 1), timeZone: london })
  }
  const firstDayAfter = (publishedOn: string, period: NoticePeriod) =>
    civilDateOf({
      instant: earliestEffectiveAt({
        calendar: weekendsCalendar,
        period,
        publishedAt: startOfCivilDate({ date: parseCivilDate(publishedOn), timeZone: london }),
        timeZone: london,
      }),
      timeZone: london,
    })

  it.each([
    ['2023-10-20', 3, 'calendar_days', '2023-10-16'],
    ['2014-10-20', 3, 'business_days', '2014-10-14'],
    ['2017-03-30', 7, 'calendar_days', '2017-03-22'],
    ['2017-03-14', 5, 'business_days', '2017-03-06'],
    ['2017-03-18', 14, 'calendar_days', '2017-03-03'],
    ['2024-10-28', 1, 'business_days', '2024-10-24'],
    ['2018-11-30', 14, 'calendar_days', '2018-11-15'],
  ] as const)('before %s, %d %s: %s at the latest', (effectiveOn, amount, unit, expected) => {
    expect(lastDayBefore(effectiveOn, { amount, unit })).toBe(expected)
  })

  it.each([
    ['2023-10-01', 28, 'calendar_days', '2023-10-30'],
    ['1978-09-30', 4, 'months', '1979-01-31'],
    ['2023-01-31', 1, 'months', '2023-03-01'],
    ['2023-02-28', 1, 'months', '2023-03-29'],
    ['2023-04-04', 1, 'months', '2023-05-05'],
  ] as const)('from %s, %d %s: effect on %s', (publishedOn, amount, unit, expected) => {
    expect(firstDayAfter(publishedOn, { amount, unit })).toBe(expected)
  })
})

describe('no period at all', () => {
  it.each([
    { amount: 0, unit: 'none' },
    { amount: 12, unit: 'none' },
    { amount: 0, unit: 'business_days' },
    { amount: 0, unit: 'months' },
  ] as const)('lets a change with %j take effect at its publication', (period) => {
    const at = new Date('2026-03-08T07:30:00.123Z')
    expect(earliestEffectiveAt({ period, publishedAt: at, timeZone: newYork })).toEqual(at)
    expect(publicationDeadline({ effectiveAt: at, period, timeZone: newYork })).toEqual(
      new Date(+at + 1),
    )
  })
})

describe('what cannot be counted is refused, with what is allowed', () => {
  const args = {
    calendar: weekendsCalendar,
    period: thirty,
    publishedAt: new Date('2026-11-02T20:00:00Z'),
    timeZone: newYork,
  }
  const covered: BusinessCalendar = {
    ...weekendsCalendar,
    id: 'short',
    coverage: { from: '2026-01-01', to: '2026-12-01' },
  }

  it.each([
    [{ calendar: undefined }, 'INVALID_PARAMETER', /calendar/],
    [{ period: { amount: 1.5, unit: 'months' as const } }, 'INVALID_PARAMETER', /whole number/],
    [{ period: { amount: -1, unit: 'months' as const } }, 'INVALID_PARAMETER', /from 0 on/],
    [{ period: { amount: 1, unit: 'weeks' as 'months' } }, 'INVALID_PARAMETER', /business_days/],
    [{ publishedAt: new Date(Number.NaN) }, 'INVALID_PARAMETER', /valid Date/],
    [{ timeZone: 'Mars/Olympus' }, 'INVALID_PARAMETER', /IANA/],
    [{ calendar: covered }, 'CALENDAR_NOT_COVERED', /2026-12-02/],
    [
      { calendar: { ...covered, weekends: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '0001-01-01' }] } },
      'CALENDAR_NOT_COVERED',
      /covers/,
    ],
  ])('%j', (wrong, code, message) => {
    const attempt = () => earliestEffectiveAt({ ...args, ...wrong })
    expect(attempt).toThrow(message)
    expect(attempt).toThrow(expect.objectContaining({ code }))
  })

  it('counts up to the last day that a calendar covers', () => {
    const period: NoticePeriod = { amount: 21, unit: 'business_days' }
    expect(earliest('2026-11-02T20:00:00Z', period, covered)).toBe('2026-12-02T05:00:00.000Z')
  })
})
