import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { homepage } from '../../domain/channels.js'
import { PolicyError } from '../../domain/policyError.js'
import { readActiveNotices } from '../../operations/publicReads.js'
import { holdsFor, instantParameter, localeOf, publicRoute } from '../http.js'

/** The public route of the notices that a site shows now. */
export const noticeEndpoints = (context: PolicyContext): Omit<Endpoint, 'root'>[] =>
  publicRoute({
    answer: async (req) => {
      const { answeredAt, ...body } = await readActiveNotices({
        at: instantParameter({ name: 'at', req }) ?? null,
        channel: placementOf(req),
        context,
        locale: localeOf({ context, req }),
        req,
      })

      return { body, maxAge: holdsFor({ context, now: answeredAt, until: body.nextChangeAt }) }
    },
    path: '/active',
  })

/** The channel whose notices are asked for. @throws PolicyError `INVALID_PARAMETER` for no name at all. */
const placementOf = (req: PayloadRequest): string => {
  const placement = req.searchParams.get('placement') ?? homepage

  if (placement === '' || placement.includes('\0')) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The placement is ${JSON.stringify(placement)}; allowed is the name of a channel, such as homepage.`,
    })
  }
  return placement
}
