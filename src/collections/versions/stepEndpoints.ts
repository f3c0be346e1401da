import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import {
  assertMayTake,
  hasRole,
  type Transition,
  transitionNames,
  transitions,
} from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadActor } from '../../operations/actor.js'
import { acknowledgeWarning, submitWithReason, writeVersion } from '../../operations/shownDraft.js'
import { refuse, requireAnyRole } from '../access.js'
import { bodyOf } from '../bodyOf.js'
import { answering } from '../http.js'
import { requireVersion } from './requireVersion.js'

/** The steps of the workflow, and what an editor says of a warning on the way. */
export const stepEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => [
  ...transitionNames.map((transition): Omit<Endpoint, 'root'> => ({
    handler: (req) => answering({ answer: () => takeStep({ context, req, transition }), req }),
    method: 'post',
    path: `/:id/${transition}`,
  })),
  {
    handler: (req) => answering({ answer: () => acknowledge({ context, req }), req }),
    method: 'post',
    path: '/:id/acknowledge',
  },
]

/** Does what a plain write of `status` does, through the same hooks. */
const takeStep = async ({
  context,
  req,
  transition,
}: {
  context: PolicyContext
  req: PayloadRequest
  transition: Transition
}): Promise<Response> => {
  // Asked first, so that a stranger does not learn which versions there are.
  assertMayTake({ actor: await loadActor({ context, req }), isImport: false, transition })
  const { attestations, comment, exception, fingerprint, materialityReason } = await bodyOf({
    allowed: [
      'attestations',
      'comment',
      'exception',
      'fingerprint',
      ...(transition === 'submit' ? ['materialityReason'] : []),
    ],
    req,
  })
  const version = await requireVersion({ context, req })
  const take = (shown: unknown) =>
    writeVersion({
      context,
      data: {
        ...(attestations !== undefined && { attestations }),
        ...(comment !== undefined && { comment }),
        ...(exception !== undefined && { scope: scopeOf(exception) }),
        ...(shown !== undefined && { fingerprint: shown }),
        status: transitions[transition].to,
        transition,
      },
      req,
      version,
    })

  if (materialityReason === undefined || materialityReason === null) {
    return Response.json({ doc: await take(fingerprint) })
  }
  if (transition !== 'submit') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      field: 'materialityReason',
      message:
        'A materialityReason is allowed where a version is submitted: a later step must leave what is reviewed as it is.',
    })
  }
  return Response.json({
    doc: await submitWithReason({
      context,
      reason: materialityReason,
      req,
      shownFingerprint: fingerprint,
      submit: take,
      version,
    }),
  })
}

/** Lets a warning stand, with a reason: `{ key, reason }`. */
const acknowledge = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<Response> => {
  // Asked first, so that a stranger does not learn which versions there are.
  const actor = await requireAnyRole({ context, req })
  if (!hasRole({ actor, role: 'editor' })) {
    refuse('Only an editor or an admin may edit a version.')
  }
  const { key, reason } = await bodyOf({ allowed: ['key', 'reason'], req })
  const version = await requireVersion({ context, req })

  return Response.json({ doc: await acknowledgeWarning({ context, key, reason, req, version }) })
}

/** @throws PolicyError `INVALID_PARAMETER` for anything but true and false: it would approve something else. */
const scopeOf = (exception: unknown): 'exception' | 'text' => {
  if (typeof exception !== 'boolean') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter exception is ${JSON.stringify(exception)}; allowed are true, to approve the exception, and false, for the text.`,
    })
  }
  return exception ? 'exception' : 'text'
}
