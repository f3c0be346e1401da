import type { CollectionAfterChangeHook } from 'payload'

import type { PolicyContext } from '../../../options.js'

import { fingerprint } from '../../../domain/fingerprint.js'
import { isSealed } from '../../../domain/lifecycle.js'
import { PolicyError } from '../../../domain/policyError.js'
import { contentOf } from '../../../domain/versionContent.js'
import { recordEdit } from '../../../operations/edit.js'
import { takeDecision } from '../../../operations/pendingDecision.js'
import { warningsOf } from '../../../operations/versionWarnings.js'
import { loadStoredVersion } from '../../../operations/storedVersion.js'
import { recordTransition } from '../../../operations/transition.js'

/**
 * Records what was written. The fingerprint is taken of what now stands in the database, after every
 * hook of the host, in all languages: a step must have left the content as it was, and anything else
 * that changed the content is an edit.
 */
export const recordChange =
  (context: PolicyContext): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const stored = await loadStoredVersion({ id: doc.id, context, req })
    if (!stored) {
      return doc
    }

    const pending = takeDecision({ id: doc.id, req })
    const present = fingerprint(contentOf(stored))
    const isEdited = present !== stored.fingerprint

    if (pending) {
      if (isEdited || stored.status !== pending.decision.fields.status) {
        throw new PolicyError({
          code: 'APPROVAL_VOID',
          message:
            'A step of the workflow cannot change the content at the same time: nobody has reviewed the changed text. Save the content first, then take the step.',
        })
      }
      await recordTransition({ context, req, stored, ...pending })
    }

    const edited = isEdited ? await recordEdit({ context, fingerprint: present, req, stored }) : {}
    const current = { ...stored, ...edited }

    return {
      ...doc,
      ...edited,
      ...(!isSealed(current.status) && {
        warnings: await warningsOf({ context, req, version: current }),
      }),
    }
  }
