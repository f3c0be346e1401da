import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'
import type { StoredPolicy } from './storedVersion.js'

import { PolicyError } from '../domain/policyError.js'

/** Reads a policy by its slug, in the request's transaction. @throws PolicyError `NOT_FOUND` without such a policy. */
export const requireStoredPolicy = async ({
  context,
  req,
  slug,
}: {
  context: PolicyContext
  req: PayloadRequest
  slug: string
}): Promise<StoredPolicy> => {
  const policy = await req.payload.db.findOne<StoredPolicy>({
    collection: context.slugs.policies,
    joins: false,
    req,
    where: { slug: { equals: slug } },
  })

  if (!policy) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no policy with the slug ${JSON.stringify(slug)}.`,
    })
  }
  return policy
}
