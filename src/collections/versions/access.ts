import type { Access, AccessArgs } from 'payload'

import type { PolicyContext } from '../../options.js'

import { type Actor, hasRole, isSealed, type VersionStatus } from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadActor } from '../../operations/actor.js'
import { loadStoredVersion } from '../../operations/storedVersion.js'
import { isAskedWhatToOffer, refuse } from '../access.js'
import { workflowFields } from './fields.js'

/**
 * Editors edit; a step of the workflow alone is let through to the hooks for anybody with a role: they
 * know who may take which step and refuse with a reason over every road. Asked by the admin panel
 * what to offer, a sealed version is read-only, and an import for everybody but admins.
 */
export const mayUpdate =
  (context: PolicyContext): Access =>
  async (args) => {
    const data = (args.data as Record<string, unknown> | undefined) ?? {}
    const actor = await loadActor({ context, req: args.req })
    const isEditor = actor !== null && hasRole({ actor, role: 'editor' })

    if (isAskedWhatToOffer(args)) {
      return (
        isEditor && !isSealed(data.status as VersionStatus) && (!isImport(data) || isAdmin(actor))
      )
    }

    if (isEditor) {
      return true
    }
    if (isStepAlone(data) && !actor) {
      throw new PolicyError({
        code: 'ACTOR_REQUIRED',
        message:
          'A step of the workflow takes a person, so that the record can name who did it. Log in.',
      })
    }
    if (isStepAlone(data) && actor && actor.roles.length > 0) {
      await assertLeadsOn({ ...args, context, data })
      return true
    }
    return refuse('Only an editor or an admin may edit a version.')
  }

const isImport = ({ imported }: Record<string, unknown>): boolean =>
  Boolean((imported as null | { source?: unknown } | undefined)?.source)

const isAdmin = ({ roles }: Actor): boolean => roles.includes('admin')

/** True where a step of the workflow is asked for, and nothing else is sent along. */
const isStepAlone = (data: Record<string, unknown>): boolean =>
  ('status' in data || 'transition' in data) &&
  Object.keys(data).every((name) => workflowFields.some((field) => field === name))

/**
 * The status that stands already counts as not sent, and what is left would be an edit.
 * @throws PolicyError `ILLEGAL_TRANSITION`.
 */
const assertLeadsOn = async ({
  id,
  context,
  data,
  req,
}: Pick<AccessArgs, 'id' | 'req'> & {
  context: PolicyContext
  data: Record<string, unknown>
}): Promise<void> => {
  const stored = id === undefined ? null : await loadStoredVersion({ id, context, req })

  if (stored && !data.transition && (data.status ?? stored.status) === stored.status) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      details: { status: stored.status },
      message: `The version is ${stored.status.replace('_', ' ')} already, so there is no step to take. To edit it takes an editor or an admin.`,
    })
  }
}
