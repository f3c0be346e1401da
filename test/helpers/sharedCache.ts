type Stored = {
  body: string
  /** Seconds of the cache's clock, which counts whole ones. */
  checkedAt: number
  headers: Headers
  /** What the request said in the headers that the answer varies by. */
  selecting: Record<string, null | string>
}

type Asked = { headers?: Record<string, string>; url: string }
type Fetch = (asked: Asked) => Promise<Response>

/** What came out of the cache, and whether the origin was asked for it. */
type Served = { body: string; isFromOrigin: boolean; status: number }

/**
 * A shared cache that takes every liberty that RFC 9111 and RFC 5861 give it: it keeps what it may, as
 * long as it may, and answers from what it has while it asks again.
 */
export const sharedCache = ({ fetch, now }: { fetch: Fetch; now: () => Date }) => {
  const kept = new Map<string, Stored[]>()
  const seconds = () => Math.floor(+now() / 1_000)

  const matching = ({ headers = {}, url }: Asked): Stored | undefined =>
    kept
      .get(url)
      ?.find(({ selecting }) =>
        Object.entries(selecting).every(([name, value]) => (headers[name] ?? null) === value),
      )

  /** Asks the origin, with the tag of what is kept if anything is (section 4.3). */
  const validate = async (asked: Asked): Promise<Served> => {
    const stored = matching(asked)
    const etag = stored?.headers.get('etag')
    const answer = await fetch({
      ...asked,
      headers: { ...asked.headers, ...(etag && { 'if-none-match': etag }) },
    })

    if (answer.status === 304 && stored) {
      answer.headers.forEach((value, name) => stored.headers.set(name, value))
      stored.checkedAt = seconds()
      return { body: stored.body, isFromOrigin: true, status: 200 }
    }

    const body = await answer.text()
    const control = directives(answer.headers)
    const others = (kept.get(asked.url) ?? []).filter((other) => other !== stored)
    if (answer.status === 200 && !control.has('no-store') && !control.has('private')) {
      const vary = (answer.headers.get('vary') ?? '').toLowerCase().split(', ').filter(Boolean)
      others.push({
        body,
        checkedAt: seconds(),
        headers: new Headers(answer.headers),
        selecting: Object.fromEntries(vary.map((name) => [name, asked.headers?.[name] ?? null])),
      })
    }
    kept.set(asked.url, others)
    return { body, isFromOrigin: true, status: answer.status }
  }

  /** Answers a request; `later` is what is left to do after it. */
  return async (asked: Asked): Promise<{ later?: () => Promise<unknown>; served: Served }> => {
    const stored = matching(asked)
    if (!stored) {
      return { served: await validate(asked) }
    }

    const control = directives(stored.headers)
    const age = seconds() - stored.checkedAt
    const fresh = Number(control.get('s-maxage') ?? control.get('max-age') ?? 0)
    const stale = Number(control.get('stale-while-revalidate') ?? 0)
    const served = { body: stored.body, isFromOrigin: false, status: 200 }

    if (!control.has('no-cache') && age < fresh) {
      return { served }
    }
    if (!control.has('no-cache') && stale > 0 && age <= fresh + stale) {
      return { later: () => validate(asked), served }
    }
    return { served: await validate(asked) }
  }
}

const directives = (headers: Headers): Map<string, string> =>
  new Map(
    (headers.get('cache-control') ?? '')
      .split(',')
      .map((part) => part.trim().split('='))
      .map(([name = '', value = '']) => [name, value]),
  )
