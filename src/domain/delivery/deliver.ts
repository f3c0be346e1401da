import type { Asked } from './asked.js'
import type { Representation } from './representation.js'

import { isPolicyError } from '../policyError.js'
import {
  comparisonRepresentation,
  noticesRepresentation,
  textRepresentation,
  timelineRepresentation,
  timeMapRepresentation,
} from './dataRepresentations.js'
import { openToAll } from './headers.js'
import { openApiRepresentation } from './openApiRepresentation.js'
import { refusedPage } from './refusedPage.js'
import { calendarRepresentation, feedRepresentation } from './news/newsRepresentations.js'
import { currentRepresentation, versionRepresentation } from './versionRepresentation.js'

/** What is answered, whoever writes it to the wire. */
export type Delivered = {
  body: null | string | Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  status: number
}

/**
 * Answers a public request, the same for Payload's endpoints and for the standalone reader. Whether
 * the client has the answer already is told before the text is read.
 */
export const deliver = async (asked: Asked): Promise<Delivered> => {
  try {
    const { body, headers, status } = await representationOf(asked)

    return { body, headers: { ...openToAll, ...headers }, status }
  } catch (error) {
    if (!isPolicyError(error)) {
      throw error
    }
    const { name, data, message, status } = error
    const { isHead } = asked.request
    const refused = refusal({ errors: [{ name, data, message }], isHead, status })
    const page = await refusedPage({ asked, error })

    return page
      ? {
          ...refused,
          body: isHead ? null : page.text,
          headers: { ...refused.headers, ...page.headers },
        }
      : refused
  }
}

/** A refusal in Payload's shape, readable from anywhere and kept by nobody. */
export const refusal = ({
  errors,
  headers = {},
  isHead,
  status,
}: {
  errors: { data?: unknown; message: string; name?: string }[]
  headers?: Record<string, string>
  isHead: boolean
  status: number
}): Delivered => ({
  body: isHead ? null : JSON.stringify({ errors }),
  headers: {
    ...openToAll,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json',
    ...headers,
  },
  status,
})

/** What may be asked of a public route, and by whom: anybody, from anywhere. */
export const preflight = (): Delivered => ({
  body: null,
  headers: { ...openToAll, Allow: 'GET, HEAD, OPTIONS' },
  status: 204,
})

/** An answer as `fetch` has it. */
export const responseOf = ({ body, headers, status }: Delivered): Response =>
  new Response(body, { headers, status })

/** @throws PolicyError for what cannot be answered. */
const representationOf = (asked: Asked): Promise<Representation> => {
  switch (asked.request.route.name) {
    case 'calendar':
      return calendarRepresentation(asked)
    case 'compare':
      return comparisonRepresentation(asked)
    case 'current':
      return currentRepresentation(asked)
    case 'feed':
      return feedRepresentation(asked)
    case 'notices':
      return noticesRepresentation(asked)
    case 'openapi':
      return openApiRepresentation(asked)
    case 'text':
      return textRepresentation(asked)
    case 'timemap':
      return timeMapRepresentation(asked)
    case 'version':
      return versionRepresentation(asked)
    case 'versions':
      return timelineRepresentation(asked)
  }
}
