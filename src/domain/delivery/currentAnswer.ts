import type { PublicVersion } from '../publicVersion.js'
import type { Moment } from './moment.js'

import { addCivilDays, startOfCivilDate } from '../civilDate.js'
import { PolicyError } from '../policyError.js'
import { iso, knownAt, publicVersions, timelineAt } from '../publicVersion.js'
import {
  type Answer,
  dateOrNull,
  policyChangedAt,
  readPolicy,
  type Reading,
  type Shown,
} from './answer.js'
import { firstVersion } from './firstVersion.js'
import { assertText } from './givenText.js'

/** A policy's version in force, with those that were announced by then. */
export type CurrentPolicy = PublicVersion & {
  /** True where the moment is still to come: another publication can change what is answered. */
  forecast: boolean
  nextChangeAt: null | string
  upcoming: PublicVersion[]
}

/**
 * The version in force at a moment, with those that were announced by then, without their texts.
 * @throws PolicyError `NOT_FOUND` without such a policy or before its first version, with the
 *   instant at which it starts where that is published; without a text in the language, with those that
 *   there are.
 */
export const currentAnswer = async ({
  moment,
  ...reading
}: Reading & { moment: Moment }): Promise<CurrentAnswer> =>
  currentIn({ known: await readCurrent({ moment, ...reading }), moment, ...reading })

type CurrentAnswer = Answer<CurrentPolicy> & Shown & { at: Date }

/** What of a policy can be in force at a moment. @throws PolicyError `NOT_FOUND` without such a policy. */
export const readCurrent = ({
  moment,
  ...reading
}: Pick<Reading, 'slug' | 'source' | 'text'> & { moment: Moment }): ReturnType<typeof readPolicy> =>
  readPolicy({ wanted: { kind: 'in_force', ...spanOf(moment) }, ...reading })

/** The answer of `currentAnswer`, from what was read. @throws PolicyError `NOT_FOUND` before the first version. */
export const currentIn = async ({
  known: { at: now, latest, record },
  moment,
  ...reading
}: Reading & {
  known: Awaited<ReturnType<typeof readCurrent>>
  moment: Moment
}): Promise<CurrentAnswer> => {
  const at = instantOf({ moment, now, record })
  const { inForce, nextChangeAt, upcoming } = timelineAt({ at, rows: record.versions })

  if (!inForce) {
    throw await notYet({ at, now, ...reading })
  }
  assertText({ row: inForce, ...reading })

  const shown = publicVersions({ at, rows: record.versions, ...reading })

  return {
    at,
    body: {
      forecast: at > now,
      nextChangeAt,
      upcoming: upcoming.map(shown),
      ...shown(inForce),
    },
    changedAt: policyChangedAt({ now, record }),
    latest,
    now,
    record,
    row: inForce,
    // What was in force at a moment in the past stays so; a forecast holds until it is none any more.
    until: moment.kind === 'now' ? dateOrNull(nextChangeAt) : at > now ? at : null,
  }
}

/** What is told where nothing is in force: when that begins, if it is published by now. */
const notYet = async ({
  at,
  now,
  slug,
  source,
}: Pick<Reading, 'slug' | 'source'> & { at: Date; now: Date }): Promise<PolicyError> => {
  const { first } = await firstVersion({ slug, source })
  const [told] = knownAt({ at: now, rows: first && !first.isUndated ? [first] : [] })
  const startsAt = told ? iso(told.effectiveAt) : null

  return new PolicyError({
    code: 'NOT_FOUND',
    details: { startsAt },
    message: `No version of ${slug} is in force at ${iso(at)}${
      startsAt ? `; the first takes effect at ${startsAt}` : ''
    }.`,
  })
}

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
  record: { policy },
}: {
  moment: Moment
  now: Date
  record: { policy: { timeZone: string } }
}): Date => {
  switch (moment.kind) {
    case 'day': {
      const { timeZone } = policy
      return new Date(+startOfCivilDate({ date: addCivilDays(moment.date, 1), timeZone }) - 1)
    }
    case 'instant':
      return moment.instant
    case 'now':
      return now
  }
}
