import type { Endpoint } from 'payload'

import type { PolicyContext } from '../../options.js'

import { loadPolicyReport } from '../../operations/noticeReport.js'
import { requireAnyRole } from '../access.js'
import { answering, routeParameter } from '../http.js'
import { publicEndpoints } from '../publicEndpoints.js'
import { newVersionEndpoint } from './newVersionEndpoint.js'

/** The routes of a policy: in public what is in force, what comes and what was, from the snapshots alone; with a login the report. */
export const policyEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => [
  {
    handler: (req) =>
      answering({
        answer: async () => {
          await requireAnyRole({ context, req })
          return Response.json(
            await loadPolicyReport({ context, req, slug: routeParameter({ name: 'slug', req }) }),
          )
        },
      }),
    method: 'get',
    path: '/:slug/report',
  },
  newVersionEndpoint(context),
  ...publicEndpoints({ context, of: 'policies' }),
]
