import type { PayloadRequest } from 'payload'

import type { PublishedVersion } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { StoredPolicy } from './storedVersion.js'

import { tablesOf } from '../database/connection.js'
import { readSealedCounts } from '../database/courseReads.js'
import { addCivilMonths, type CivilDate, civilDateOf } from '../domain/civilDate.js'
import { noticeReport, type ReportedVersion } from '../domain/noticeReport.js'
import { queryFor } from './present.js'
import { loadPublishedVersions, nextInstant } from './situation.js'
import { requireStoredPolicy } from './storedPolicy.js'

/** What a policy promised and gave, and when it is to be looked at again. Days in the policy's zone. */
export type PolicyReport = {
  /** How many versions took effect sooner than had been promised, without an exception. */
  breaches: number
  /** Null where the policy is not reviewed at fixed intervals, or nothing was published yet. */
  nextReviewOn: CivilDate | null
  policy: { slug: string; timeZone: string }
  reviewIsDue: boolean
  versions: ReportedVersion[]
}

/** The report of one policy. @throws PolicyError `NOT_FOUND` without such a policy. */
export const loadPolicyReport = async ({
  context,
  req,
  slug,
}: {
  context: PolicyContext
  req: PayloadRequest
  slug: string
}): Promise<PolicyReport> => {
  const policy = await requireStoredPolicy({ context, req, slug })
  const timeline = await loadPublishedVersions({ context, policy: policy.id, req })
  const at = await nextInstant({ context, req, timeline })

  return reportOf({ at, context, policy, req, timeline })
}

/** The report of a policy whose published versions were read, at an instant. */
export const reportOf = async ({
  at,
  context,
  policy,
  req,
  timeline,
}: {
  at: Date
  context: PolicyContext
  policy: StoredPolicy
  req: PayloadRequest
  timeline: readonly PublishedVersion[]
}): Promise<PolicyReport> => {
  const { slug, timeZone } = policy
  const versions = noticeReport({
    calendars: context.calendars,
    counts: new Map(
      Object.entries(
        await readSealedCounts({
          policy: policy.id,
          query: await queryFor(req),
          tables: tablesOf({ payload: req.payload, slugs: context.slugs }),
        }),
      ),
    ),
    timeline,
    timeZone,
  })
  const nextReviewOn = nextReview({ policy, versions })

  return {
    breaches: versions.filter(({ verdict }) => verdict === 'breached').length,
    nextReviewOn,
    policy: { slug, timeZone },
    reviewIsDue: nextReviewOn !== null && nextReviewOn <= civilDateOf({ instant: at, timeZone }),
    versions,
  }
}

/** So many months after the last publication or the last review, whichever came later. */
const nextReview = ({
  policy: { reviewedOn, reviewEvery },
  versions,
}: {
  policy: StoredPolicy
  versions: readonly ReportedVersion[]
}): CivilDate | null => {
  const last = [reviewedOn, ...versions.map(({ publishedOn }) => publishedOn)]
    .filter((date): date is CivilDate => Boolean(date))
    .sort()
    .at(-1)

  return reviewEvery && last ? addCivilMonths(last, reviewEvery) : null
}
