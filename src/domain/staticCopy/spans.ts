import type { Ask } from './asking.js'

/**
 * A stretch of time in which one thing holds. `from` is an ISO 8601 instant, or null where it held
 * before the export; `until` is null where nothing that was published by then ends it.
 */
export type Span<T> = T & { from: null | string; until: null | string }

/** What a route answers, or is refused with before a policy's first version. */
type Told = {
  [name: string]: unknown
  errors?: { data?: { startsAt?: null | string } }[]
  nextChangeAt?: null | string
}

/** What a route answers from now on, as far as it is published: asked anew for each instant at which it changes. */
export const spansOf = async <T extends object>({
  ask: { answer },
  path,
  shown,
}: {
  ask: Ask
  path: string
  shown: (told: Told) => T
}): Promise<Span<T>[]> => {
  const spans: Span<T>[] = []
  let from: null | string = null

  for (;;) {
    const query: string = from === null ? '' : `?${new URLSearchParams({ at: from })}`
    const response = await answer({ path: `${path}${query}` })
    const told = (await response.json()) as Told
    const until: null | string = told.nextChangeAt ?? told.errors?.[0]?.data?.startsAt ?? null

    spans.push({ ...shown(told), from, until })
    if (until === null) {
      return spans
    }
    from = until
  }
}
