import type { PayloadRequest } from 'payload'

import type { ActiveNotice } from '../domain/activeNotices.js'
import type { PolicyContext } from '../options.js'

import { readNotices } from '../database/activeNotices.js'
import { queryOf, tablesOf } from '../database/connection.js'
import { type PolicyRecord, readPolicyRecord, type Wanted } from '../database/publicReads.js'
import { activeNotices } from '../domain/activeNotices.js'
import { addCivilDays, type CivilDate, startOfCivilDate } from '../domain/civilDate.js'
import { PolicyError } from '../domain/policyError.js'
import {
  type Addresses,
  knownAt,
  type PublicVersion,
  publicVersion,
  type PublishedRow,
  type SealedVersion,
  sealedVersion,
  timelineAt,
} from '../domain/publicVersion.js'
import { sharedLanguage } from '../domain/sharedLanguage.js'

/** A moment that a reader asks about: an instant, a day in the policy's zone (its last instant), or now. */
export type Moment =
  { date: CivilDate; kind: 'day' } | { instant: Date; kind: 'instant' } | { kind: 'now' }

/** The instant that an answer was made at, for those who keep it; not part of the answer itself. */
type Answered = { answeredAt: Date }

export type CurrentPolicy = PublicVersion & {
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

type Reading = { context: PolicyContext; locale: string; req: PayloadRequest; slug: string }

/**
 * The version in force at a moment, with those that were announced by then.
 * @throws PolicyError `NOT_FOUND` without such a policy or before its first version, with the
 *   instant at which it starts where that is announced.
 */
export const readCurrent = async ({
  moment,
  ...reading
}: Reading & { moment: Moment }): Promise<Answered & CurrentPolicy> => {
  const span = await spanOf({ moment, ...reading })
  const record = await read({ ...reading, wanted: { ...span, kind: 'in_force' } })
  const at = instantOf({ moment, record, simulated: span.opens })
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

  const shown = { ...reading, addresses: addressesOf(reading.context), at, rows: record.versions }

  return {
    ...publicVersion({ ...shown, row: inForce }),
    answeredAt: await nowOf({ record, ...reading }),
    nextChangeAt,
    upcoming: upcoming.map((row) => publicVersion({ ...shown, row })),
  }
}

/** A policy's published versions, newest first. @throws PolicyError `NOT_FOUND` without such a policy. */
export const readTimeline = async (reading: Reading): Promise<Answered & PolicyTimeline> => {
  const record = await read({ ...reading, wanted: { kind: 'timeline' } })
  const at = await nowOf({ record, ...reading })
  const versions = knownAt({ at, rows: record.versions })
    .map((row) =>
      publicVersion({
        addresses: addressesOf(reading.context),
        at,
        locale: reading.locale,
        row,
        rows: record.versions,
      }),
    )
    .reverse()

  // By a simulated clock its first publication may still be to come.
  if (versions.length === 0) {
    throw notFound(`There is no policy with the slug ${JSON.stringify(reading.slug)}.`)
  }

  return {
    answeredAt: at,
    head: record.head,
    nextChangeAt: timelineAt({ at, rows: record.versions }).nextChangeAt,
    policy: versions[0]!.policy,
    versions,
  }
}

/** One published version by its label. @throws PolicyError `NOT_FOUND`. */
export const readVersion = async ({
  label,
  ...reading
}: Reading & { label: string }): Promise<
  Answered & PublicVersion & { nextChangeAt: null | string }
> => {
  const record = await read({ ...reading, wanted: { kind: 'label', label } })
  const at = await nowOf({ record, ...reading })

  return {
    ...publicVersion({
      addresses: addressesOf(reading.context),
      at,
      locale: reading.locale,
      row: labelled({ at, label, record, ...reading }),
      rows: record.versions,
    }),
    answeredAt: at,
    nextChangeAt: timelineAt({ at, rows: record.versions }).nextChangeAt,
  }
}

/**
 * Two published versions by their labels, both in the first language that both have, of those that
 * a reader of the wanted one may be shown. @throws PolicyError `NOT_FOUND`.
 */
export const readPair = async ({
  labels,
  ...reading
}: Reading & { labels: readonly [string, string] }): Promise<
  Answered & { nextChangeAt: null | string; versions: [PublicVersion, PublicVersion] }
> => {
  const record = await read({ ...reading, wanted: { kind: 'pair', labels } })
  const at = await nowOf({ record, ...reading })
  const from = labelled({ at, label: labels[0], record, ...reading })
  const to = labelled({ at, label: labels[1], record, ...reading })
  const shown = {
    addresses: addressesOf(reading.context),
    at,
    locale: sharedLanguage({ from, locale: reading.locale, to }),
    rows: record.versions,
  }

  return {
    answeredAt: at,
    nextChangeAt: timelineAt({ at, rows: record.versions }).nextChangeAt,
    versions: [publicVersion({ ...shown, row: from }), publicVersion({ ...shown, row: to })],
  }
}

/** The sealed part of a published version, which never changes. @throws PolicyError `NOT_FOUND`. */
export const readText = async ({
  fingerprint,
  locale,
  ...reading
}: Reading & { fingerprint: string }): Promise<SealedVersion> => {
  const record = await read({ ...reading, locale, wanted: { fingerprint, kind: 'fingerprint' } })
  const row = record.versions.find((version) => version.fingerprint === fingerprint)

  if (!row) {
    throw notFound(
      `No published version of ${reading.slug} has the fingerprint ${JSON.stringify(fingerprint)}.`,
    )
  }

  return sealedVersion({ locale, row })
}

/** The notices that a channel shows at a moment. */
export const readActiveNotices = async ({
  at,
  channel,
  context,
  locale,
  req,
}: {
  at: Date | null
  channel: string
  context: PolicyContext
  locale: string
  req: PayloadRequest
}): Promise<Answered & { nextChangeAt: null | string; notices: ActiveNotice[] }> => {
  const simulated = await simulatedNow({ context, req })
  const asked = at ?? simulated
  const { payload } = req
  const { notices, now } = await readNotices({
    at: asked,
    channel,
    query: queryOf({ payload }),
    tables: tablesOf({ payload, slugs: context.slugs }),
  })

  const shownAt = asked ?? new Date(now)

  return {
    ...activeNotices({ at: shownAt, locale, notices }),
    answeredAt: simulated ?? new Date(now),
  }
}

/** A draft is as unknown here as a version that there never was. */
const labelled = ({
  at,
  label,
  record,
  slug,
}: {
  at: Date
  label: string
  record: PolicyRecord
  slug: string
}): PublishedRow => {
  const row = knownAt({ at, rows: record.versions }).find((version) => version.label === label)

  if (!row) {
    throw notFound(`No published version of ${slug} is labelled ${JSON.stringify(label)}.`)
  }
  return row
}

const read = async ({
  context,
  req: { payload },
  slug,
  wanted,
}: Reading & { wanted: Wanted }): Promise<PolicyRecord> => {
  const record = await readPolicyRecord({
    query: queryOf({ payload }),
    slug,
    tables: tablesOf({ payload, slugs: context.slugs }),
    wanted,
  })

  // That a policy is being drafted is nobody's business before its first publication.
  if (!record.policy || record.versions.length === 0) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      details: wanted.kind === 'in_force' ? { startsAt: null } : {},
      message: `There is no policy with the slug ${JSON.stringify(slug)}.`,
    })
  }

  return record
}

