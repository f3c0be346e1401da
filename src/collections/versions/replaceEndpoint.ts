import type { Endpoint } from 'payload'

import type { PolicyContext } from '../../options.js'

import { hasRole } from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { startReplacement } from '../../operations/replacementDraft.js'
import { refuse, requireAnyRole } from '../access.js'
import { bodyOf } from '../bodyOf.js'
import { answering } from '../http.js'
import { requireVersion } from './requireVersion.js'

/** Starts a draft in place of an announced version: `{ materialDifference?, comment? }`. */
export const replaceEndpoint = (context: PolicyContext): Omit<Endpoint, 'root'> => ({
  handler: (req) =>
    answering({
      req,
      answer: async () => {
        // Asked first, so that a stranger does not learn which versions there are.
        const actor = await requireAnyRole({ context, req })
        if (!hasRole({ actor, role: 'editor' })) {
          refuse('Only an editor or an admin may start a version.')
        }
        const { comment, materialDifference } = await bodyOf({
          allowed: ['comment', 'materialDifference'],
          req,
        })

        const doc = await startReplacement({
          context,
          materialDifference: difference(materialDifference),
          reason: reasonIn(comment),
          req,
          version: await requireVersion({ context, req }),
        })
        return Response.json({ doc }, { status: 201 })
      },
    }),
  method: 'post',
  path: '/:id/replace',
})

/** Where it is not said, a difference is material: then the notice counts anew. */
const difference = (value: unknown): boolean => {
  if (value !== undefined && value !== null && typeof value !== 'boolean') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter materialDifference is ${JSON.stringify(value)}; allowed are true and false.`,
    })
  }
  return value ?? true
}

const reasonIn = (value: unknown): string | undefined => {
  if (value !== undefined && value !== null && typeof value !== 'string') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The comment is ${JSON.stringify(value)}; allowed is a text.`,
    })
  }
  return value || undefined
}
