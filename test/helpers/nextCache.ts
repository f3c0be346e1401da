type Init = RequestInit & { next?: { revalidate?: false | number; tags?: string[] } }

/**
 * Next's `fetch` as its documentation and its source have it: an answer is kept by address and headers.
 * Past its time the first reader is answered from the cache all the same, while it is asked for again;
 * answers other than 200 are not kept.
 */
export const nextCache = ({
  fetch,
  now,
}: {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  now: () => Date
}) => {
  const kept = new Map<string, { at: number; body: string; headers: Headers; tags: string[] }>()
  let renewing: (() => Promise<unknown>)[] = []

  const renew = async (url: string, init: Init): Promise<Response> => {
    const answer = await fetch(url, init)
    const body = await answer.text()

    if (answer.status === 200) {
      const { tags = [] } = init.next ?? {}
      kept.set(keyOf(url, init), { at: +now(), body, headers: answer.headers, tags })
    }
    return new Response(body, answer)
  }

  return {
    /** Forgets what has a tag, as `revalidateTag(tag, { expire: 0 })`. */
    expire: (tag: string) =>
      kept.forEach(({ tags }, key) => {
        if (tags.includes(tag)) {
          kept.delete(key)
        }
      }),
    fetch: async (url: string, init: Init): Promise<Response> => {
      if (init.cache === 'no-store' || typeof init.next?.revalidate !== 'number') {
        return fetch(url, init)
      }
      const stored = kept.get(keyOf(url, init))
      if (!stored) {
        return renew(url, init)
      }
      if (+now() - stored.at > init.next.revalidate * 1_000) {
        renewing.push(() => renew(url, init))
      }
      return new Response(stored.body, { headers: stored.headers })
    },
    /** Does what was left to do behind the readers' backs. */
    settle: async () => {
      const due = renewing
      renewing = []
      await Promise.all(due.map((again) => again()))
    },
  }
}

const keyOf = (url: string, { headers }: Init): string => `${url} ${JSON.stringify(headers)}`
