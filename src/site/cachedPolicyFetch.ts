import type { Fetch } from './ask.js'

/** How Next is asked to keep an answer. */
export type PolicyFetchOptions = { next: { revalidate: number; tags: string[] } }

/** The tag of all answers about a policy, for `revalidateTag(policyTag('privacy'), { expire: 0 })`. */
export const policyTag = (slug: string): string => `policy:${slug}`

/** The tag of the active notices. */
export const noticesTag = 'policy-notices'

/**
 * What `fetch` takes in Next to keep an answer about a policy for some seconds, under its tag. Next
 * alone does not bound an answer's life by it: past it, one reader more is answered from the cache,
 * whatever has taken effect since. `cachedPolicyFetch` sees to that.
 */
export const policyFetchOptions = ({
  revalidate = 300,
  tags,
}: {
  /** Seconds. @default 300 */
  revalidate?: number
  tags: string[]
}): PolicyFetchOptions => ({ next: { revalidate, tags } })

/**
 * A `fetch` for `createPolicyClient` that keeps answers in Next's cache, and never hands out one that
 * a version has outdated by taking effect, nor one that is older than `revalidate`.
 *
 * When an answer will change (`nextChangeAt`) stands in it, but Next wants to know how long to keep it
 * before it is asked for, and answers the first reader past that from the cache all the same. So an
 * answer from the cache is looked at first. One whose change is behind it is asked for under a name of
 * its own, which nothing from before the change can have; what is still too old is asked for past the
 * cache, while Next renews its own behind it. In the usual case that is one look into the cache.
 *
 * A publication that nobody could foresee shows after `revalidate` seconds at the latest; at once where
 * whoever hears of it calls `revalidateTag(policyTag(slug), { expire: 0 })` and the same for
 * `noticesTag`. Time is told by the clock of the site's server.
 *
 * The page has to be rendered when it is asked for (`await connection()`, `headers()`): one that was
 * rendered ahead is itself kept by Next, dates and all. `dynamic = 'force-dynamic'` does it too, but
 * keeps nothing. With Cache Components, leave this away and bound the component that shows the answer:
 * `cacheLife({ expire: secondsUntilChange, … })` after the answer is there.
 *
 * @example
 * const policies = createPolicyClient({
 *   baseUrl: 'https://cms.example/api',
 *   fetch: cachedPolicyFetch({ revalidate: 300 }),
 * })
 */
export const cachedPolicyFetch = ({
  // Looked up at the call, since Next puts its own in place of the global one.
  fetch = (url, init) => globalThis.fetch(url, init),
  // eslint-disable-next-line no-restricted-syntax -- A site has no database to ask.
  now = () => new Date(),
  revalidate = 300,
}: {
  fetch?: Fetch
  now?: () => Date
  /** Seconds; the oldest that an answer may be. @default 300 */
  revalidate?: number
} = {}): Fetch => {
  return async (url, init) => {
    const kept = (headers: Record<string, string> = {}): Promise<Found> =>
      found(
        fetch(url, {
          ...init,
          ...policyFetchOptions({ revalidate, tags: tagsOf(url) }),
          headers: { ...(init.headers as Record<string, string>), ...headers },
        }),
      )
    const first = await kept()
    const changedAt = changeBehind({ found: first, now: now(), url })
    const answer = changedAt === null ? first : await kept({ 'X-Policy-Changed-At': changedAt })

    return changeBehind({ found: answer, now: now(), url }) === null &&
      !isTooOld({ found: answer, now: now(), revalidate })
      ? answer.response
      : fetch(url, { ...init, cache: 'no-store' })
  }
}

type Found = { body: unknown; response: Response }

const found = async (asked: Promise<Response>): Promise<Found> => {
  const response = await asked
  const body: unknown = response.ok
    ? await response
        .clone()
        .json()
        .catch(() => null)
    : null

  return { body, response }
}

/** The change that an answer said would come, where it has come; what was asked of a moment has none. */
const changeBehind = ({
  found: { body },
  now,
  url,
}: {
  found: Found
  now: Date
  url: string
}): null | string => {
  const { nextChangeAt } = (body ?? {}) as { nextChangeAt?: unknown }
  const isOfMoment = /[?&]at=/.test(url)

  return !isOfMoment && typeof nextChangeAt === 'string' && +new Date(nextChangeAt) <= +now
    ? nextChangeAt
    : null
}

/** True past the age that an answer may have, and where nothing tells how old it is; never for what never changes. */
const isTooOld = ({
  found: { response },
  now,
  revalidate,
}: {
  found: Found
  now: Date
  revalidate: number
}): boolean => {
  const { headers, ok } = response
  const answeredAt = Date.parse(headers.get('date') ?? '')
  const isForEver = headers.get('cache-control')?.includes('immutable') ?? false

  return ok && !isForEver && !(+now - answeredAt <= revalidate * 1_000)
}

const tagsOf = (url: string): string[] => {
  const [, slug] =
    /\/([a-z0-9-]+)\/(?:current|versions(?:\/[^/]+)?|texts\/[^/]+|compare\/[^/]+\/[^/]+)(?:\?|$)/.exec(
      url,
    ) ?? []

  return [slug === undefined ? noticesTag : policyTag(slug)]
}
