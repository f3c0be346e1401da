import type { PayloadRequest } from 'payload'

import type {
  Attestation,
  PublicationContext,
  PublishedVersion,
  Situation,
} from '../domain/situation.js'
import type { PolicyContext } from '../options.js'

import { tablesOf } from '../database/connection.js'
import { readPublishedVersions } from '../database/publishedVersions.js'
import { PolicyError } from '../domain/policyError.js'
import { loadActor } from './actor.js'
import { loadCalendars } from './calendars.js'
import { candidateOf } from './candidate.js'
import { present, queryFor } from './present.js'
import { loadReviews } from './reviews.js'
import { loadStoredPolicy, type StoredPolicy, type StoredVersion } from './storedVersion.js'

/** Reads everything that decides about a step of a version, in the request's transaction. */
export const loadSituation = async ({
  approvalScope = 'text',
  attestations = [],
  context,
  instant,
  req,
  shownFingerprint,
  version,
}: {
  approvalScope?: Situation['approvalScope']
  /** Of a publication: the notices that the actor vouches for. */
  attestations?: readonly Attestation[]
  context: PolicyContext
  /** Of a dry run; the clock's otherwise. */
  instant?: Date
  req: PayloadRequest
  shownFingerprint?: string
  version: StoredVersion
}): Promise<{ policy: StoredPolicy; situation: Situation }> => {
  const { policy, publication } = await loadPublicationContext({
    context,
    instant,
    policy: version.policy,
    req,
  })
  const reviews = await loadReviews({ context, req, version: version.id })

  return {
    policy,
    situation: {
      actor: await loadActor({ context, req }),
      approvalScope,
      context: publication,
      requiredApprovals: context.requiredApprovals,
      reviews,
      shownFingerprint,
      version: {
        ...candidateOf({ attestations, version }),
        id: version.id,
        authors: version.authors ?? [],
        fingerprint: version.fingerprint ?? '',
        status: version.status,
      },
    },
  }
}

/** Everything outside of a version that decides about its publication, in the request's transaction. */
export const loadPublicationContext = async ({
  context,
  instant,
  policy: id,
  req,
}: {
  context: PolicyContext
  /** Of a dry run; the clock's otherwise. */
  instant?: Date | undefined
  policy: number | string
  req: PayloadRequest
}): Promise<{ policy: StoredPolicy; publication: PublicationContext }> => {
  const policy = await loadPolicy({ id, context, req })
  const timeline = await loadPublishedVersions({ context, policy: policy.id, req })

  return {
    policy,
    publication: {
      calendars: await loadCalendars({ context, req }),
      channels: context.channels,
      instant: instant ?? (await nextInstant({ context, req, timeline })),
      presets: context.presets,
      timeline,
      timeZone: policy.timeZone,
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
  const now = await present({ context, req })
  const last = Math.max(...timeline.map(({ publishedAt }) => +publishedAt), -Infinity)

  return new Date(Math.max(+now, last + 1))
}

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
