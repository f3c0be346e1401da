import type { PublicRequest } from './routes.js'
import type { Delivery } from './delivery.js'

import { isPolicyError } from '../policyError.js'
import { openToAll } from './headers.js'
import { representationOf } from './representation.js'

/**
 * Answers a public request: the same for Payload's endpoints, the standalone reader and an export.
 * Whether the client has the answer already is told before the text is read.
 */
export const deliver = async ({
  delivery,
  request,
}: {
  delivery: Delivery
  request: PublicRequest
}): Promise<Response> => {
  try {
    const { body, headers, status } = await representationOf({ delivery, request })

    return new Response(body === null ? null : (body as BodyInit), {
      headers: { ...openToAll, ...headers },
      status,
    })
  } catch (error) {
    if (!isPolicyError(error)) {
      throw error
    }
    const { name, data, message, status } = error

    return Response.json(
      { errors: [{ name, data, message }] },
      { headers: { ...openToAll, 'Cache-Control': 'no-store' }, status },
    )
  }
}
