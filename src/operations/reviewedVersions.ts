import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { PolicyError } from '../domain/policyError.js'
import { planPublication } from '../domain/publication.js'
import { policyAt, predecessorOf, stateAt, type VersionState } from '../domain/timeline.js'
import { candidateOf } from './candidate.js'
import { loadPublicationContext } from './situation.js'

/** A version that is compared, or can be. Instants are ISO 8601 UTC. */
export type ReviewedVersion = {
  /** Null until it is published. */
  effectiveAt: null | string
  fingerprint: null | string
  id: number | string
  label: string
  /** Null until it is published. */
  state: null | VersionState
  status: StoredVersion['status']
}

/** The versions that a version can be compared with. */
type ReviewedVersions = {
  /** The one that it follows: of a draft the one that it would, were it published now. */
  follows: null | ReviewedVersion
  inForce: null | ReviewedVersion
  /** All of the policy, itself included, the newest first. */
  versions: ReviewedVersion[]
}

/** Loads what a version can be compared with, without the texts. */
export const loadReviewedVersions = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): Promise<ReviewedVersions> => {
  const { publication } = await loadPublicationContext({ context, policy: version.policy, req })
  const { instant: at, timeline } = publication
  const published = timeline.find(({ id }) => id === version.id)
  const follows = published
    ? predecessorOf({ ...published, versions: timeline })
    : planPublication({
        candidate: candidateOf({ attestations: [], version }),
        context: publication,
      }).predecessor
  const { docs } = await req.payload.db.find<StoredVersion>({
    collection: context.slugs.versions,
    limit: 0,
    pagination: false,
    req,
    select: { fingerprint: true, label: true, status: true },
    sort: '-createdAt',
    where: { policy: { equals: version.policy } },
  })
  const versions = docs
    .map(({ id, fingerprint, label, status }): ReviewedVersion => {
      const known = timeline.find((other) => other.id === id)

      return {
        id,
        effectiveAt: known ? known.effectiveAt.toISOString() : null,
        fingerprint: fingerprint ?? null,
        label,
        state: known ? stateAt({ at, version: known, versions: timeline }) : null,
        status,
      }
    })
    .sort((one, other) => placeOf(other) - placeOf(one))
  const reviewed = (wanted: { id: number | string } | null | undefined) =>
    versions.find(({ id }) => id === wanted?.id) ?? null

  return {
    follows: reviewed(follows),
    inForce: reviewed(policyAt({ at, versions: timeline })),
    versions,
  }
}

/** Drafts first, then by the instant of effect, the last one first. */
const placeOf = ({ effectiveAt }: ReviewedVersion): number =>
  effectiveAt === null ? Number.MAX_SAFE_INTEGER : +new Date(effectiveAt)

/**
 * The version to compare with, null where there is none.
 * @throws PolicyError `NOT_FOUND` for a name that no version has, `INVALID_PARAMETER` for the version itself.
 */
export const chooseVersion = ({
  against,
  follows,
  inForce,
  version,
  versions,
}: ReviewedVersions & {
  /** A label or an id, or `in-force`; the one that it follows where it is left out. */
  against: string | undefined
  version: StoredVersion
}): null | ReviewedVersion => {
  if (against === undefined) {
    return follows
  }
  const found =
    against === 'in-force'
      ? inForce
      : (versions.find(({ label }) => label === against) ??
        versions.find(({ id }) => String(id) === against))

  if (found?.id === version.id) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `Version ${JSON.stringify(found.label)} is the one that is compared, so nothing would differ. Name another one by its label.`,
    })
  }
  if (found === undefined) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `This policy has no version ${JSON.stringify(against)}. Name one by its label or id, or "in-force".`,
    })
  }
  return found
}
