import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { type CivilDate, isCivilDate } from '../domain/civilDate.js'
import { isPolicyError, PolicyError } from '../domain/policyError.js'
import { languagesOf } from '../operations/languages.js'

const openToAll = {
  'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Origin': '*',
}

/** What a public route answers, and how long a cache may keep it, in seconds. */
export type PublicAnswer = { body: object; maxAge: 'immutable' | number }

/**
 * A route that anybody may read from anywhere: GET, HEAD and OPTIONS, with the same headers on
 * refusals, which Payload's own error answers lack.
 */
export const publicRoute = ({
  answer,
  path,
}: {
  answer: (req: PayloadRequest) => Promise<PublicAnswer>
  path: `/${string}`
}): Omit<Endpoint, 'root'>[] => {
  const get: PayloadHandler = (req) =>
    answering({
      answer: async () => {
        const { body, maxAge } = await answer(req)
        return Response.json(body, { headers: { ...openToAll, 'Cache-Control': kept(maxAge) } })
      },
      headers: openToAll,
    }).catch((error: unknown) => {
      // Payload's own answer would lack the headers that let a site read it.
      req.payload.logger.error({ err: error, msg: 'A public policy route failed' })
      return Response.json(
        { errors: [{ message: 'Something went wrong.' }] },
        { headers: { ...openToAll, 'Cache-Control': 'no-store' }, status: 500 },
      )
    })

  return [
    { handler: get, method: 'get', path },
    {
      handler: async (req) => {
        const { headers, status } = await get(req)
        return new Response(null, { headers, status })
      },
      method: 'head',
      path,
    },
    {
      handler: () => new Response(null, { headers: openToAll, status: 204 }),
      method: 'options',
      path,
    },
  ]
}

/** Answers a refusal in Payload's shape; any other error is thrown on, for Payload to answer. */
export const answering = async ({
  answer,
  headers = {},
}: {
  answer: () => Promise<Response>
  headers?: Record<string, string>
}): Promise<Response> => {
  try {
    return await answer()
  } catch (error) {
    if (!isPolicyError(error)) {
      throw error
    }

    const { name, data, message, status } = error
    return Response.json(
      { errors: [{ name, data, message }] },
      { headers: { ...headers, 'Cache-Control': 'no-store' }, status },
    )
  }
}

/** Seconds that an answer holds: the longest that is allowed, but not over the next change. */
export const holdsFor = ({
  context,
  now,
  until,
}: {
  context: PolicyContext
  now: Date
  until: null | string
}): number => {
  // An answer about the past has its next change behind it.
  const left = until === null || +new Date(until) <= +now ? Infinity : +new Date(until) - +now

  return Math.min(context.cache.maxAge, Math.floor(left / 1_000))
}

/** The language that is asked for. @throws PolicyError `INVALID_PARAMETER` for one that is not configured. */
export const localeOf = ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): string => {
  const languages = languagesOf({ config: req.payload.config, context })
  const asked = req.searchParams.get('locale')

  if (asked !== null && !languages.all.includes(asked)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      details: { allowed: languages.all },
      message: `The locale is ${JSON.stringify(asked)}; allowed are ${languages.all.join(', ')}.`,
    })
  }

  return asked ?? languages.default
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
  // In a query an unescaped plus sign is a blank.
  const asked = req.searchParams.get(name)?.replace(/ (?=\d{2}:\d{2}$)/, '+')

  if (asked === undefined) {
    return undefined
  }

  const isInstant =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(asked) &&
    isWithinReach(asked.slice(0, 10)) &&
    !Number.isNaN(+new Date(asked))
  if (!isInstant) {
    throw malformed({
      allowed:
        'an ISO 8601 instant with its zone, such as 2026-12-17T05:00:00Z, or, where a day will do, a day such as 2026-12-17',
      asked,
      name,
    })
  }
  return new Date(asked)
}

/** A part of the route's path. @throws PolicyError `NOT_FOUND` for what no text in the database can be. */
export const routeParameter = ({ name, req }: { name: string; req: PayloadRequest }): string => {
  const value = (req.routeParams?.[name] as string | undefined) ?? ''

  if (value.includes('\0')) {
    throw new PolicyError({ code: 'NOT_FOUND', message: `There is no such ${name}.` })
  }
  return value
}

/** True for a day that Postgres can tell in every zone. */
export const isWithinReach = (date: string): date is CivilDate =>
  isCivilDate(date) && date >= '1000-01-01' && date <= '9000-12-31'

const kept = (maxAge: PublicAnswer['maxAge']): string =>
  maxAge === 'immutable'
    ? 'public, max-age=31536000, immutable'
    : maxAge > 0
      ? `public, max-age=${maxAge}`
      : 'no-cache'

const malformed = ({ allowed, asked, name }: { allowed: string; asked: string; name: string }) =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    message: `The parameter ${name} is ${JSON.stringify(asked)}; allowed is ${allowed}.`,
  })
