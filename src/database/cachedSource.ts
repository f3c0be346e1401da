import type { Known, PublicSource } from '../domain/delivery/source.js'

import { createByteCache } from './byteCache.js'

/** Milliseconds after which what is kept is asked for again, though nobody told of a change. */
const recheckAfter = 1_000

/** A record with when it was asked for and answered, by this process's own running time in ms. */
type Entry<T = object> = { answeredAt: number; askedAt: number; known: Known<T> }

/**
 * Keeps what is asked for the present, per process: the few versions around now of each policy, and the
 * notices that are shown. What is in force is told from them at each request. A record is read again
 * after a second, and at once after `forget`, which is called when a publication is told of.
 *
 * Time is the database's at the last read plus what has passed here since. Where a change lies within
 * the uncertainty of that (the time that the read took), the database is asked.
 */
export const cachedSource = ({
  maxBytes,
  source,
}: {
  maxBytes: number
  source: PublicSource
}): PublicSource & { forget: () => void } => {
  const entries = createByteCache<Entry>(maxBytes)
  const loading = new Map<string, Promise<Entry>>()

  const present = async <T extends object>({
    boundariesOf,
    key,
    load,
  }: {
    boundariesOf: (record: T) => readonly string[]
    key: string
    load: () => Promise<Known<T>>
  }): Promise<Known<T>> => {
    const arrivedAt = performance.now()

    for (;;) {
      const entry = (entries.get(key) ??
        (await (loading.get(key) ?? read({ key, load })))) as Entry<T>

      if (entry.askedAt >= arrivedAt) {
        return entry.known
      }
      const known = presentOf({ boundaries: boundariesOf(entry.known.record), entry })
      if (known) {
        return known
      }
      entries.delete(key)
    }
  }

  // Whoever asks meanwhile waits for the same read.
  const read = <T extends object>({
    key,
    load,
  }: {
    key: string
    load: () => Promise<Known<T>>
  }): Promise<Entry> => {
    const askedAt = performance.now()
    const reading = load()
      .then((known) => {
        const entry = { answeredAt: performance.now(), askedAt, known }
        // Forgotten meanwhile: what was read may be older than what was told.
        if (loading.get(key) === reading) {
          entries.set({ entry, key, value: known.record })
        }
        return entry
      })
      .finally(() => {
        if (loading.get(key) === reading) {
          loading.delete(key)
        }
      })
    loading.set(key, reading)
    return reading
  }

  return {
    ...source,
    forget: () => {
      entries.clear()
      loading.clear()
    },
    kept: (record) => entries.keptWith(record),
    notices: (asked) =>
      asked.at === null
        ? present({
            boundariesOf: ({ notices }) =>
              notices.flatMap(({ effectiveAt, supersededAt, visibleUntil }) => [
                effectiveAt,
                visibleUntil,
                ...(supersededAt ? [supersededAt] : []),
              ]),
            key: `notices ${asked.channel}`,
            load: () => source.notices(asked),
          })
        : source.notices(asked),
    policy: (asked) =>
      asked.wanted.kind === 'in_force' && asked.wanted.opens === null
        ? present({
            boundariesOf: ({ versions }) => versions.map(({ effectiveAt }) => effectiveAt),
            key: `policy ${asked.slug}`,
            load: () => source.policy({ ...asked, wanted: { ...asked.wanted, hasText: true } }),
          })
        : source.policy(asked),
  }
}

/** What is known, as of now; undefined where it is too old, or a change lies within the uncertainty. */
const presentOf = <T>({
  boundaries,
  entry: { answeredAt, askedAt, known },
}: {
  boundaries: readonly string[]
  entry: Entry<T>
}): Known<T> | undefined => {
  const now = performance.now()
  const earliest = +known.at + (now - answeredAt)
  // The database's time was cut to the millisecond.
  const latest = +known.at + (now - askedAt) + 1
  const isUncertain = boundaries.some((boundary) => {
    const instant = +new Date(boundary)
    return instant > earliest && instant <= latest
  })

  return now - answeredAt > recheckAfter || isUncertain
    ? undefined
    : { at: new Date(Math.floor(earliest)), record: known.record }
}
