import type { PublicSource, PolicyRecord, Wanted } from './source.js'

import { type ActiveNotice, activeNotices } from '../activeNotices.js'
import { addCivilDays, startOfCivilDate } from '../civilDate.js'
import { PolicyError } from '../policyError.js'
import {
  type Addresses,
  knownAt,
  type PublicVersion,
  publicVersion,
  type SealedVersion,
  sealedVersion,
  timelineAt,
} from '../publicVersion.js'
import type { Moment } from './moment.js'

/** What is answered, when it is true and until when, and what it was made from. */
export type Answer<T> = {
  /** The instant that the answer is about. */
  at: Date
  body: T
  /** The present instant, by the source's clock. */
  now: Date
  record: object
  /** The instant at which the answer changes by the clock alone; null for an answer about the past. */
  until: Date | null
}

/** A policy's version in force, with those that were announced by then. */
export type CurrentPolicy = PublicVersion & {
  /** True where the moment is still to come: what is answered can be changed by another publication. */
  forecast: boolean
  nextChangeAt: null | string
  upcoming: PublicVersion[]
}

export type PolicyTimeline = {
  /** The last event of the policy's record, by which others can tell that nothing was cut off. */
  head: PolicyRecord['head']
  nextChangeAt: null | string
  policy: PublicVersion['policy']
  /** Newest first, without their texts. */
  versions: PublicVersion[]
}

type Reading = {
  addresses: Addresses
  hasText: boolean
  locale: string
  slug: string
  source: PublicSource
}

/**
 * The version in force at a moment, with those that were announced by then.
 * @throws PolicyError `NOT_FOUND` without such a policy or before its first version, with the
 *   instant at which it starts where that is announced.
 */
export const currentAnswer = async ({
  moment,
  ...reading
}: Reading & { moment: Moment }): Promise<Answer<CurrentPolicy>> => {
  const { at: now, record } = await read({
    ...reading,
    wanted: { ...spanOf(moment), kind: 'in_force' },
  })
  const at = instantOf({ moment, now, record })
  const { inForce, nextChangeAt, upcoming } = timelineAt({ at, rows: record.versions })

  if (!inForce) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      details: { startsAt: nextChangeAt },
      message: nextChangeAt
        ? `No version of ${reading.slug} is in force at ${at.toISOString()}; the first takes effect at ${nextChangeAt}.`
        : `No version of ${reading.slug} is in force at ${at.toISOString()}.`,
    })
  }

  const shown = { ...reading, at, rows: record.versions }

  return {
    at,
    body: {
      ...publicVersion({ ...shown, row: inForce }),
      forecast: at > now,
      nextChangeAt,
      upcoming: upcoming.map((row) => publicVersion({ ...shown, row })),
    },
    now,
    record,
    // What was in force at a moment in the past stays so; a forecast holds until it is none any more.
    until: moment.kind === 'now' ? dateOrNull(nextChangeAt) : at > now ? at : null,
  }
}

/** A policy's published versions, newest first. @throws PolicyError `NOT_FOUND` without such a policy. */
export const timelineAnswer = async (reading: Reading): Promise<Answer<PolicyTimeline>> => {
  const { at, record } = await read({ ...reading, wanted: { kind: 'timeline' } })
  const versions = knownAt({ at, rows: record.versions })
    .map((row) => publicVersion({ ...reading, at, row, rows: record.versions }))
    .reverse()
  const [newest] = versions

  // That a policy is being drafted is nobody's business before its first publication.
  if (!newest) {
    throw noPolicy(reading.slug)
  }

  const { nextChangeAt } = timelineAt({ at, rows: record.versions })
  return {
    at,
    body: { head: record.head, nextChangeAt, policy: newest.policy, versions },
    now: at,
    record,
    until: dateOrNull(nextChangeAt),
  }
}

/** One published version by its label. @throws PolicyError `NOT_FOUND`. */
export const versionAnswer = async ({
  label,
  ...reading
}: Reading & { label: string }): Promise<
  Answer<PublicVersion & { nextChangeAt: null | string }>
> => {
  const { at, record } = await read({ ...reading, wanted: { kind: 'label', label } })
  const row = knownAt({ at, rows: record.versions }).find((version) => version.label === label)

  if (!row) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `No published version of ${reading.slug} is labelled ${JSON.stringify(label)}.`,
    })
  }

  const { nextChangeAt } = timelineAt({ at, rows: record.versions })
  return {
    at,
    body: { ...publicVersion({ ...reading, at, row, rows: record.versions }), nextChangeAt },
    now: at,
    record,
    until: dateOrNull(nextChangeAt),
  }
}

/** The sealed part of a published version, which never changes. @throws PolicyError `NOT_FOUND`. */
export const textAnswer = async ({
  fingerprint,
  ...reading
}: Reading & { fingerprint: string }): Promise<Answer<SealedVersion>> => {
  const { at, record } = await read({ ...reading, wanted: { fingerprint, kind: 'fingerprint' } })
  const row = record.versions.find((version) => version.fingerprint === fingerprint)

  if (!row) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `No published version of ${reading.slug} has the fingerprint ${JSON.stringify(fingerprint)}.`,
    })
  }

  return {
    at,
    body: sealedVersion({ locale: reading.locale, row }),
    now: at,
    record,
    until: null,
  }
}

/** The notices that a channel shows at a moment, and when that changes. */
export const noticesAnswer = async ({
  at: asked,
  channel,
  locale,
  source,
}: Pick<Reading, 'locale' | 'source'> & { at: Date | null; channel: string }): Promise<
  Answer<{ nextChangeAt: null | string; notices: ActiveNotice[] }>
> => {
  const { at: now, record } = await source.notices({ at: asked, channel })
  const at = asked ?? now
  const body = activeNotices({ at, locale, notices: record.notices })

  return { at, body, now, record, until: dateOrNull(body.nextChangeAt) }
}

/** @throws PolicyError `NOT_FOUND` without such a policy. */
const read = async ({
  hasText,
  slug,
  source,
  wanted,
}: Reading & { wanted: WithoutText<Wanted> }) => {
  const known = await source.policy({ slug, wanted: { ...wanted, hasText } })

  if (!known.record.policy) {
    throw noPolicy(slug)
  }
  return known
}

type WithoutText<T> = T extends unknown ? Omit<T, 'hasText'> : never

/** The span in which the moment lies: a day's zone is known only once the policy is read. */
const spanOf = (moment: Moment): { closes: Date | null; opens: Date | null } => {
  switch (moment.kind) {
    case 'day': {
      const midnight = +startOfCivilDate({ date: moment.date, timeZone: 'UTC' })
      const hour = 3_600_000
      // No zone is further than 14 hours from UTC.
      return { closes: new Date(midnight + 39 * hour), opens: new Date(midnight - 15 * hour) }
    }
    case 'instant':
      return { closes: moment.instant, opens: moment.instant }
    case 'now':
      return { closes: null, opens: null }
  }
}

const instantOf = ({
  moment,
  now,
  record,
}: {
  moment: Moment
  now: Date
  record: PolicyRecord
}): Date => {
  switch (moment.kind) {
    case 'day': {
      const { timeZone } = record.policy!
      return new Date(+startOfCivilDate({ date: addCivilDays(moment.date, 1), timeZone }) - 1)
    }
    case 'instant':
      return moment.instant
    case 'now':
      return now
  }
}

const dateOrNull = (instant: null | string): Date | null => (instant ? new Date(instant) : null)

const noPolicy = (slug: string) =>
  new PolicyError({
    code: 'NOT_FOUND',
    message: `There is no policy with the slug ${JSON.stringify(slug)}.`,
  })
