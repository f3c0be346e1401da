import type { NoticePeriod } from '../noticePeriod.js'

import { noDemand, type NoticePreset } from './noticePreset.js'

/** Media on which people can keep a notice (Directive 2011/83/EU Art. 2(10): "durable medium"). */
const durableMedia = ['e-mail', 'letter']

/** A statute that wants an individual notice on a durable medium some time before a change. */
const onDurableMedium = ({
  exceptions = [],
  period,
  source,
}: {
  exceptions?: string[]
  period: NoticePeriod
  source: string
}): NoticePreset => ({
  exceptions,
  isStatutory: true,
  material: {
    channels: { ...noDemand.channels, anyOf: durableMedia },
    period,
    relation: 'before',
  },
  other: noDemand,
  source,
})

/**
 * EU platform-to-business: at least 15 days on a durable medium before a change of terms. Purely
 * editorial changes are none (recitals 18, 20); a legal duty and an unforeseen imminent danger are
 * exempt. A longer time, where adaptations need it, is for the host to configure.
 * Source: Regulation (EU) 2019/1150 Art. 3(2)–(4).
 */
export const euP2b = onDurableMedium({
  exceptions: ['legal_obligation', 'imminent_danger'],
  period: { amount: 15, unit: 'calendar_days' },
  source: 'Regulation (EU) 2019/1150 Art. 3(2)–(4)',
})

/**
 * EU electronic communications: at least one month on a durable medium before a change of contractual
 * conditions; not for changes that only benefit the user, are purely administrative, or imposed by law.
 * Source: Directive (EU) 2018/1972 Art. 105(4).
 */
export const euEecc = onDurableMedium({
  exceptions: ['legal_obligation', 'benefits_user', 'administrative'],
  period: { amount: 1, unit: 'months' },
  source: 'Directive (EU) 2018/1972 Art. 105(4)',
})

/**
 * EU payment services: a change of the framework contract is proposed no later than two months before
 * it applies, on a durable medium.
 * Source: Directive (EU) 2015/2366 Art. 54(1).
 */
export const euPsd2 = onDurableMedium({
  period: { amount: 2, unit: 'months' },
  source: 'Directive (EU) 2015/2366 Art. 54(1)',
})

/**
 * US electronic fund transfers: a written notice at least 21 days before an adverse change. A change
 * needed for the security of the account may come without (12 CFR 1005.8(a)(2)).
 * Source: Regulation E, 12 CFR 1005.8(a).
 */
export const usRegE = onDurableMedium({
  exceptions: ['security'],
  period: { amount: 21, unit: 'calendar_days' },
  source: 'Regulation E, 12 CFR 1005.8(a)',
})

/**
 * US open-end credit: a written notice at least 45 days before a significant change.
 * Source: Regulation Z, 12 CFR 1026.9(c)(2).
 */
export const usRegZ = onDurableMedium({
  period: { amount: 45, unit: 'calendar_days' },
  source: 'Regulation Z, 12 CFR 1026.9(c)(2)',
})

/**
 * US deposit accounts: a notice at least 30 calendar days before an adverse change.
 * Source: Regulation DD, 12 CFR 1030.5(a).
 */
export const usRegDd = onDurableMedium({
  period: { amount: 30, unit: 'calendar_days' },
  source: 'Regulation DD, 12 CFR 1030.5(a)',
})

/**
 * GDPR: a fundamental or impactful change is told "well in advance", by a method that is explicit and
 * effective. The guidelines name no number; thirty days are this preset's, and a host's to configure.
 * Source: GDPR Art. 12–14; Guidelines on transparency WP260 rev.01, paras 29–31.
 *
 * @example
 * policyVersioningPlugin({ noticePresets: { 'eu-gdpr': euGdpr({ days: 45 }) } })
 */
export const euGdpr = ({ days = 30 }: { days?: number } = {}): NoticePreset => ({
  exceptions: [],
  isStatutory: true,
  material: {
    channels: { ...noDemand.channels, anyOf: ['homepage', 'e-mail', 'letter'] },
    period: { amount: days, unit: 'calendar_days' },
    relation: 'before',
  },
  other: noDemand,
  source: 'GDPR Art. 12–14; WP260 rev.01, paras 29–31',
})
