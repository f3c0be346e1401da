import {
  closed,
  instant,
  type JsonSchema,
  listOf,
  nullable,
  oneOfWords,
  ref,
  text,
  uri,
} from './jsonSchema.js'
import { noticeSchemas } from './noticeSchemas.js'
import { redlineSchemas } from './redlineSchemas.js'
import { termsSchemas } from './termsSchemas.js'
import { versionSchemas } from './versionSchemas.js'

/** The shape of every public answer. They are closed: what is not described is not answered. */
export const schemas: Readonly<Record<string, JsonSchema>> = {
  ...noticeSchemas,
  ...redlineSchemas,
  ...termsSchemas,
  ...versionSchemas,
  Failure: closed(
    { errors: listOf(closed({ message: text })) },
    { description: 'What is answered where something broke.' },
  ),
  Feed: closed(
    {
      author: closed({ name: text }),
      feed_url: { format: 'uri', type: 'string' },
      home_page_url: { format: 'uri', type: 'string' },
      items: listOf(ref('FeedItem')),
      language: text,
      title: text,
      version: { const: 'https://jsonfeed.org/version/1', type: 'string' },
    },
    { description: 'A JSON Feed, newest first.' },
  ),
  FeedItem: closed({
    content_html: text,
    date_modified: instant,
    date_published: instant,
    id: { pattern: '^urn:uuid:', type: 'string' },
    title: text,
    url: uri,
  }),
  Refusal: closed(
    {
      errors: listOf(
        closed({
          data: closed(
            {
              allowed: listOf(text),
              available: {
                ...listOf(text),
                description:
                  'In which languages there is a text, where there is none in the one asked for.',
              },
              code: oneOfWords('INVALID_PARAMETER', 'NOT_FOUND'),
              startsAt: {
                ...nullable(instant),
                description: 'When the first version takes effect, if that is published.',
              },
            },
            { optional: ['allowed', 'available', 'startsAt'] },
          ),
          message: text,
          name: text,
        }),
      ),
    },
    { description: 'What was wrong, what is allowed and what to do.' },
  ),
}
