import type { PublicRoute } from '../delivery/routes.js'

import { type JsonSchema, text } from './jsonSchema.js'

type Parameter = {
  description: string
  in: 'header' | 'path' | 'query'
  name: string
  required?: true
  schema: JsonSchema
}

/** What a route takes: the parts of its path, and what may be asked with it. */
export const parametersOf = (route: PublicRoute): Parameter[] => [
  ...[...route.path.matchAll(/:(\w+)/g)].map(([, name = '']): Parameter => ({
    description: parts[name] ?? '',
    in: 'path',
    name,
    required: true,
    schema: text,
  })),
  ...(route.name === 'openapi' ? [] : [locale]),
  ...(route.name === 'current' ? [moment, datetime] : []),
  ...(route.name === 'notices' ? [instantOfNotices, placement] : []),
  condition,
  ...(datedRoutes.includes(route.name) ? [dateCondition] : []),
]

/** The routes that may be made of data alone, so that a date tells whether they changed. */
const datedRoutes: PublicRoute['name'][] = ['current', 'text', 'timemap', 'version']

const parts: Record<string, string> = {
  fingerprint: 'Of a published version: `sha256:` and 64 hexadecimal digits.',
  from: 'The label of the older version.',
  label:
    'The label of a published version. An extension (`.html`, `.json`, `.md`, `.txt`) after it asks for a format.',
  slug: 'The slug of a policy.',
  to: 'The label of the newer version.',
}

const locale: Parameter = {
  description: 'A configured language; the default one where it is left out.',
  in: 'query',
  name: 'locale',
  schema: text,
}

const moment: Parameter = {
  description:
    'An ISO 8601 instant with its zone, or a day, which means its last instant in the policy’s zone; now where it is left out.',
  in: 'query',
  name: 'at',
  schema: text,
}

const instantOfNotices: Parameter = {
  description: 'An ISO 8601 instant with its zone; now where it is left out.',
  in: 'query',
  name: 'at',
  schema: text,
}

const placement: Parameter = {
  description: 'The channel whose notices are asked for; `homepage` where it is left out.',
  in: 'query',
  name: 'placement',
  schema: text,
}

const datetime: Parameter = {
  description:
    'A moment, for readers of archives (RFC 7089): before the first version it is that of the first, after now it is now. `at` counts before it.',
  in: 'header',
  name: 'Accept-Datetime',
  schema: text,
}

const condition: Parameter = {
  description: 'Tags of what the client has already.',
  in: 'header',
  name: 'If-None-Match',
  schema: text,
}

const dateCondition: Parameter = {
  description:
    'The `Last-Modified` of what the client has already, where it has no tag; not for pages, nor for a moment.',
  in: 'header',
  name: 'If-Modified-Since',
  schema: text,
}
