import type { CollectionBeforeDeleteHook } from 'payload'

import type { PolicyContext } from '../../../options.js'

import { PolicyError } from '../../../domain/policyError.js'

/** A version goes only as long as nothing was recorded about it: from its first submission on it stays. */
export const refuseRecorded =
  (context: PolicyContext): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const { totalDocs } = await req.payload.db.count({
      collection: context.slugs.events,
      req,
      where: { version: { equals: id } },
    })

    if (totalDocs > 0) {
      throw new PolicyError({
        code: 'SEALED',
        details: { events: totalDocs },
        message:
          'The version is part of the record, since it was submitted for review, and cannot be deleted. Leave it as a draft; drafts are never public.',
      })
    }
  }
