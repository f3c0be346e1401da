import type { Endpoint, PayloadHandler } from 'payload'

import type { PolicyContext } from '../options.js'

import { deliver } from '../domain/delivery/deliver.js'
import { openToAll } from '../domain/delivery/headers.js'
import { publicRoutes } from '../domain/delivery/routes.js'
import { deliveryOf } from '../operations/delivery.js'

/** The public routes below a collection: GET, HEAD and OPTIONS each, readable from anywhere. */
export const publicEndpoints = ({
  context,
  of,
}: {
  context: PolicyContext
  of: 'notices' | 'policies'
}): Omit<Endpoint, 'root'>[] =>
  publicRoutes
    .filter((route) => route.of === of)
    .flatMap((route) => {
      const get: PayloadHandler = async (req) => {
        try {
          return await deliver({
            delivery: deliveryOf({ context, req }),
            request: {
              headers: req.headers,
              parts: req.routeParams as Record<string, string>,
              query: req.searchParams,
              route,
            },
          })
        } catch (error) {
          // Payload's own answer would lack the headers that let a site read it.
          req.payload.logger.error({ err: error, msg: 'A public policy route failed' })
          return Response.json(
            { errors: [{ message: 'Something went wrong.' }] },
            { headers: { ...openToAll, 'Cache-Control': 'no-store' }, status: 500 },
          )
        }
      }

      return [
        { handler: get, method: 'get' as const, path: route.path },
        {
          handler: async (req) => {
            const { headers, status } = await get(req)
            return new Response(null, { headers, status })
          },
          method: 'head' as const,
          path: route.path,
        },
        {
          handler: () =>
            new Response(null, {
              headers: { ...openToAll, Allow: 'GET, HEAD, OPTIONS' },
              status: 204,
            }),
          method: 'options' as const,
          path: route.path,
        },
      ]
    })
