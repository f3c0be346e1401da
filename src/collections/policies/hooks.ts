import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
} from 'payload'

import type { PolicyContext } from '../../options.js'

import { transactionOf } from '../../database/connection.js'
import { lockPolicy } from '../../database/policyLock.js'
import { PolicyError } from '../../domain/policyError.js'
import { loadPublishedVersions } from '../../operations/situation.js'
import { assertUsableId, refuseUnsafeRoads, writesOneDocument } from '../unsafeRoads.js'

/** Takes the policy's lock before it is read, and refuses what would go round the rules. */
export const lockOrRefuse =
  (context: PolicyContext): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    refuseUnsafeRoads({ args, collection: context.slugs.policies, operation })

    const called = { args, operation }
    if (writesOneDocument(called)) {
      assertUsableId({ id: called.args.id, req })
      await lockPolicy({ policy: called.args.id, query: await transactionOf({ req }) })
    }
  }

/** Keeps what published versions rely on: the address, and the zone in which days were counted. */
export const keepFixed =
  (context: PolicyContext): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (operation === 'create') {
      return data
    }

    const changed = ['slug', 'timeZone'].find((name) => data[name] !== originalDoc[name])

    if (
      changed !== undefined &&
      (await loadPublishedVersions({ context, policy: originalDoc.id, req })).length > 0
    ) {
      throw new PolicyError({
        code: 'SEALED',
        field: changed,
        message: `The ${changed === 'slug' ? 'slug' : 'time zone'} of a policy is fixed once a version is published: addresses and dates that were announced rely on it. Start a new policy instead.`,
      })
    }

    return data
  }

/** A policy goes only as long as nothing refers to it. */
export const refuseWithVersions =
  (context: PolicyContext): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const { totalDocs } = await req.payload.db.count({
      collection: context.slugs.versions,
      req,
      where: { policy: { equals: id } },
    })

    if (totalDocs > 0) {
      throw new PolicyError({
        code: 'SEALED',
        details: { versions: totalDocs },
        message: `The policy has ${totalDocs} ${totalDocs === 1 ? 'version' : 'versions'} and cannot be deleted. Versions without a record can be deleted first; published ones stay for good.`,
      })
    }
  }
