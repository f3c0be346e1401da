import type { PayloadRequest } from 'payload'

import { type CivilDate, isCivilDate } from '../domain/civilDate.js'
import { instantIn, malformed } from '../domain/delivery/moment.js'
import { isPolicyError, PolicyError } from '../domain/policyError.js'
import { toldIn } from './policyErrors.js'

/**
 * Answers those with a login, and nobody after them: what they may read is kept nowhere. A refusal has
 * Payload's shape; any other error is thrown on, for Payload to answer.
 */
export const answering = async ({
  answer,
  req,
}: {
  answer: () => Promise<Response>
  req: PayloadRequest
}): Promise<Response> => {
  try {
    const response = await answer()
    response.headers.set('Cache-Control', 'no-store')
    return response
  } catch (error) {
    if (!isPolicyError(error)) {
      throw error
    }

    return Response.json(
      { errors: [toldIn({ error, req })] },
      { headers: { 'Cache-Control': 'no-store' }, status: error.status },
    )
  }
}

/** Reads a day of a query. @throws PolicyError `INVALID_PARAMETER`. */
export const dateParameter = ({
  name,
  req,
}: {
  name: string
  req: PayloadRequest
}): CivilDate | undefined => {
  const asked = req.searchParams.get(name)

  if (asked === null || isCivilDate(asked)) {
    return asked ?? undefined
  }
  throw malformed({ allowed: 'a day written YYYY-MM-DD', asked, name })
}

/** Reads an instant of a query. @throws PolicyError `INVALID_PARAMETER`. */
export const instantParameter = ({
  name,
  req,
}: {
  name: string
  req: PayloadRequest
}): Date | undefined => {
  const asked = req.searchParams.get(name)

  return asked === null ? undefined : instantIn({ name, value: asked })
}

/** A part of the route's path. @throws PolicyError `NOT_FOUND` for what no text in the database can be. */
export const routeParameter = ({ name, req }: { name: string; req: PayloadRequest }): string => {
  const value = (req.routeParams?.[name] as string | undefined) ?? ''

  if (value.includes('\0')) {
    throw new PolicyError({ code: 'NOT_FOUND', message: `There is no such ${name}.` })
  }
  return value
}
