import type { Answer } from './answer.js'
import type { Asked } from './asked.js'
import type { WantedText } from '../versionText.js'
import type { Delivery } from './delivery.js'

import { cacheControl, isHeld, isUnchanged, lastModified } from './conditions.js'
import { httpDate } from './links.js'

/** An answer as it goes over the wire. */
export type Representation = {
  body: null | string | Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  status: 200 | 304
}

/** An answer as it was made, for whoever asks for it. */
export type Made = {
  answer: Pick<Answer<unknown>, 'changedAt' | 'latest' | 'now' | 'until'>
  body: () => Promise<NonNullable<Representation['body']>>
  etag: string
  headers: Record<string, string>
  /** True where nothing but a change that `changedAt` tells of makes other bytes: no words of ours, no moment. */
  isOfDataAlone?: boolean
}

/** An answer with its headers; its body is made only for whoever lacks it and asked for it. */
export const represent = ({
  answer: { changedAt, latest, now, until },
  asked: { delivery, request },
  body,
  etag,
  headers,
  isOfDataAlone = false,
}: Made & { asked: Asked }): Promise<Representation> =>
  conditional({
    body,
    etag,
    headers: {
      'Cache-Control': cacheControl({ maxAge: delivery.maxAge, now: latest, until }),
      'Last-Modified': httpDate(lastModified({ changedAt, now })),
      ...headers,
    },
    isKnown: isOfDataAlone && isUnchanged({ changedAt, headers: request.headers, now }),
    request,
  })

/** The same for what has no date. */
export const conditional = async ({
  body,
  etag,
  headers,
  isKnown = false,
  request,
}: {
  body: () => Promise<NonNullable<Representation['body']>> | string
  etag: string
  headers: Record<string, string>
  /** True for a client that has it by its date. */
  isKnown?: boolean
  request: Asked['request']
}): Promise<Representation> => {
  const all = { ETag: etag, ...headers }

  if (isKnown || isHeld({ etag, headers: request.headers })) {
    return { body: null, headers: all, status: 304 }
  }
  return { body: request.isHead ? null : await body(), headers: all, status: 200 }
}

/** The text that is wanted, if a body will be made in any case: then it may as well come along with the rest. */
export const textReadAtOnce = ({
  asked: { delivery, request },
  wanted,
}: {
  asked: Asked
  wanted: WantedText
}): undefined | WantedText =>
  delivery.bodies || request.isHead || request.headers.get('if-none-match') !== null
    ? undefined
    : wanted

/** Makes a body once for as long as it is kept. */
export const keeping = async ({
  bodies,
  make,
  name,
}: {
  bodies: Delivery['bodies']
  make: () => Promise<string> | string
  /** Stands for every byte of the body. */
  name: string
}): Promise<string | Uint8Array<ArrayBuffer>> => {
  const kept = bodies?.get(name)

  if (kept || !bodies) {
    return kept ?? (await make())
  }
  const body = new TextEncoder().encode(await make())
  bodies.set(name, body)
  return body
}

/** By which a cache in front forgets all answers about a policy at once. */
export const surrogateKey = (...keys: string[]): Record<string, string> => ({
  'Cache-Tag': keys.join(','),
  'Surrogate-Key': keys.join(' '),
})

/** The surrogate key of a policy. */
export const keyOf = (slug: string): string => `policy-${slug}`
