import type { Endpoint } from 'payload'

import type { PolicyContext } from '../../options.js'

import { hasRole } from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { startNewVersion } from '../../operations/newVersion.js'
import { loadStoredPolicy } from '../../operations/storedVersion.js'
import { refuse, requireAnyRole } from '../access.js'
import { bodyOf } from '../bodyOf.js'
import { answering, routeParameter } from '../http.js'

/** Starts a draft of a policy from its text in force, or from that of an announced version: `{ basedOn? }`. */
export const newVersionEndpoint = (context: PolicyContext): Omit<Endpoint, 'root'> => ({
  handler: (req) =>
    answering({
      req,
      answer: async () => {
        // Asked first, so that a stranger does not learn which policies there are.
        const actor = await requireAnyRole({ context, req })
        if (!hasRole({ actor, role: 'editor' })) {
          refuse('Only an editor or an admin may start a version.')
        }
        const { basedOn } = await bodyOf({ allowed: ['basedOn'], req })

        const id = routeParameter({ name: 'id', req })
        const policy = await loadStoredPolicy({ id, context, req })
        if (!policy) {
          throw new PolicyError({
            code: 'NOT_FOUND',
            message: `There is no policy with the id ${JSON.stringify(id)}.`,
          })
        }

        const doc = await startNewVersion({
          basedOn: idIn(basedOn),
          context,
          policy: policy.id,
          req,
        })
        return Response.json({ doc }, { status: 201 })
      },
    }),
  method: 'post',
  path: '/:id/new-version',
})

const idIn = (value: unknown): number | string | undefined => {
  if (
    value !== undefined &&
    value !== null &&
    typeof value !== 'number' &&
    typeof value !== 'string'
  ) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter basedOn is ${JSON.stringify(value)}; allowed is the id of a version.`,
    })
  }
  return value ?? undefined
}
