import type { Format, PublicRoute } from '../delivery/routes.js'

import { feedFormats } from '../delivery/news/writeFeed.js'
import { formats } from '../delivery/routes.js'
import { headersOfRoute, openHeaders, refusalHeaders } from './answerHeaders.js'
import { type JsonSchema, ref, text } from './jsonSchema.js'
import { parametersOf } from './parameters.js'

/** What a public route takes and answers, as an operation of OpenAPI. */
export const operationOf = (route: PublicRoute) => ({
  operationId: idOf(route),
  parameters: parametersOf(route),
  responses: {
    200: {
      content: contentOf(route),
      description: 'The answer.',
      headers: headersOfRoute(route),
    },
    304: {
      description: 'The client has it already.',
      headers: headersOfRoute(route),
    },
    ...(route.name !== 'openapi' && {
      400: { $ref: '#/components/responses/Malformed' },
    }),
    ...(route.path.includes(':') && {
      404: { $ref: '#/components/responses/Unknown' },
    }),
    '5XX': { $ref: '#/components/responses/Failed' },
  },
  security: [],
  summary: summaries[route.name],
})

/** A page for whoever prefers one, where there are pages. */
const refused = {
  'application/json': { schema: ref('Refusal') },
  'text/html': { schema: text },
}

/** The answers that routes share. */
export const responses = {
  Failed: {
    content: { 'application/json': { schema: ref('Failure') } },
    description: 'Something broke; the same may succeed later.',
    headers: refusalHeaders,
  },
  Malformed: {
    content: refused,
    description: 'A parameter cannot be read.',
    headers: refusalHeaders,
  },
  Unknown: {
    content: refused,
    description: 'Nothing of the kind was published, or nothing was in force at that moment.',
    headers: refusalHeaders,
  },
}

/** What may be asked of a route, and by whom. */
export const preflightOf = (route: PublicRoute) => ({
  operationId: `options${capital(idOf(route))}`,
  parameters: parametersOf(route).filter((parameter) => parameter.in === 'path'),
  responses: {
    204: {
      description: 'Anybody may ask with GET, HEAD and OPTIONS.',
      headers: {
        ...openHeaders,
        Allow: {
          description: 'The methods.',
          required: true,
          schema: { const: 'GET, HEAD, OPTIONS', type: 'string' },
        },
      },
    },
  },
  security: [],
  summary: 'Which methods there are, and that they may be used from anywhere.',
})

/** As a method of a generated client would be called: `currentHtml`, `feedAtomOfAll`. */
const idOf = ({ feed, format, name, of, path }: PublicRoute): string =>
  [
    name,
    capital(feed ?? format ?? ''),
    of === 'policies' && !path.includes(':') && name !== 'openapi' ? 'OfAll' : '',
  ].join('')

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const contentOf = (route: PublicRoute): Record<string, { schema: JsonSchema }> => {
  const json = jsonOf[route.name]

  if (route.name === 'feed') {
    const format = route.feed ?? 'atom'
    return {
      [mediaType(feedFormats[format])]: { schema: format === 'json' ? ref('Feed') : text },
    }
  }
  if (json === undefined) {
    return {
      [route.name === 'calendar' ? 'text/calendar' : 'application/link-format']: { schema: text },
    }
  }
  return Object.fromEntries(
    formatsOf(route).map((format) => [
      mediaType(formats[format]),
      { schema: format === 'json' ? json : text },
    ]),
  )
}

/** In which formats a route answers: that of its extension, or those that the client can choose among. */
const formatsOf = ({ format, name }: PublicRoute): Format[] => {
  if (format) {
    return [format]
  }
  if (name === 'versions') {
    return ['json', 'html']
  }
  return name === 'current' || name === 'version' ? ['json', 'html', 'md', 'txt'] : ['json']
}

const mediaType = (contentType: string): string => contentType.split(';')[0] ?? ''

const jsonOf: Partial<Record<PublicRoute['name'], JsonSchema>> = {
  compare: ref('PolicyComparison'),
  current: ref('PolicyInForce'),
  notices: ref('PolicyNotices'),
  openapi: { description: 'This document.', type: 'object' },
  text: ref('PolicyText'),
  version: ref('PolicyVersion'),
  versions: ref('PolicyTimeline'),
}

const summaries: Record<PublicRoute['name'], string> = {
  calendar: 'The days on which announced versions take effect, as a calendar (RFC 5545)',
  compare: 'What changed from one published version to another',
  current: 'The version in force now, or at a moment',
  feed: 'What was published, took effect or was withdrawn, newest first',
  notices: 'The change notices that a channel shows',
  openapi: 'This document',
  text: 'The sealed part of a version, which never changes',
  timemap: 'The versions of a policy for readers of archives (RFC 7089)',
  version: 'A published version',
  versions: 'All published versions of a policy, newest first',
}
