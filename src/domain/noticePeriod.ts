import { PolicyError } from './policyError.js'

const noticeUnits = ['business_days', 'calendar_days', 'months', 'none'] as const

/** How long before a change takes effect its notice has to be public. */
export type NoticePeriod = {
  amount: number
  /**
   * False (the default): clear days, neither the day of publication nor the day of effect counts.
   * True: the day of publication is day one, as where US courts count backward (FRCP 6(a)(5)).
   */
  countPublicationDay?: boolean
  unit: (typeof noticeUnits)[number]
}

/** True where the period is no time at all: unit `none`, or an amount of 0 in any unit. */
export const isNoPeriod = ({ amount, unit }: NoticePeriod): boolean =>
  unit === 'none' || amount === 0

/** "30 business days", "1 month", "no notice period". */
export const describePeriod = (period: NoticePeriod): string => {
  if (isNoPeriod(period)) {
    return 'no notice period'
  }

  const unit = period.unit.replace('_', ' ')
  const days = `${period.amount} ${period.amount === 1 ? unit.replace(/s$/, '') : unit}`
  return period.countPublicationDay ? `${days}, the day of publication counted` : days
}

/** Checks a period. @throws PolicyError `INVALID_PARAMETER` that says what is allowed. */
export const parseNoticePeriod = (period: NoticePeriod): NoticePeriod => {
  const fault = noticePeriodFault(period)

  if (fault) {
    throw new PolicyError({ code: 'INVALID_PARAMETER', message: `The notice period ${fault}` })
  }

  return period
}

/** What is wrong with a value as a notice period, and what is allowed; undefined where nothing is. */
export const noticePeriodFault = (value: unknown): string | undefined => {
  const { amount, countPublicationDay, unit } = (value ?? {}) as Partial<NoticePeriod>

  if (!noticeUnits.some((known) => known === unit)) {
    return `has the unit ${JSON.stringify(unit)}; allowed are ${noticeUnits.join(', ')}.`
  }
  if (!Number.isSafeInteger(amount) || amount! < 0) {
    return `has the amount ${JSON.stringify(amount)}; allowed is a whole number from 0 on.`
  }
  if (countPublicationDay !== undefined && typeof countPublicationDay !== 'boolean') {
    return `has countPublicationDay ${JSON.stringify(countPublicationDay)}; allowed are true and false.`
  }
  return undefined
}
