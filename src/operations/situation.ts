import type { PayloadRequest } from 'payload'

import type { PublishedVersion, Situation } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'

import { readClock } from '../database/clock.js'
import { queryOf, tablesOf, transactionOf } from '../database/connection.js'
import { readPublishedVersions } from '../database/publishedVersions.js'
import { PolicyError } from '../domain/policyError.js'
import { loadActor } from './actor.js'
import { loadReviews } from './reviews.js'
import { loadStoredPolicy, type StoredPolicy, type StoredVersion } from './storedVersion.js'

/** Reads everything that decides about a step of a version, in the request's transaction. */
export const loadSituation = async ({
  context,
  instant,
  req,
  shownFingerprint,
  version,
}: {
  context: PolicyContext
  /** Of a dry run; the clock's otherwise. */
  instant?: Date
  req: PayloadRequest
  shownFingerprint?: string
  version: StoredVersion
}): Promise<{ policy: StoredPolicy; situation: Situation }> => {
  const policy = await loadPolicy({ id: version.policy, context, req })
  const timeline = await loadPublishedVersions({ context, policy: policy.id, req })
  const reviews = await loadReviews({ context, req, version: version.id })

  return {
    policy,
    situation: {
      actor: await loadActor({ context, req }),
      context: {
        calendars: context.calendars,
        channels: context.channels,
        instant: instant ?? (await nextInstant({ context, req, timeline })),
        timeline,
        timeZone: policy.timeZone,
      },
      requiredApprovals: context.requiredApprovals,
      reviews,
      shownFingerprint,
      version: {
        id: version.id,
        authors: version.authors ?? [],
        effectiveOn: version.effectiveOn,
        fingerprint: version.fingerprint ?? '',
        label: version.label,
        materialChange: version.materialChange ?? false,
        noticeChannels: version.noticeChannels ?? [],
        noticeTerms: version.noticeTerms,
        status: version.status,
      },
    },
  }
}

/** The policy's published versions, read in the request's transaction where it has one. */
export const loadPublishedVersions = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<PublishedVersion[]> =>
  readPublishedVersions({
    policy,
    query: await queryFor(req),
    tables: tablesOf({ payload: req.payload, slugs: context.slugs }),
  })

/**
 * The present instant, to the millisecond, by the database's clock (or the simulated one), strictly
 * later than the policy's last publication.
 */
export const nextInstant = async ({
  context,
  req,
  timeline,
}: {
  context: PolicyContext
  req: PayloadRequest
  timeline: readonly PublishedVersion[]
}): Promise<Date> => {
  const now = context.clock ? await context.clock({ req }) : await readClock(await queryFor(req))
  const last = Math.max(...timeline.map(({ publishedAt }) => +publishedAt), -Infinity)

  return new Date(Math.max(+now, last + 1))
}

const queryFor = (req: PayloadRequest) =>
  req.transactionID ? transactionOf({ req }) : queryOf({ payload: req.payload })

const loadPolicy = async (args: {
  context: PolicyContext
  id: number | string
  req: PayloadRequest
}): Promise<StoredPolicy> => {
  const policy = await loadStoredPolicy(args)

  if (!policy) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      field: 'policy',
      message: 'The policy of this version does not exist. Choose an existing policy.',
    })
  }

  return policy
}
