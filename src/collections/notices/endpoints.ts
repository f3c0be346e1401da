import type { Endpoint } from 'payload'

import type { PolicyContext } from '../../options.js'

import { homepage } from '../../domain/channels.js'
import { readActiveNotices } from '../../operations/publicReads.js'
import { holdsFor, instantParameter, localeOf, publicRoute } from '../http.js'

/** The public route of the notices that a site shows now. */
export const noticeEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] =>
  publicRoute({
    answer: async (req) => {
      const { answeredAt, ...body } = await readActiveNotices({
        at: instantParameter({ name: 'at', req }) ?? null,
        channel: req.searchParams.get('placement') ?? homepage,
        context,
        locale: localeOf({ context, req }),
        payload: req.payload,
      })

      return { body, maxAge: holdsFor({ context, now: answeredAt, until: body.nextChangeAt }) }
    },
    path: '/active',
  })
