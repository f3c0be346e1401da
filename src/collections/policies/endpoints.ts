import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { loadPolicyReport } from '../../operations/noticeReport.js'
import { loadPolicyOverview } from '../../operations/policyOverview.js'
import { requireAnyRole } from '../access.js'
import { answering, routeParameter } from '../http.js'
import { publicEndpoints } from '../publicEndpoints.js'
import { newVersionEndpoint } from './newVersionEndpoint.js'

/** The routes of a policy: in public what is in force, what comes and what was, from the snapshots alone; with a login the report, and the overview with its drafts. */
export const policyEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => [
  forRoles({ context, load: loadPolicyReport, path: '/:slug/report' }),
  forRoles({ context, load: loadPolicyOverview, path: '/:slug/overview' }),
  newVersionEndpoint(context),
  ...publicEndpoints({ context, of: 'policies' }),
]

/** Answers what anybody with a role may know of a policy. */
const forRoles = ({
  context,
  load,
  path,
}: {
  context: PolicyContext
  load: (args: { context: PolicyContext; req: PayloadRequest; slug: string }) => Promise<unknown>
  path: string
}): Omit<Endpoint, 'root'> => ({
  handler: (req) =>
    answering({
      req,
      answer: async () => {
        await requireAnyRole({ context, req })
        return Response.json(
          await load({ context, req, slug: routeParameter({ name: 'slug', req }) }),
        )
      },
    }),
  method: 'get',
  path,
})
