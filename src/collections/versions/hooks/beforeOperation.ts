import type { CollectionBeforeOperationHook } from 'payload'

import type { PolicyContext } from '../../../options.js'

import { transactionOf } from '../../../database/connection.js'
import { limitWaiting, lockPolicy } from '../../../database/policyLock.js'
import { assertNesting } from '../../../domain/nesting.js'
import { takeDecision } from '../../../operations/pendingDecision.js'
import { loadStoredVersion } from '../../../operations/storedVersion.js'
import { relationId } from '../../relationId.js'
import { assertUsableId, refuseUnsafeRoads, writesOneDocument } from '../../unsafeRoads.js'

/** Null for a group means its fields emptied; Payload's own walk over the fields would stumble over it. */
const emptyGroups = (data: Record<string, unknown> | undefined): void => {
  const emptied = {
    exception: { explanation: null, reason: null },
    imported: { effectiveOn: null, publishedOn: null, sequence: null, source: null },
    replaces: { materialDifference: null, version: null },
  }

  for (const [name, value] of Object.entries(emptied)) {
    if (data?.[name] === null) {
      data[name] = value
    }
  }
}

/**
 * Takes the lock of the policy that a write is about, before Payload reads the document: whatever is
 * decided afterwards is decided about what stands there now, and nobody else decides meanwhile.
 */
export const lockPolicyOfVersion =
  (context: PolicyContext): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    refuseUnsafeRoads({ args, collection: context.slugs.versions, operation })

    if (operation !== 'create' && !writesOneDocument({ args, operation })) {
      return
    }

    const { data } = args as { data?: Record<string, unknown> }

    assertNesting(data ?? {})
    emptyGroups(data)

    const query = await transactionOf({ req })
    // The version is read before its policy is known, and with it the lock.
    await limitWaiting({ query })
    const id = operation === 'create' ? undefined : (args as { id: number | string }).id

    if (id !== undefined) {
      assertUsableId({ id, req })
      // What an earlier call with this request decided and never wrote is not carried over.
      takeDecision({ id, req })
    }

    const policy =
      id === undefined
        ? relationId((args as { data?: { policy?: unknown } }).data?.policy)
        : (await loadStoredVersion({ id, context, req }))?.policy

    // Without a policy there is nothing to lock; Payload's own checks answer that.
    if (policy !== undefined) {
      await lockPolicy({ policy, query })
    }
  }
