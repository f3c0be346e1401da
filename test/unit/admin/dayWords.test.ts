import { describe, expect, it } from 'vitest'

import type { CivilDate } from '../../../src/domain/civilDate.js'

import { type Day, dayWords } from '../../../src/admin/EffectiveDateField/dayWords.js'
import { dayAfterKey, firstWeekday, weeksOf } from '../../../src/admin/EffectiveDateField/weeks.js'
import { sayIn } from '../../../src/admin/say.js'
import { englishWords } from '../../helpers/englishWords.js'

const say = sayIn({ language: 'en-US', t: englishWords })
const wordsOf = (day: Partial<Day>) =>
  dayWords({
    day: {
      business: null,
      date: '2026-12-16' as CivilDate,
      isByException: false,
      problem: null,
      publicationDeadline: null,
      anticipates: [],
      undoneBy: [],
      ...day,
    },
    say,
    timeZone: 'America/New_York',
  })
const refused = (code: string, details: Record<string, unknown> = {}) =>
  wordsOf({
    problem: {
      blocks: true,
      code,
      field: 'effectiveOn',
      message: 'As the server says.',
      ...details,
    },
  })

describe('a day in words', () => {
  it('says how the promised period was counted, and which day is lawful', () => {
    const count = {
      calendar: 'us-federal',
      lastDay: '2026-12-16',
      period: { amount: 30, unit: 'business_days' },
    }
    expect(
      refused('NOTICE_PERIOD_TOO_SHORT', {
        count,
        decidedBy: { label: '1' },
        earliestEffectiveOn: '2026-12-17',
      }),
    ).toBe(
      'Too early: the period of 30 business days (US federal calendar) that version 1 promised ends on Wednesday, December 16, 2026. The earliest lawful day is Thursday, December 17, 2026.',
    )
    expect(
      refused('NOTICE_PERIOD_TOO_SHORT', {
        count: { ...count, period: { amount: 2, unit: 'months' } },
        decidedBy: { label: '1', preset: 'eu-psd2' },
      }),
    ).toBe(
      'Too early: the period of 2 months that eu-psd2 asks for, which version 1 promised to keep, ends on Wednesday, December 16, 2026.',
    )
  })

  it.each([
    ['NOTICE_PERIOD_TOO_SHORT', { count: { lastDay: null } }, /has to be public before/],
    ['NOTICE_PERIOD_TOO_SHORT', { replaces: '2' }, /version 2, which this one replaces/],
    ['EFFECTIVE_DATE_PAST', {}, /^In the past\.$/],
    ['EFFECTIVE_DATE_TAKEN', { takenBy: { label: '3' } }, /Version 3 takes effect on that day/],
    ['BREAKS_PENDING', { pending: { label: '3' } }, /announced version 3/],
    [
      'BREAKS_PENDING',
      { losesVersionBefore: '2', pending: { label: '3' } },
      /Not after the announced version 3: without version 2 before it/,
    ],
    [
      'CALENDAR_NOT_COVERED',
      { calendar: 'acme', coverage: { from: '2020-01-01', to: '2026-11-30' } },
      /calendar acme ends on Monday, November 30, 2026/,
    ],
    [
      'MATERIALITY_REQUIRED',
      { predecessor: { label: '1' } },
      /would follow version 1, .*: that is a material change/,
    ],
    ['MATERIALITY_REQUIRED', {}, /As the server says/],
    ['TERMS_INVALID', {}, /As the server says/],
  ])('says why it is not possible: %s %j', (code, details, words) => {
    expect(refused(code, details)).toMatch(words)
  })

  it('says until when to publish for a lawful one, that it is no business day, or the exception', () => {
    expect(
      wordsOf({
        business: { kind: 'holiday', name: 'Christmas Day' },
        date: '2026-12-25' as CivilDate,
        publicationDeadline: '2026-11-11T05:00:00Z',
      }),
    ).toBe(
      'Publish before Tuesday, November 10, 2026 at 24:00 EST to take effect on Friday, December 25, 2026. No business day: Christmas Day.',
    )
    expect(wordsOf({ business: { kind: 'weekend', name: null } })).toBe(
      'Publish on that day or before. No business day: a weekend.',
    )
    expect(wordsOf({ isByException: true })).toMatch(/by the exception/)
  })

  it('says that an announced version would undo the change, of a day that is possible', () => {
    expect(wordsOf({ undoneBy: ['3', '4'] })).toBe(
      'Publish on that day or before. What is announced for later (version 3, 4) was drafted without this change and would undo it.',
    )
    expect(refused('EFFECTIVE_DATE_PAST')).not.toMatch(/undo/)
  })

  it('says that text of an announced version would apply before its day', () => {
    expect(wordsOf({ anticipates: ['2'] })).toBe(
      'Publish on that day or before. This draft holds text that is announced for later (version 2): it would apply before the day that readers were told.',
    )
  })

  it('says whose day it is that would have been lawful sooner', () => {
    expect(
      refused('NOTICE_PERIOD_TOO_SHORT', {
        count: { lastDay: null },
        earliestEffectiveOn: '2026-12-18',
        taken: [{ effectiveOn: '2026-12-17', id: 3, label: '3' }],
      }),
    ).toMatch(
      /earliest lawful day is Friday, December 18, 2026\. Version 3 already takes effect on Thursday, December 17, 2026\.$/,
    )
  })
})

describe('the calendar', () => {
  it('starts its weeks as the region does', () => {
    expect([firstWeekday('en-US'), firstWeekday('de-DE'), firstWeekday('ar-EG')]).toEqual([7, 1, 6])
  })

  it('lays a month out in weeks', () => {
    const weeks = weeksOf({ first: '2026-12-01' as CivilDate, weekday: 1 })

    expect(weeks).toHaveLength(5)
    expect(weeks[0]).toEqual([null, ...[1, 2, 3, 4, 5, 6].map((day) => `2026-12-0${day}`)])
    expect(weeks[4]).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      null,
      null,
      null,
    ])
    expect(
      weeksOf({ first: '9999-12-01' as CivilDate, weekday: 7 })
        .flat()
        .filter(Boolean),
    ).toHaveLength(31)
  })

  it.each([
    ['ArrowLeft', '2026-12-16', {}],
    ['ArrowLeft', '2026-12-18', { isRightToLeft: true }],
    ['ArrowRight', '2026-12-18', {}],
    ['ArrowUp', '2026-12-10', {}],
    ['ArrowDown', '2026-12-24', {}],
    ['Home', '2026-12-14', {}],
    ['End', '2026-12-20', {}],
    ['Home', '2026-12-13', { weekday: 7 }],
    ['PageUp', '2026-11-17', {}],
    ['PageDown', '2027-12-17', { isShifted: true }],
    ['a', undefined, {}],
  ])('leads with %s to %s', (key, day, more) => {
    expect(
      dayAfterKey({
        day: '2026-12-17' as CivilDate,
        isRightToLeft: false,
        isShifted: false,
        key,
        weekday: 1,
        ...more,
      }),
    ).toBe(day)
  })

  it('ends where days end', () => {
    const last = '9999-12-31' as CivilDate
    expect(
      dayAfterKey({
        day: last,
        isRightToLeft: false,
        isShifted: false,
        key: 'ArrowDown',
        weekday: 1,
      }),
    ).toBe(last)
  })
})
