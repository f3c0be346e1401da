import type { PayloadRequest } from 'payload'

import { commitTransaction, initTransaction, killTransaction } from 'payload'

import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { type CivilDate, civilDateOf } from '../domain/civilDate.js'
import { type Actor, hasRole } from '../domain/lifecycle.js'
import { PolicyError } from '../domain/policyError.js'
import { stateAt, type VersionState } from '../domain/timeline.js'
import { copyVersion, sharedFields, type VersionReference } from './copyVersion.js'
import { loadSituation } from './situation.js'

/** True where a person may start a version in place of another: of an announced one, who may draft. */
export const mayReplace = ({
  actor,
  state,
}: {
  actor: Actor | null
  state: null | VersionState
}): boolean => state === 'upcoming' && actor !== null && hasRole({ actor, role: 'editor' })

/** A draft that is to take the place of an announced version; null where nobody has started one. */
export const loadOpenReplacement = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: number | string
}): Promise<null | VersionReference> => {
  const found = await req.payload.db.findOne<VersionReference>({
    collection: context.slugs.versions,
    req,
    select: { label: true },
    where: {
      and: [
        { 'replaces.version': { equals: version } },
        { status: { in: ['draft', 'in_review', 'changes_requested', 'approved'] } },
      ],
    },
  })

  return found && { id: found.id, label: found.label }
}

/**
 * Starts a draft that is to take the place of an announced version, with all of its content in every
 * language. Without a material difference it keeps the announced day; otherwise the day is left empty,
 * since the notice counts anew. What stands announced stays so until the draft is published.
 *
 * @throws PolicyError `ILLEGAL_TRANSITION` for a version that is not upcoming; whatever the creation of
 *   a version is refused with.
 */
export const startReplacement = async ({
  context,
  materialDifference,
  reason,
  req,
  version,
}: {
  context: PolicyContext
  materialDifference: boolean
  /** Why the announced version is replaced; it becomes the draft's reason for its materiality. */
  reason?: string | undefined
  req: PayloadRequest
  version: StoredVersion
}): Promise<VersionReference> => {
  const announcedFor = await upcomingDay({ context, req, version })
  const shouldCommit = await initTransaction(req)

  try {
    const draft = await copyVersion({
      context,
      // Why the announced change is material, or not, says nothing of what now differs from it.
      fields: sharedFields({ context, leftOut: ['materialityReason'], req }),
      overrides: {
        effectiveOn: materialDifference ? null : announcedFor,
        ...(reason && { materialityReason: reason }),
        replaces: { materialDifference, version: version.id },
      },
      req,
      version,
    })
    if (shouldCommit) {
      await commitTransaction(req)
    }
    return draft
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** The day that an upcoming version was announced for: its own field is empty where none was chosen. */
const upcomingDay = async ({
  context,
  req,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  version: StoredVersion
}): Promise<CivilDate> => {
  const {
    context: { instant, timeline, timeZone },
  } = (await loadSituation({ context, req, version })).situation
  const published = timeline.find(({ id }) => id === version.id)

  if (
    !published ||
    stateAt({ at: instant, version: published, versions: timeline }) !== 'upcoming'
  ) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message: `Version ${version.label} is not an upcoming one: it was not published, was withdrawn, or has taken effect. Only what is announced and has not taken effect can be replaced; start a new version instead.`,
    })
  }

  return civilDateOf({ instant: published.effectiveAt, timeZone })
}
