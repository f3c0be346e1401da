import {
  type BusinessCalendar,
  businessDayBefore,
  businessDaysAfter,
  type DayKind,
} from './businessCalendar.js'
import {
  addCivilDays,
  addCivilMonths,
  type CivilDate,
  civilDateOf,
  parseTimeZone,
  startOfCivilDate,
} from './civilDate.js'
import { isNoPeriod, type NoticePeriod, parseNoticePeriod } from './noticePeriod.js'
import { PolicyError } from './policyError.js'

/** A day of a count of business days, and why it counted or did not. */
export type CountedDay = { date: CivilDate; kind: DayKind }

/** A count, with everything needed to repeat it by hand. Dates are civil dates in the time zone. */
export type NoticeCount = {
  /** Every day that was looked at, for business days; empty for other units, where every day counts. */
  days: CountedDay[]
  /** The first lawful instant of effect. */
  earliestEffectiveAt: Date
  /** The last day of the period; null where the period is none. */
  lastDay: CivilDate | null
  /** The day the notice was published on. */
  publishedOn: CivilDate
}

type Counting = { calendar?: BusinessCalendar; period: NoticePeriod; timeZone: string }

/**
 * The first instant at which a change may take effect that is published at `publishedAt`: the first
 * instant, in `timeZone`, of the day after the period's last day. By default neither the day of
 * publication nor the day of effect counts (clear days, as CPR 2.8; the end of day N as FRCP 6(a)(1),
 * Regulation 1182/71 Art. 3 and BGB §§ 187–188 have it). With a period of none: `publishedAt`.
 *
 * @example
 * earliestEffectiveAt({
 *   calendar: usFederalCalendar,
 *   period: { amount: 30, unit: 'business_days' },
 *   publishedAt: new Date('2026-11-02T20:00:00Z'),
 *   timeZone: 'America/New_York',
 * }) // 2026-12-17T05:00:00.000Z, Thursday 17 December 00:00 in New York
 *
 * @throws PolicyError `INVALID_PARAMETER` for a period, instant or zone that is none, or business
 *   days without a calendar; `CALENDAR_NOT_COVERED` when a day to be counted is outside the calendar.
 */
export const earliestEffectiveAt = (args: Counting & { publishedAt: Date }): Date =>
  countNoticePeriod(args).earliestEffectiveAt

/** `earliestEffectiveAt` with the count that leads to it. Throws the same. */
export const countNoticePeriod = ({
  calendar,
  period,
  publishedAt,
  timeZone,
}: Counting & { publishedAt: Date }): NoticeCount => {
  assertCountable({ calendar, instant: publishedAt, period, timeZone })
  const publishedOn = civilDateOf({ instant: publishedAt, timeZone })

  if (isNoPeriod(period)) {
    return { days: [], earliestEffectiveAt: publishedAt, lastDay: null, publishedOn }
  }

  const { days, lastDay } = lastDayOfPeriod({ calendar, period, publishedOn })

  return {
    days,
    earliestEffectiveAt: startOfCivilDate({ date: addCivilDays(lastDay, 1), timeZone }),
    lastDay,
    publishedOn,
  }
}

/**
 * The instant before which a change has to be published to take effect at `effectiveAt`: publishing
 * is lawful at every instant earlier than this one, and at none from it on. The exact inverse of
 * `earliestEffectiveAt`. With a period of none: one millisecond after `effectiveAt`.
 *
 * @throws PolicyError as `earliestEffectiveAt` does.
 */
export const publicationDeadline = ({
  calendar,
  effectiveAt,
  period,
  timeZone,
}: Counting & { effectiveAt: Date }): Date => {
  assertCountable({ calendar, instant: effectiveAt, period, timeZone })

  return isNoPeriod(period)
    ? new Date(+effectiveAt + 1)
    : startOfCivilDate({
        date: firstDayTooLate({
          calendar,
          effectiveOn: civilDateOf({ instant: effectiveAt, timeZone }),
          period,
        }),
        timeZone,
      })
}

const lastDayOfPeriod = ({
  calendar,
  period: { amount, countPublicationDay = false, unit },
  publishedOn,
}: {
  calendar?: BusinessCalendar
  period: NoticePeriod
  publishedOn: CivilDate
}): { days: CountedDay[]; lastDay: CivilDate } => {
  const counted = countPublicationDay ? 1 : 0

  switch (unit) {
    case 'business_days': {
      const { days, last } = businessDaysAfter({
        calendar: calendar!,
        count: amount,
        date: addCivilDays(publishedOn, -counted),
      })
      return { days, lastDay: last }
    }
    case 'calendar_days':
      return { days: [], lastDay: addCivilDays(publishedOn, amount - counted) }
    default:
      return { days: [], lastDay: addCivilDays(addCivilMonths(publishedOn, amount), -counted) }
  }
}

/** The first day on which publication comes too late for an effective day. */
const firstDayTooLate = ({
  calendar,
  effectiveOn,
  period: { amount, countPublicationDay = false, unit },
}: {
  calendar?: BusinessCalendar
  effectiveOn: CivilDate
  period: NoticePeriod
}): CivilDate => {
  const counted = countPublicationDay ? 1 : 0

  switch (unit) {
    case 'business_days':
      return addCivilDays(
        businessDayBefore({ calendar: calendar!, count: amount, date: effectiveOn }),
        counted,
      )
    case 'calendar_days':
      return addCivilDays(effectiveOn, counted - amount)
    default:
      return addCivilDays(
        lastDayWithin({ amount, limit: addCivilDays(effectiveOn, counted - 1) }),
        1,
      )
  }
}

/**
 * The last day whose day `amount` months on is not after `limit`. Months are clamped to their last
 * day, so several days share one such day and subtracting months alone would miss the later ones.
 */
const lastDayWithin = ({ amount, limit }: { amount: number; limit: CivilDate }): CivilDate => {
  let day = addCivilMonths(limit, -amount)

  for (let next = day; addCivilMonths(next, amount) <= limit; next = addCivilDays(next, 1)) {
    day = next
  }

  return day
}

const assertCountable = ({
  calendar,
  instant,
  period,
  timeZone,
}: Counting & { instant: Date }): void => {
  parseNoticePeriod(period)
  parseTimeZone(timeZone)

  if (Number.isNaN(+instant)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message:
        'The instant is not a valid Date; allowed is one such as new Date("2026-11-02T20:00:00Z").',
    })
  }
  if (period.unit === 'business_days' && !isNoPeriod(period) && !calendar) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message:
        'A period of business days needs a calendar that says which days are business days; there is no default. Pass `calendar`.',
    })
  }
}
