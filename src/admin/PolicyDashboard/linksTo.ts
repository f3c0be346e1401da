import type { Payload } from 'payload'

import { formatAdminURL } from 'payload/shared'

import type { PolicyContext } from '../../options.js'

export type Links = ReturnType<typeof linksTo>

/** Where the admin shows what the dashboard tells of. */
export const linksTo = ({
  context: { slugs },
  payload: {
    config: { routes, serverURL },
  },
}: {
  context: PolicyContext
  payload: Payload
}) => ({
  version: (id: number | string): string =>
    formatAdminURL({
      adminRoute: routes.admin,
      path: `/collections/${slugs.versions}/${id}`,
      serverURL,
    }),
})
