import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { readComparison } from '../../operations/comparison.js'
import { loadPolicyReport } from '../../operations/noticeReport.js'
import {
  type Moment,
  readCurrent,
  readText,
  readTimeline,
  readVersion,
} from '../../operations/publicReads.js'
import { requireAnyRole } from '../access.js'
import {
  answering,
  holdsFor,
  instantParameter,
  isWithinReach,
  localeOf,
  publicRoute,
  routeParameter,
} from '../http.js'

/** The routes of a policy: in public what is in force, what comes and what was, from the snapshots alone; with a login the report. */
export const policyEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] => {
  const reading = (req: PayloadRequest) => ({
    context,
    locale: localeOf({ context, req }),
    req,
    slug: routeParameter({ name: 'slug', req }),
  })
  const answered = <T extends { nextChangeAt: null | string }>({
    answeredAt,
    ...body
  }: T & { answeredAt: Date }) => ({
    body,
    maxAge: holdsFor({ context, now: answeredAt, until: body.nextChangeAt }),
  })

  return [
    {
      handler: (req) =>
        answering({
          answer: async () => {
            await requireAnyRole({ context, req })
            return Response.json(
              await loadPolicyReport({
                context,
                req,
                slug: routeParameter({ name: 'slug', req }),
              }),
            )
          },
        }),
      method: 'get',
      path: '/:slug/report',
    },
    ...publicRoute({
      answer: async (req) =>
        answered(await readCurrent({ ...reading(req), moment: momentOf(req) })),
      path: '/:slug/current',
    }),
    ...publicRoute({
      answer: async (req) => answered(await readTimeline(reading(req))),
      path: '/:slug/versions',
    }),
    ...publicRoute({
      answer: async (req) =>
        answered(
          await readVersion({ ...reading(req), label: routeParameter({ name: 'label', req }) }),
        ),
      path: '/:slug/versions/:label',
    }),
    ...publicRoute({
      answer: async (req) =>
        answered(
          await readComparison({
            ...reading(req),
            labels: [routeParameter({ name: 'from', req }), routeParameter({ name: 'to', req })],
          }),
        ),
      path: '/:slug/compare/:from/:to',
    }),
    ...publicRoute({
      answer: async (req) => ({
        body: await readText({
          ...reading(req),
          fingerprint: routeParameter({ name: 'fingerprint', req }),
        }),
        maxAge: 'immutable',
      }),
      path: '/:slug/texts/:fingerprint',
    }),
  ]
}

/** The moment that `at` names: an instant, or a day, which means its last instant in the policy's zone. */
const momentOf = (req: PayloadRequest): Moment => {
  const asked = req.searchParams.get('at')

  if (asked === null) {
    return { kind: 'now' }
  }
  if (isWithinReach(asked)) {
    return { date: asked, kind: 'day' }
  }
  return { instant: instantParameter({ name: 'at', req })!, kind: 'instant' }
}
