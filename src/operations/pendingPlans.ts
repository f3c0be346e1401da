import type { PayloadRequest } from 'payload'

import type { PublishedVersion } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { type PendingPlan, pendingPlan } from '../domain/pendingPlan.js'
import { loadCalendars } from './calendars.js'
import { candidateOf } from './candidate.js'

/** The versions that are not published, of one policy or of all, the oldest first, without their texts. */
export const loadPendingVersions = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy?: number | string
  req: PayloadRequest
}): Promise<StoredVersion[]> => {
  const { docs } = await req.payload.db.find<StoredVersion>({
    collection: context.slugs.versions,
    joins: false,
    limit: 0,
    pagination: false,
    req,
    select: {
      authors: true,
      effectiveOn: true,
      exception: true,
      fingerprint: true,
      imported: true,
      label: true,
      materialChange: true,
      noticeChannels: true,
      noticeTerms: true,
      policy: true,
      replaces: true,
      status: true,
    },
    sort: 'id',
    where: {
      and: [
        { status: { not_in: ['published', 'withdrawn'] } },
        ...(policy === undefined ? [] : [{ policy: { equals: policy } }]),
      ],
    },
  })

  return docs
}

/** When each of a policy's pending versions would take effect, were it published at an instant; by id. */
export const plansOf = async ({
  context,
  instant,
  req,
  timeline,
  timeZone,
  versions,
}: {
  context: PolicyContext
  instant: Date
  req: PayloadRequest
  /** Of the policy that they belong to. */
  timeline: readonly PublishedVersion[]
  timeZone: string
  versions: readonly StoredVersion[]
}): Promise<Map<string, PendingPlan>> => {
  const calendars = await loadCalendars({ context, req })

  return new Map(
    versions.map((version) => [
      String(version.id),
      pendingPlan({
        candidate: candidateOf({ attestations: [], version }),
        context: {
          calendars,
          channels: context.channels,
          instant,
          presets: context.presets,
          timeline,
          timeZone,
        },
      }),
    ]),
  )
}
