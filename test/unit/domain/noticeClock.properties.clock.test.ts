import { utc } from '@date-fns/utc'
import { addBusinessDays, formatISO, parseISO } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { BusinessCalendar } from '../../../src/domain/businessCalendar.js'
import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'

import {
  businessDayBefore,
  businessDaysAfter,
  isBusinessDay,
} from '../../../src/domain/businessCalendar.js'
import { weekendsCalendar } from '../../../src/domain/calendars/weekends.js'
import {
  addCivilDays,
  addCivilMonths,
  type CivilDate,
  civilDateOf,
  startOfCivilDate,
} from '../../../src/domain/civilDate.js'
import { earliestEffectiveAt, publicationDeadline } from '../../../src/domain/noticeClock.js'

const runs = { numRuns: 120 }
const day = 86_400_000
const zones = Intl.supportedValuesOf('timeZone')
const epoch = Date.UTC(2012, 5, 1)
const span = Date.UTC(2035, 0, 1) - epoch
const origin = '2012-06-01' as CivilDate

const instants = fc.integer({ min: 0, max: span }).map((ms) => new Date(epoch + ms))
const dates = fc.integer({ min: 0, max: span / day }).map((days) => addCivilDays(origin, days))
const dateLists = fc.uniqueArray(dates, { maxLength: 200 })
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 })

const calendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    change: dates,
    early: weekdays,
    holidays: dateLists,
    late: weekdays,
    workingDays: dateLists,
  })
  .map(({ change, early, holidays, late, workingDays }) => ({
    id: 'random',
    coverage: { from: '1990-01-01', to: '2090-12-31' },
    holidays,
    version: '1',
    weekends: [
      { days: early, from: '0001-01-01' },
      { days: late, from: change },
    ],
    workingDays,
  }))

const periods: fc.Arbitrary<NoticePeriod> = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 0, max: 120 }),
    countPublicationDay: fc.boolean(),
    unit: fc.constantFrom('business_days' as const, 'calendar_days' as const),
  }),
  fc.record({
    amount: fc.integer({ min: 0, max: 24 }),
    countPublicationDay: fc.boolean(),
    unit: fc.constant('months' as const),
  }),
  fc.constant({ amount: 0, unit: 'none' as const }),
)

const cases = fc.record({
  calendar: calendars,
  period: periods,
  publishedAt: instants,
  timeZone: fc.constantFrom(...zones),
})

const startOf = (date: CivilDate, timeZone: string) => +startOfCivilDate({ date, timeZone })
const isRealPeriod = ({ period }: { period: NoticePeriod }) => period.amount > 0