/** The span in which the moment lies: a day's zone is known only once the policy is read. */
const spanOf = async ({
  context,
  moment,
  req,
}: Reading & { moment: Moment }): Promise<{ closes: Date | null; opens: Date | null }> => {
  switch (moment.kind) {
    case 'day': {
      const midnight = +startOfCivilDate({ date: moment.date, timeZone: 'UTC' })
      const hour = 3_600_000
      // No zone is further than 14 hours from UTC.
      return { closes: new Date(midnight + 39 * hour), opens: new Date(midnight - 15 * hour) }
    }
    case 'instant':
      return { closes: moment.instant, opens: moment.instant }
    case 'now': {
      const now = await simulatedNow({ context, req })
      return { closes: now, opens: now }
    }
  }
}

const instantOf = ({
  moment,
  record,
  simulated,
}: {
  moment: Moment
  record: PolicyRecord
  simulated: Date | null
}): Date => {
  switch (moment.kind) {
    case 'day': {
      const { timeZone } = record.policy!
      return new Date(+startOfCivilDate({ date: addCivilDays(moment.date, 1), timeZone }) - 1)
    }
    case 'instant':
      return moment.instant
    case 'now':
      return simulated ?? new Date(record.now)
  }
}

const nowOf = async ({
  context,
  record,
  req,
}: Pick<Reading, 'context' | 'req'> & { record: PolicyRecord }): Promise<Date> =>
  (await simulatedNow({ context, req })) ?? new Date(record.now)

/** The simulated time, or null where the database's clock counts, which is then read with the rows. */
const simulatedNow = async ({
  context,
  req,
}: Pick<Reading, 'context' | 'req'>): Promise<Date | null> =>
  context.clock ? await context.clock({ req }) : null

const addressesOf = ({ apiRoute, policyUrl, serverUrl, slugs }: PolicyContext): Addresses => ({
  api: ({ path, slug }) => `${serverUrl}${apiRoute}/${slugs.policies}/${slug}/${path}`,
  site: ({ label, locale, slug }) => policyUrl({ locale, policy: { slug }, version: { label } }),
})

const notFound = (message: string) => new PolicyError({ code: 'NOT_FOUND', message })
