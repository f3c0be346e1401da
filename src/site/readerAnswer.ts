import type { Delivery } from '../domain/delivery/delivery.js'
import type { AskedRequest } from './nodeListener.js'
import type { ReadTable } from './readerOptions.js'

import { deliver, type Delivered, preflight, refusal } from '../domain/delivery/deliver.js'
import { publicRequestOf } from '../domain/delivery/publicRequest.js'

/** Answers a request for one of the public routes, and refuses what is none. */
export const readerAnswer = async ({
  apiRoute,
  delivery,
  onError,
  request,
  slugs,
}: {
  apiRoute: string
  delivery: Delivery
  onError: (error: unknown) => void
  request: AskedRequest
  slugs: Record<ReadTable, string>
}): Promise<Delivered> => {
  const isHead = request.method === 'HEAD'
  const asked = publicRequestOf({ apiRoute, request, slugs })

  if (!asked) {
    return refusal({
      errors: [{ data: { code: 'NOT_FOUND' }, message: 'There is no such route.' }],
      isHead,
      status: 404,
    })
  }
  if (request.method === 'OPTIONS') {
    return preflight()
  }
  if (!['GET', 'HEAD'].includes(request.method)) {
    return refusal({
      errors: [{ message: 'Allowed are GET, HEAD and OPTIONS.' }],
      headers: { Allow: 'GET, HEAD, OPTIONS' },
      isHead,
      status: 405,
    })
  }

  try {
    return await deliver({ delivery, request: asked })
  } catch (error) {
    onError(error)
    return refusal({
      errors: [{ message: 'The database cannot be read right now. Try again.' }],
      isHead,
      status: 503,
    })
  }
}
