import type { PayloadRequest } from 'payload'

import type { NoticePresets } from '../domain/noticePresets/noticePreset.js'
import type { NoticeTerms } from '../domain/noticeTerms.js'
import type { PublishedVersion } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'

import { tablesOf } from '../database/connection.js'
import { readCourses } from '../database/courseReads.js'
import { isSamePromise } from '../domain/noticeTerms.js'
import { iso } from '../domain/publicVersion.js'
import { policyAt, upcomingAt } from '../domain/timeline.js'
import { type VersionCourse, versionCourses } from '../domain/versionCourse.js'
import { languagesOf } from './languages.js'
import { type PolicyReport, reportOf } from './noticeReport.js'
import { loadPendingVersions, plansOf } from './pendingPlans.js'
import { queryFor } from './present.js'
import { loadPublishedVersions, nextInstant } from './situation.js'
import { requireStoredPolicy } from './storedPolicy.js'

/** A policy as its own document shows it: where it stands, what comes, what was. */
export type PolicyOverview = {
  addresses: {
    /** Of the version in force, over the API. */
    api: string
    /** Of the version in force on the host's own site, where the option `policyUrl` says it. */
    site: null | string
  }
  /** The instant of everything here, by the plugin's clock. ISO 8601. */
  at: string
  /** The promises that a change has to obey: of the version in force, and from an upcoming one on where it promises other things. */
  governing: GoverningPromise[]
  /** What was promised and given, version by version. */
  report: PolicyReport
  /** The newest first. */
  versions: VersionCourse[]
}

/** What a version promises about the changes after it. */
export type GoverningPromise = {
  label: string
  noticeTerms: NoticeTerms
  /** Those that its terms name, as they stood when it was published. */
  presets: NoticePresets
  /** From when on it governs; null where it does now. ISO 8601. */
  since: null | string
}

/** The overview of one policy, drafts included. @throws PolicyError `NOT_FOUND` without such a policy. */
export const loadPolicyOverview = async ({
  context,
  req,
  slug,
}: {
  context: PolicyContext
  req: PayloadRequest
  slug: string
}): Promise<PolicyOverview> => {
  const policy = await requireStoredPolicy({ context, req, slug })
  const { timeZone } = policy
  const timeline = await loadPublishedVersions({ context, policy: policy.id, req })
  const at = await nextInstant({ context, req, timeline })
  const report = await reportOf({ at, context, policy, req, timeline })
  const pending = await loadPendingVersions({ context, policy: policy.id, req })

  return {
    addresses: addressesOf({ at, context, req, slug, timeline }),
    at: iso(at),
    governing: promisesOf({ at, timeline }),
    report,
    versions: versionCourses({
      at,
      plans: await plansOf({ context, instant: at, req, timeline, timeZone, versions: pending }),
      reported: report.versions,
      rows: await readCourses({
        policy: policy.id,
        query: await queryFor(req),
        tables: tablesOf({ payload: req.payload, slugs: context.slugs }),
      }),
      timeline,
      timeZone,
    }),
  }
}

const addressesOf = ({
  at,
  context,
  req,
  slug,
  timeline,
}: {
  at: Date
  context: PolicyContext
  req: PayloadRequest
  slug: string
  timeline: readonly PublishedVersion[]
}): PolicyOverview['addresses'] => {
  const { apiRoute, isSiteKnown, policyUrl, serverUrl, slugs } = context
  const { default: locale } = languagesOf({ config: req.payload.config, context })
  const inForce = policyAt({ at, versions: timeline })

  return {
    api: `${serverUrl}${apiRoute}/${slugs.policies}/${slug}/current`,
    site:
      isSiteKnown && inForce
        ? policyUrl({ locale, policy: { slug }, version: { label: inForce.label } })
        : null,
  }
}

/** The promise in force, and each upcoming one that is another than the one before it. */
const promisesOf = ({
  at,
  timeline,
}: {
  at: Date
  timeline: readonly PublishedVersion[]
}): GoverningPromise[] => {
  const inForce = policyAt({ at, versions: timeline })
  const inOrder = [...(inForce ? [inForce] : []), ...upcomingAt({ at, versions: timeline })]

  return inOrder
    .filter((version, index) => {
      const before = inOrder[index - 1]
      return !before || !isSamePromise(before, version)
    })
    .map(({ effectiveAt, label, noticeTerms, presets }) => ({
      label,
      noticeTerms,
      presets,
      since: effectiveAt > at ? iso(effectiveAt) : null,
    }))
}
