import type { PublicRoute } from '../delivery/routes.js'

import { publicRoutes } from '../delivery/routes.js'
import { operationOf, preflightOf, responses } from './operations.js'
import { schemas } from './schemas.js'

/** The public routes as an OpenAPI 3.1 document. */
export const openApiDocument = ({
  server,
  slugs,
}: {
  /** The absolute address of the API, without a slash at its end. */
  server: string
  /** Below which collections the routes lie. */
  slugs: Record<PublicRoute['of'], string>
}) => ({
  components: { responses, schemas },
  info: {
    description:
      'Policies as versions with effective dates: what is in force, what is announced, what was. Everything is public, and nothing takes a login. Every route answers HEAD as GET, without the body.',
    title: 'Policies',
    version: '1',
  },
  openapi: '3.1.0',
  paths: Object.fromEntries(
    publicRoutes.map((route) => [
      `/${slugs[route.of]}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`,
      { get: operationOf(route), options: preflightOf(route) },
    ]),
  ),
  servers: [{ url: server }],
})
