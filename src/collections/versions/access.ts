import type { Access } from 'payload'

import type { PolicyContext } from '../../options.js'

import { hasRole, isSealed, type VersionStatus } from '../../domain/lifecycle.js'
import { loadActor } from '../../operations/actor.js'
import { isAskedWhatToOffer, refuse } from '../access.js'
import { workflowFields } from './fields.js'

/**
 * Editors edit; a step of the workflow alone is let through to the hooks, which know who may take
 * which step and refuse with a reason over every road. Asked by the admin panel what to offer, a
 * sealed version is read-only.
 */
export const mayUpdate =
  (context: PolicyContext): Access =>
  async (args) => {
    const data = (args.data as Record<string, unknown> | undefined) ?? {}
    const actor = await loadActor({ context, req: args.req })
    const isEditor = actor !== null && hasRole({ actor, role: 'editor' })

    if (isAskedWhatToOffer(args)) {
      return isEditor && !isSealed(data.status as VersionStatus)
    }

    const isStepAlone =
      Object.keys(data).length > 0 &&
      Object.keys(data).every((name) => workflowFields.some((field) => field === name))

    return isStepAlone || isEditor || refuse('Only an editor or an admin may edit a version.')
  }
