import type { Endpoint } from 'payload'

import type { PolicyContext } from '../../options.js'

import { hasRole } from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { rebaseDraft } from '../../operations/rebaseDraft.js'
import { refuse, requireAnyRole } from '../access.js'
import { bodyOf } from '../bodyOf.js'
import { answering } from '../http.js'
import { requireVersion } from './requireVersion.js'

/** Brings a draft onto the text that it will change: `{ fingerprint? }`, that of what was shown. */
export const rebaseEndpoint = (context: PolicyContext): Omit<Endpoint, 'root'> => ({
  handler: (req) =>
    answering({
      req,
      answer: async () => {
        // Asked first, so that a stranger does not learn which versions there are.
        const actor = await requireAnyRole({ context, req })
        if (!hasRole({ actor, role: 'editor' })) {
          refuse('Only an editor or an admin may edit a version.')
        }
        const { fingerprint } = await bodyOf({ allowed: ['fingerprint'], req })

        return Response.json(
          await rebaseDraft({
            context,
            req,
            shownFingerprint: fingerprintIn(fingerprint),
            version: await requireVersion({ context, req }),
          }),
        )
      },
    }),
  method: 'post',
  path: '/:id/rebase',
})

const fingerprintIn = (value: unknown): string | undefined => {
  if (value !== undefined && value !== null && typeof value !== 'string') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The fingerprint is ${JSON.stringify(value)}; allowed is a text.`,
    })
  }
  return value ?? undefined
}
