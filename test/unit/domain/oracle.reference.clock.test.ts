import { describe, expect, it } from 'vitest'

import type { NoticePeriod } from '../../../src/domain/noticePeriod.js'

import {
  businessDayBefore,
  businessDaysAfter,
  isBusinessDay,
} from '../../../src/domain/businessCalendar.js'
import { usFederalCalendar } from '../../../src/domain/calendars/usFederal.js'
import { addCivilDays, civilDateOf, parseCivilDate } from '../../../src/domain/civilDate.js'
import { earliestEffectiveAt, publicationDeadline } from '../../../src/domain/noticeClock.js'
import { oracleCalendars, oracleRows } from '../../helpers/references.js'

const calendars = oracleCalendars()
// Our own rules stand in for the reference's list where there are such rules.
const calendarOf = (name = '') => (name === 'US-FED' ? usFederalCalendar : calendars[name]!)

describe('the reference answers for business days', () => {
  const rows = oracleRows('busday_oracle.csv')

  const answer = (row: Record<string, string>): string => {
    const calendar = calendarOf(row.calendar)
    const date = parseCivilDate(row.start_date)
    const count = Number(row.n)

    switch (row.op) {
      case 'count': {
        let days = 0
        for (let day = date; day < row.extra!; day = addCivilDays(day, 1)) {
          days += isBusinessDay({ calendar, date: day }) ? 1 : 0
        }
        return String(days)
      }
      case 'is_busday':
        return isBusinessDay({ calendar, date }) ? '1' : '0'
      case 'nth_after':
        return businessDaysAfter({ calendar, count, date }).last
      default:
        return businessDayBefore({ calendar, count, date })
    }
  }

  it('are 3,040 and agree', () => {
    expect(rows).toHaveLength(3_040)
    expect(rows.filter((row) => answer(row) !== row.result)).toEqual([])
  })
})

describe('the reference answers for notice periods', () => {
  const rows = oracleRows('notice_oracle.csv')

  const answer = (row: Record<string, string>) => {
    const period: NoticePeriod = {
      amount: Number(row.n),
      countPublicationDay: row.count_posting_day === 'true',
      unit: row.unit as NoticePeriod['unit'],
    }
    const args = {
      ...(row.calendar && { calendar: calendarOf(row.calendar) }),
      period,
      timeZone: row.zone!,
    }
    const effectiveAt = earliestEffectiveAt({ ...args, publishedAt: new Date(row.posted_at!) })

    return {
      ...row,
      earliest_effective_at: effectiveAt.toISOString(),
      earliest_effective_date: civilDateOf({ instant: effectiveAt, timeZone: row.zone! }),
      latest_posting_exclusive_for_that_effective: publicationDeadline({
        ...args,
        effectiveAt,
      }).toISOString(),
    }
  }

  it('are 601 and agree, instants included', () => {
    expect(rows).toHaveLength(601)
    expect(rows.map(answer)).toEqual(rows)
  })
})

describe('the computed US federal calendar', () => {
  it('has the same holidays as the reference, observed days included', () => {
    const reference = calendars['US-FED']!
    const { from, to } = reference.coverage

    expect(usFederalCalendar.holidays.filter((day) => day >= from && day <= to)).toEqual(
      reference.holidays,
    )
  })
})
