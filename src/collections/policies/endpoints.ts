import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import {
  type Moment,
  readCurrent,
  readText,
  readTimeline,
  readVersion,
} from '../../operations/publicReads.js'
import {
  holdsFor,
  instantParameter,
  isWithinReach,
  localeOf,
  publicRoute,
  routeParameter,
} from '../http.js'

/** The public routes of a policy: what is in force, what comes, what was, from the snapshots alone. */
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
