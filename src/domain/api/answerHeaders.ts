import type { PublicRoute, RouteName } from '../delivery/routes.js'

import { openToAll } from '../delivery/headers.js'
import { type JsonSchema, text } from './jsonSchema.js'

type Header = { description: string; required?: true; schema: JsonSchema }

/** What every answer carries, refusals too. */
export const openHeaders: Readonly<Record<string, Header>> = Object.fromEntries(
  Object.entries(openToAll).map(([name, value]) => [
    name,
    {
      description: 'Anybody may read it from anywhere.',
      required: true as const,
      schema: { const: value, type: 'string' },
    },
  ]),
)

/** What a refusal carries: nobody keeps it. */
export const refusalHeaders: Readonly<Record<string, Header>> = {
  ...openHeaders,
  'Cache-Control': always('Nobody keeps it.', { const: 'no-store', type: 'string' }),
  'Content-Language': sometimes('Of a page: the language of its words.'),
  'Content-Security-Policy': sometimes('Of a page: it may load nothing and run nothing.'),
  Vary: sometimes('What of the request the answer depends on.'),
}

/** What an answer of a route carries, and what it carries now and then. */
export const headersOfRoute = ({ name }: PublicRoute): Record<string, Header> => ({
  ...openHeaders,
  'Cache-Control': always(
    'How long it may be kept, by anybody: never beyond the instant at which it changes.',
  ),
  ETag: always('Of these very bytes.', { pattern: '^"[\\w-]+"$', type: 'string' }),
  ...(name !== 'openapi' && {
    'Cache-Tag': always('By which a cache in front forgets it; the same as `Surrogate-Key`.'),
    'Last-Modified': always('When anything of what it is made from last changed.'),
    'Surrogate-Key': always('By which a cache in front forgets it.'),
  }),
  ...(isOfVersion(name) && {
    'Content-Language': sometimes(languageOfText),
    'Content-Security-Policy': sometimes('Of a page: it may load nothing and run nothing.'),
    Link: always('The policy’s other versions (RFC 5829, RFC 7089).'),
    'Memento-Datetime': sometimes('Since when the policy is as it is shown (RFC 7089).'),
    Vary: sometimes('What of the request the answer depends on.'),
  }),
  ...(name === 'current' && {
    'Content-Location': sometimes('Where the same can be asked for without a header.'),
  }),
  ...(['calendar', 'feed', 'notices', 'versions'].includes(name) && {
    'Content-Language': sometimes('The languages of what is shown, as BCP 47 tags.'),
  }),
  ...(name === 'versions' && {
    Link: always('The policy’s text in force, and where it can be followed.'),
    Vary: sometimes('What of the request the answer depends on.'),
    'Content-Security-Policy': sometimes('Of a page: it may load nothing and run nothing.'),
  }),
  ...((name === 'compare' || name === 'text') && {
    'Content-Language': sometimes(languageOfText),
  }),
})

const languageOfText =
  'The language of the text, as a BCP 47 tag; not where the host’s code is none.'

const isOfVersion = (name: RouteName): boolean => name === 'current' || name === 'version'

function always(description: string, schema: JsonSchema = text): Header {
  return { description, required: true, schema }
}

function sometimes(description: string): Header {
  return { description, schema: text }
}