describe('the notice clock', () => {
  it('runs in the zone that the test says, so that the host zones are really tried', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ)
  })

  it('is exactly inverted by the publication deadline', () => {
    fc.assert(
      fc.property(cases, instants, (args, effectiveAt) => {
        const isLate = +effectiveAt >= +earliestEffectiveAt(args)
        const isInTime = +args.publishedAt < +publicationDeadline({ ...args, effectiveAt })
        expect(isInTime).toBe(isLate)
      }),
      runs,
    )
  })

  it('meets the deadline at its earliest instant and misses it a millisecond sooner', () => {
    fc.assert(
      fc.property(cases, (args) => {
        const earliest = earliestEffectiveAt(args)
        const deadline = (effectiveAt: Date) => publicationDeadline({ ...args, effectiveAt })
        expect(+args.publishedAt).toBeLessThan(+deadline(earliest))
        expect(+args.publishedAt).toBeGreaterThanOrEqual(+deadline(new Date(+earliest - 1)))
      }),
      runs,
    )
  })

  it('is tight: the last instant before the deadline still makes it, the deadline does not', () => {
    fc.assert(
      fc.property(cases, instants, (args, effectiveAt) => {
        const deadline = +publicationDeadline({ ...args, effectiveAt })
        const earliest = (publishedAt: number) =>
          +earliestEffectiveAt({ ...args, publishedAt: new Date(publishedAt) })
        expect(earliest(deadline - 1)).toBeLessThanOrEqual(+effectiveAt)
        expect(earliest(deadline)).toBeGreaterThan(+effectiveAt)
      }),
      runs,
    )
  })

  it('never goes back when publication comes later', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 40 * day }), (args, delay) => {
        const later = new Date(+args.publishedAt + delay)
        expect(+earliestEffectiveAt({ ...args, publishedAt: later })).toBeGreaterThanOrEqual(
          +earliestEffectiveAt(args),
        )
      }),
      runs,
    )
  })

  it('takes strictly longer for a longer period, and longer than no time at all', () => {
    fc.assert(
      fc.property(cases.filter(isRealPeriod), (args) => {
        const longer = { ...args.period, amount: args.period.amount + 1 }
        const earliest = +earliestEffectiveAt(args)
        expect(earliest).toBeGreaterThan(+args.publishedAt)
        expect(+earliestEffectiveAt({ ...args, period: longer })).toBeGreaterThan(earliest)
      }),
      runs,
    )
  })

  it('never shortens through more holidays, and never lengthens through counting the day of publication', () => {
    fc.assert(
      fc.property(cases, dateLists, (args, more) => {
        const earliest = +earliestEffectiveAt(args)
        const holidays = [...args.calendar.holidays, ...more]
        expect(
          +earliestEffectiveAt({ ...args, calendar: { ...args.calendar, holidays } }),
        ).toBeGreaterThanOrEqual(earliest)
        expect(
          +earliestEffectiveAt({ ...args, period: { ...args.period, countPublicationDay: true } }),
        ).toBeLessThanOrEqual(
          +earliestEffectiveAt({ ...args, period: { ...args.period, countPublicationDay: false } }),
        )
      }),
      runs,
    )
  })

  it('counts business days at least as long as calendar days, and equally where every day is one', () => {
    fc.assert(
      fc.property(cases, (args) => {
        const inUnit = (unit: NoticePeriod['unit'], calendar = args.calendar) =>
          +earliestEffectiveAt({ ...args, calendar, period: { ...args.period, unit } })
        const everyDay = {
          ...args.calendar,
          holidays: [],
          weekends: [{ days: [], from: '0001-01-01' }],
        }
        expect(inUnit('business_days')).toBeGreaterThanOrEqual(inUnit('calendar_days'))
        expect(inUnit('business_days', everyDay)).toBe(inUnit('calendar_days'))
      }),
      runs,
    )
  })

  it('depends on the day of publication alone and answers the first instant of a day', () => {
    fc.assert(
      fc.property(cases.filter(isRealPeriod), (args) => {
        const { timeZone } = args
        const publishedOn = civilDateOf({ instant: args.publishedAt, timeZone })
        const earliest = earliestEffectiveAt(args)
        const atFirst = startOfCivilDate({ date: publishedOn, timeZone })
        expect(earliestEffectiveAt({ ...args, publishedAt: atFirst })).toEqual(earliest)
        expect(startOf(civilDateOf({ instant: earliest, timeZone }), timeZone)).toBe(+earliest)
      }),
      runs,
    )
  })

  it('leaves exactly the promised number of business days strictly between publication and effect', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 60 }), (args, amount) => {
        const { calendar, publishedAt, timeZone } = args
        const period = { amount, unit: 'business_days' as const }
        const effectiveOn = civilDateOf({
          instant: earliestEffectiveAt({ ...args, period }),
          timeZone,
        })
        let counted = 0
        let date = addCivilDays(civilDateOf({ instant: publishedAt, timeZone }), 1)
        for (; date < effectiveOn; date = addCivilDays(date, 1)) {
          counted += isBusinessDay({ calendar, date }) ? 1 : 0
        }
        expect(counted).toBe(amount)
      }),
      runs,
    )
  })
})

describe('counting business days', () => {
  const counts = fc.integer({ min: 1, max: 60 })

  it('adds up, and comes back from a business day', () => {
    fc.assert(
      fc.property(calendars, dates, counts, counts, (calendar, date, one, two) => {
        const after = (from: CivilDate, count: number) =>
          businessDaysAfter({ calendar, count, date: from }).last
        const reached = after(date, one)
        expect(after(date, one + two)).toBe(after(reached, two))
        expect(businessDayBefore({ calendar, count: two, date: after(reached, two) })).toBe(reached)
      }),
      runs,
    )
  })

  it('agrees with date-fns where weekends are all there is', () => {
    fc.assert(
      fc.property(dates, counts, (date, count) => {
        const theirs = formatISO(addBusinessDays(parseISO(date, { in: utc }), count, { in: utc }), {
          representation: 'date',
        })
        expect(businessDaysAfter({ calendar: weekendsCalendar, count, date }).last).toBe(theirs)
      }),
      runs,
    )
  })

  it('clamps months to their last day from the original date', () => {
    fc.assert(
      fc.property(dates, (date) => {
        fc.pre(!date.endsWith('02-29'))
        expect(addCivilMonths(addCivilMonths(date, 12), 12)).toBe(addCivilMonths(date, 24))
      }),
      runs,
    )
  })
})
