import type { Asked } from './asked.js'

import { openApiDocument } from '../api/openApiDocument.js'
import { absoluteAddresses } from './absoluteAddresses.js'
import { cacheControl, entityTag } from './conditions.js'
import { conditional, type Representation } from './representation.js'
import { formats } from './routes.js'

/** The description of the public routes. It is made from the configuration alone, and so has no date. */
export const openApiRepresentation = (asked: Asked): Promise<Representation> => {
  const { delivery, request } = asked
  const body = JSON.stringify(
    openApiDocument({
      server: absoluteAddresses(asked).ofAll('..').replace(/\/$/, ''),
      slugs: request.slugs,
    }),
  )
  const etag = entityTag(body)

  return conditional({
    body: () => body,
    etag,
    headers: {
      'Cache-Control': cacheControl({ maxAge: delivery.maxAge, now: new Date(0), until: null }),
      'Content-Type': formats.json,
    },
    request,
  })
}
