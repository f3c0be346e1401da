import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { PolicyError } from '../../domain/policyError.js'
import { loadStoredVersion, type StoredVersion } from '../../operations/storedVersion.js'
import { routeParameter } from '../http.js'

/** The version of the route's id. @throws PolicyError `NOT_FOUND` where there is none. */
export const requireVersion = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<StoredVersion> => {
  const id = routeParameter({ name: 'id', req })
  const version = await loadStoredVersion({ id, context, req })

  if (!version) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no version with the id ${JSON.stringify(id)}.`,
    })
  }

  return version
}
