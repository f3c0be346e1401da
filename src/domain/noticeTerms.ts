import { canonicalJson } from './fingerprint.js'
import { type NoticePeriod, noticePeriodFault } from './noticePeriod.js'
import { PolicyError } from './policyError.js'

/** Through which channels a change has to be announced. Channel names are free strings. */
export type NoticeChannels = {
  /** Every one of these is required. */
  allOf: string[]
  /** At least one of these is required; an empty list requires none. */
  anyOf: string[]
  /** These may be used. */
  optional: string[]
  /** These may not be used: `'*'` every channel not listed elsewhere in the tier, `'individual'` every one that addresses people one by one. */
  prohibited: string[]
}

/** What is promised for one kind of change. */
export type NoticeTier = {
  channels: NoticeChannels
  period: NoticePeriod
  /** `before`: notice strictly before effect, even where the period is none. */
  relation: 'at_or_before' | 'before'
}

/** What a version promises about *later* changes of the policy, held as data. */
export type NoticeTerms = {
  /** Id of the business calendar; required where a period counts business days. */
  calendar?: string
  /** From when on use of the service counts as consent to a change, if it does. */
  consentByUse: 'from_effect' | 'from_publication' | 'none'
  /** Which date the policy shows: the day of effect, the day of publication, or none. */
  dateLabel: 'effective' | 'none' | 'updated'
  /** Reasons for which the terms allow a change without the full notice period. */
  exceptions: string[]
  /** What is promised for a material change. */
  material: NoticeTier
  /** What is promised for every other change. */
  other: NoticeTier
  /** Names of further sets of rules that apply on top. */
  presets?: string[]
}

/** The tier of some terms that a change falls under. */
export const tierOf = ({
  materialChange,
  terms,
}: {
  materialChange: boolean
  terms: NoticeTerms
}): NoticeTier => (materialChange ? terms.material : terms.other)

/** True where two versions promise the same about later changes. */
export const areSameTerms = (one: NoticeTerms, other: NoticeTerms): boolean =>
  canonicalJson(one) === canonicalJson(other)

/**
 * Reads notice terms, strictly: an unknown key is more likely a typing error than nothing.
 * Lists that were left out are empty.
 *
 * @throws PolicyError `TERMS_INVALID` that names the field at fault and what is allowed there.
 */
export const parseNoticeTerms = ({
  calendars,
  value,
}: {
  /** Ids of the calendars that the terms may name. */
  calendars: string[]
  value: unknown
}): NoticeTerms => {
  const terms = record(value, 'noticeTerms', termsKeys)
  const calendar = optional(terms.calendar, (id) => oneOf(id, calendars, 'noticeTerms.calendar'))
  const parsed: NoticeTerms = {
    ...(calendar !== undefined && { calendar }),
    consentByUse: oneOf(
      terms.consentByUse,
      ['from_effect', 'from_publication', 'none'],
      'noticeTerms.consentByUse',
    ),
    dateLabel: oneOf(terms.dateLabel, ['effective', 'none', 'updated'], 'noticeTerms.dateLabel'),
    exceptions: names(terms.exceptions, 'noticeTerms.exceptions'),
    material: tier(terms.material, 'noticeTerms.material'),
    other: tier(terms.other, 'noticeTerms.other'),
  }

  if (names(terms.presets, 'noticeTerms.presets').length > 0) {
    throw invalid('noticeTerms.presets', 'names a preset; there are none yet. Leave it empty.')
  }
  for (const name of ['material', 'other'] as const) {
    if (parsed[name].period.unit === 'business_days' && calendar === undefined) {
      throw invalid(
        'noticeTerms.calendar',
        `is missing, but noticeTerms.${name}.period counts business days. Name one of: ${calendars.join(', ')}.`,
      )
    }
  }

  return parsed
}

const termsKeys = [
  'calendar',
  'consentByUse',
  'dateLabel',
  'exceptions',
  'material',
  'other',
  'presets',
]

const tier = (value: unknown, path: string): NoticeTier => {
  const { channels, period, relation } = record(value, path, ['channels', 'period', 'relation'])
  const lists = record(channels, `${path}.channels`, ['allOf', 'anyOf', 'optional', 'prohibited'])
  const { amount, countPublicationDay, unit } = record(period, `${path}.period`, [
    'amount',
    'countPublicationDay',
    'unit',
  ]) as NoticePeriod
  const fault = noticePeriodFault(period)

  if (fault) {
    throw invalid(`${path}.period`, fault)
  }
  if (amount > longestPeriod) {
    throw invalid(
      `${path}.period`,
      `has the amount ${amount}; allowed are at most ${longestPeriod}.`,
    )
  }

  const parsed = {
    channels: {
      allOf: names(lists.allOf, `${path}.channels.allOf`),
      anyOf: names(lists.anyOf, `${path}.channels.anyOf`),
      optional: names(lists.optional, `${path}.channels.optional`),
      prohibited: names(lists.prohibited, `${path}.channels.prohibited`),
    },
    period: { amount, ...(countPublicationDay && { countPublicationDay }), unit },
    relation: oneOf(relation, ['at_or_before', 'before'], `${path}.relation`),
  }
  const { allOf, anyOf, prohibited } = parsed.channels
  const contradiction = allOf.find((channel) => prohibited.includes(channel))

  if (contradiction !== undefined) {
    throw invalid(
      `${path}.channels`,
      `requires and prohibits ${JSON.stringify(contradiction)}. Take it out of one of the lists.`,
    )
  }
  if (anyOf.length > 0 && anyOf.every((channel) => prohibited.includes(channel))) {
    throw invalid(
      `${path}.channels`,
      'asks for one of several channels and prohibits all of them. Leave at least one allowed.',
    )
  }

  return parsed
}

/** Ten years of days; a longer period is a typing error. */
const longestPeriod = 3_660

const record = (value: unknown, path: string, keys: string[]): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(
      path,
      `is ${JSON.stringify(value)}; allowed is an object with ${keys.join(', ')}.`,
    )
  }

  const unknownKey = Object.keys(value).find((key) => !keys.includes(key))
  if (unknownKey !== undefined) {
    throw invalid(`${path}.${unknownKey}`, `is not known; allowed are ${keys.join(', ')}.`)
  }

  return value as Record<string, unknown>
}

const names = (value: unknown, path: string): string[] => {
  if (value === undefined || value === null) {
    return []
  }
  if (
    !Array.isArray(value) ||
    !value.every((name) => typeof name === 'string' && name.trim() === name && name !== '') ||
    new Set(value).size !== value.length
  ) {
    throw invalid(path, `is ${JSON.stringify(value)}; allowed is a list of different names.`)
  }

  return value as string[]
}

const oneOf = <T extends string>(value: unknown, allowed: T[], path: string): T => {
  const found = allowed.find((known) => known === value)
  if (found === undefined) {
    throw invalid(path, `is ${JSON.stringify(value)}; allowed are ${allowed.join(', ')}.`)
  }

  return found
}

const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined || value === null ? undefined : read(value)

const invalid = (path: string, fault: string) =>
  new PolicyError({
    code: 'TERMS_INVALID',
    details: { path },
    field: 'noticeTerms',
    message: `Notice terms: ${path} ${fault}`,
  })
