import type { Endpoint, PayloadRequest } from 'payload'

import type { PublicRoute } from '../domain/delivery/routes.js'
import type { PolicyContext } from '../options.js'

import {
  deliver,
  type Delivered,
  preflight,
  refusal,
  responseOf,
} from '../domain/delivery/deliver.js'
import { publicRoutes } from '../domain/delivery/routes.js'
import { deliveryOf } from '../operations/delivery.js'

/** The public routes below a collection: GET, HEAD and OPTIONS each, readable from anywhere. */
export const publicEndpoints = ({
  context,
  of,
}: {
  context: PolicyContext
  of: PublicRoute['of']
}): Omit<Endpoint, 'root'>[] =>
  publicRoutes
    .filter((route) => route.of === of)
    .flatMap((route) => [
      ...(['get', 'head'] as const).map((method) => ({
        handler: (req: PayloadRequest) =>
          answer({ context, isHead: method === 'head', req, route }),
        method,
        path: route.path,
      })),
      { handler: () => responseOf(preflight()), method: 'options' as const, path: route.path },
    ])

const answer = async ({
  context,
  isHead,
  req,
  route,
}: {
  context: PolicyContext
  isHead: boolean
  req: PayloadRequest
  route: PublicRoute
}): Promise<Response> => {
  try {
    return handedOn(
      await deliver({
        delivery: deliveryOf({ context, req }),
        request: {
          headers: req.headers,
          isHead,
          origin: req.origin,
          parts: (req.routeParams ?? {}) as Record<string, string>,
          query: req.searchParams,
          route,
          slugs: context.slugs,
        },
      }),
    )
  } catch (error) {
    // Payload's own answer would lack the headers that let a site read it.
    req.payload.logger.error({ err: error, msg: 'A public policy route failed' })
    return responseOf(
      refusal({ errors: [{ message: 'Something went wrong.' }], isHead, status: 500 }),
    )
  }
}

/**
 * An answer for Payload, which makes another response of its stream: kept bytes go along in one piece,
 * where a response made of them would copy them twice for each reader. Nobody on the way writes to them.
 */
const handedOn = ({ body, ...answer }: Delivered): Response =>
  body instanceof Uint8Array
    ? new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            controller.enqueue(body)
            controller.close()
          },
        }),
        answer,
      )
    : responseOf({ body, ...answer })
