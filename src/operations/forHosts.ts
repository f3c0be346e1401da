import { createLocalReq, type Payload, type TypedUser } from 'payload'

import { parseCivilDate } from '../domain/civilDate.js'
import { PolicyError } from '../domain/policyError.js'
import { type PolicyContext, policyContextKey } from '../options.js'
import { loadPolicyReport, type PolicyReport } from './noticeReport.js'
import { type NoticeWindow, noticeWindow } from './noticeWindow.js'
import { loadStoredVersion } from './storedVersion.js'

/**
 * A dry run of the publication of a version, as `GET /policy-versions/:id/notice-window` answers it:
 * whether it would be lawful for a day (in the policy's zone) and from an instant, who decides and how
 * the days are counted. Writes nothing. It asks for no role: it is for code of the host.
 *
 * @example
 * const { earliestEffectiveOn } = await dryRun({ id, payload })
 *
 * @throws PolicyError `NOT_FOUND` without such a version, `INVALID_PARAMETER` for a day that is none.
 */
export const dryRun = async ({
  id,
  effectiveOn,
  from,
  payload,
  user,
}: {
  /** A civil date, `YYYY-MM-DD`; the version's own where it is left out. */
  effectiveOn?: string | undefined
  /** The instant of publication to try; now where it is left out. */
  from?: Date | undefined
  id: number | string
  payload: Payload
  /** Whose next steps to tell. */
  user?: TypedUser | undefined
}): Promise<NoticeWindow> => {
  const context = contextOf(payload)
  const req = await createLocalReq({ user }, payload)
  const version = await loadStoredVersion({ id, context, req })

  if (!version) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no version with the id ${JSON.stringify(id)}.`,
    })
  }
  return noticeWindow({
    context,
    effectiveOn: effectiveOn === undefined ? undefined : parseCivilDate(effectiveOn, 'effectiveOn'),
    from,
    req,
    version,
  })
}

/**
 * What a policy promised about its changes and what it gave, version by version, as
 * `GET /policies/:slug/report` answers it. It asks for no role: it is for code of the host.
 * @throws PolicyError `NOT_FOUND` without such a policy.
 */
export const policyReport = async ({
  payload,
  slug,
}: {
  payload: Payload
  slug: string
}): Promise<PolicyReport> =>
  loadPolicyReport({ context: contextOf(payload), req: await createLocalReq({}, payload), slug })

/** The plugin’s context in a running Payload. @throws Error where the plugin is not in its config. */
export const contextOf = (payload: Payload): PolicyContext => {
  const context: unknown = payload.config.custom[policyContextKey]

  if (!context) {
    throw new Error('payload-plugin-policy-versioning: this Payload does not use the plugin.')
  }
  return context as PolicyContext
}
