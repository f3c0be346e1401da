import { createHash } from 'node:crypto'

import { httpDateIn } from './moment.js'

/** A strong entity tag (RFC 9110 section 8.8.3) of whatever determines a representation. */
export const entityTag = (...determining: unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(determining)).digest('base64url').slice(0, 27)}"`

/** True where a client has the representation already (RFC 9110 section 13.1.2: weak comparison). */
export const isHeld = ({
  etag,
  headers,
}: {
  etag: string
  headers: Pick<Headers, 'get'>
}): boolean => {
  const held = headers.get('if-none-match')

  return (
    held !== null &&
    (held.trim() === '*' || held.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
  )
}

/**
 * True where a client without a tag has seen the last change (RFC 9110 section 13.2.2). HTTP counts whole
 * seconds and changes do not: a change is known to a client whose second began no earlier.
 */
export const isUnchanged = ({
  changedAt,
  headers,
  now,
}: {
  changedAt: Date
  headers: Pick<Headers, 'get'>
  /** No later than the present. */
  now: Date
}): boolean => {
  const since = httpDateIn(headers.get('if-modified-since') ?? '')

  return (
    headers.get('if-none-match') === null &&
    since !== undefined &&
    changedAt <= since &&
    since <= now
  )
}

/**
 * When an answer last changed, in whole seconds: from the first one on that is over, that no change is
 * missing of which came after an answer in the same second.
 */
export const lastModified = ({ changedAt, now }: { changedAt: Date; now: Date }): Date => {
  const second = 1_000
  const next = Math.ceil(+changedAt / second) * second

  return new Date(next <= +now ? next : next - second)
}

/**
 * How long an answer may be kept, by anybody (RFC 9111, RFC 5861): the longest that is allowed, never
 * up to the next change, with a second to spare for clocks that count whole seconds. Half of the time
 * a cache may answer from what it has while it asks again.
 */
export const cacheControl = ({
  maxAge,
  now,
  until,
}: {
  /** Seconds. */
  maxAge: number
  now: Date
  until: Date | null
}): string => {
  const left = until ? Math.floor((+until - +now) / 1_000) - 1 : Infinity
  const whole = Math.min(maxAge, left)

  if (whole < 1) {
    return 'no-cache'
  }
  const revalidating = Math.floor(whole / 2)
  const fresh = whole - revalidating

  return `public, max-age=${fresh}, s-maxage=${fresh}${
    revalidating > 0 ? `, stale-while-revalidate=${revalidating}` : ''
  }`
}

/** For what never changes. */
export const forEver = 'public, max-age=31536000, immutable'
