import type { NoticeTier } from './noticeTerms.js'

import { type NoticePeriod, noticePeriodFault } from './noticePeriod.js'
import { PolicyError } from './policyError.js'

/** Ten years of days; a longer period is a typing error. */
const longestPeriod = 3_660

/** Reads one tier of terms or of a preset, strictly. @throws PolicyError `TERMS_INVALID` naming the field. */
export const readTier = (value: unknown, path: string): NoticeTier => {
  const { channels, period, relation } = readRecord(value, path, ['channels', 'period', 'relation'])
  const parsed = {
    channels: readChannels(channels, `${path}.channels`),
    period: readPeriod(period, `${path}.period`),
    relation: readOneOf(relation, ['at_or_before', 'before'], `${path}.relation`),
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

/** Reads an object with known keys only: an unknown key is more likely a typing error than nothing. */
export const readRecord = (
  value: unknown,
  path: string,
  keys: string[],
): Record<string, unknown> => {
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

/** Reads a list of different names; one that was left out is empty. */
export const readNames = (value: unknown, path: string): string[] => {
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

/** Reads one of several values. */
export const readOneOf = <T extends string>(value: unknown, allowed: T[], path: string): T => {
  const found = allowed.find((known) => known === value)
  if (found === undefined) {
    throw invalid(path, `is ${JSON.stringify(value)}; allowed are ${allowed.join(', ')}.`)
  }

  return found
}

/** Reads what may be left out. */
export const readOptional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined || value === null ? undefined : read(value)

/** A refusal of notice terms that names the field at fault. */
export const invalid = (path: string, fault: string): PolicyError =>
  new PolicyError({
    code: 'TERMS_INVALID',
    details: { path },
    field: 'noticeTerms',
    message: `Notice terms: ${path} ${fault}`,
  })

const readPeriod = (value: unknown, path: string): NoticePeriod => {
  const period = readRecord(value, path, ['amount', 'countPublicationDay', 'unit']) as NoticePeriod
  const fault = noticePeriodFault(period)

  if (fault) {
    throw invalid(path, fault)
  }
  if (period.amount > longestPeriod) {
    throw invalid(path, `has the amount ${period.amount}; allowed are at most ${longestPeriod}.`)
  }

  const { amount, countPublicationDay, unit } = period
  return { amount, ...(countPublicationDay && { countPublicationDay }), unit }
}

const readChannels = (value: unknown, path: string): NoticeTier['channels'] => {
  const lists = readRecord(value, path, ['allOf', 'anyOf', 'optional', 'prohibited'])
  const channels = {
    allOf: readNames(lists.allOf, `${path}.allOf`),
    anyOf: readNames(lists.anyOf, `${path}.anyOf`),
    optional: readNames(lists.optional, `${path}.optional`),
    prohibited: readNames(lists.prohibited, `${path}.prohibited`),
  }

  for (const list of ['allOf', 'anyOf', 'optional'] as const) {
    const everyone = channels[list].find((name) => name === '*' || name === 'individual')
    if (everyone !== undefined) {
      throw invalid(
        `${path}.${list}`,
        `names ${JSON.stringify(everyone)}, which stands for many channels and can only be prohibited. Name each channel.`,
      )
    }
  }

  return channels
}
