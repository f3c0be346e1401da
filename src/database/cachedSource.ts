import type { Known, PublicSource, Wanted } from '../domain/delivery/source.js'

import { dayEndsOf } from '../domain/delivery/news/calendarEvents.js'
import { createByteCache } from './byteCache.js'

/** Milliseconds after which what is kept is asked for again, though nobody told of a change. */
const recheckAfter = 1_000

/** Milliseconds by which the two clocks of a machine may part before a suspension is the likely reason. */
const suspendedAfter = 1_000

/** A record with when it was asked for and answered, by this process's own running time in ms. */
type Entry<T = object> = {
  answeredAt: number
  askedAt: number
  known: Known<T>
  /** By the machine's clock, in ms, when it was asked for. */
  wallAskedAt: number
}

/**
 * Keeps what is asked for the present, per process: the few versions around now of each policy and its
 * first, without their texts, those that there is news of, and the notices that are shown. What is in
 * force is told from them at each request. A record is read again after a second, and at once after
 * `forget`, which is called when a publication is told of.
 *
 * Time is the database's at the last read plus what has passed here since. Where a change lies within
 * the uncertainty of that (the time that the read took), the database is asked. So it is where the
 * machine's clock has run on by another time: a suspended machine stops the running time alone.
 */
export const cachedSource = ({
  elapsed = () => performance.now(),
  maxBytes,
  source,
  // eslint-disable-next-line no-restricted-syntax -- tells no time, but that this machine stood still
  wallClock = () => Date.now(),
}: {
  /** Milliseconds since some moment, never going back. */
  elapsed?: () => number
  maxBytes: number
  source: PublicSource
  /** Milliseconds by the clock of this machine. */
  wallClock?: () => number
}): PublicSource & { forget: () => void } => {
  const entries = createByteCache<Entry>({
    maxBytes,
    // A character of a string takes up to two bytes, and an object more than its JSON.
    sizeOf: ({ known }) => 4 * JSON.stringify(known.record).length,
  })
  const loading = new Map<string, { askedAt: number; entry: Promise<Entry> }>()

  const present = async <T extends object>({
    boundariesOf,
    endsAtBoundaries = false,
    key,
    load,
    ...which
  }: Question<T>): Promise<Known<T>> => {
    const arrivedAt = elapsed()

    for (;;) {
      const entry = (entries.get(key) ??
        (await (underWay(key) ?? read({ key, load, ...which })))) as Entry<T>
      const known =
        entry.askedAt >= arrivedAt
          ? entry.known
          : presentOf({
              boundaries: boundariesOf(entry.known.record),
              endsAtBoundaries,
              entry,
              now: elapsed(),
              wallNow: wallClock(),
            })

      if (known) {
        return known
      }
      if (entries.get(key) === (entry as Entry)) {
        entries.delete(key)
      }
    }
  }

  // A read that takes longer may never end: nobody joins it any more.
  const underWay = (key: string): Promise<Entry> | undefined => {
    const reading = loading.get(key)

    return reading && elapsed() - reading.askedAt <= recheckAfter ? reading.entry : undefined
  }

  // Whoever asks meanwhile waits for the same read.
  const read = <T extends object>({
    isKept = () => true,
    key,
    load,
  }: Omit<Question<T>, 'boundariesOf' | 'endsAtBoundaries'>): Promise<Entry> => {
    const askedAt = elapsed()
    const wallAskedAt = wallClock()
    const reading: Promise<Entry> = load()
      .then((known) => {
        const entry = { answeredAt: elapsed(), askedAt, known, wallAskedAt }
        // Forgotten meanwhile: what was read may be older than what was told.
        if (loading.get(key)?.entry === reading && isKept(known.record)) {
          entries.set(key, entry)
        }
        return entry
      })
      .finally(() => {
        if (loading.get(key)?.entry === reading) {
          loading.delete(key)
        }
      })
    loading.set(key, { askedAt, entry: reading })
    return reading
  }

  return {
    announced: (asked) =>
      present({
        boundariesOf: ({ takesEffectAt, versions }) => [
          ...(takesEffectAt === null ? [] : [takesEffectAt]),
          ...(asked.wanted === 'upcoming' ? dayEndsOf(versions) : []),
        ],
        isKept: ({ isKnown }) => isKnown,
        endsAtBoundaries: true,
        key: `announced ${asked.wanted} ${JSON.stringify(asked.slug)}`,
        load: () => source.announced(asked),
      }),
    forget: () => {
      entries.clear()
      loading.clear()
    },
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
      isOfPresent(asked.wanted)
        ? present({
            boundariesOf: ({ versions }) => versions.map(({ effectiveAt }) => effectiveAt),
            // Slugs that nobody gave a policy are endless.
            isKept: ({ policy }) => policy !== null,
            key: `policy ${asked.wanted.kind} ${asked.slug}`,
            // Texts are kept as the bodies that they make.
            load: () => source.policy({ slug: asked.slug, wanted: asked.wanted }),
          })
        : source.policy(asked),
    text: source.text,
  }
}

type Question<T> = {
  /** The instants at which the clock alone changes what is answered from a record. */
  boundariesOf: (record: T) => readonly string[]
  /** True where a boundary changes what is in the record, and not just what is made of it. */
  endsAtBoundaries?: boolean
  isKept?: (record: T) => boolean
  key: string
  load: () => Promise<Known<T>>
}

/** True for the few versions of a policy that every reader is answered from. */
const isOfPresent = (wanted: Wanted): boolean =>
  wanted.kind === 'first' || (wanted.kind === 'in_force' && wanted.opens === null)

/** What is known, as of now; undefined where it is too old, overtaken, or a change lies within the uncertainty. */
const presentOf = <T>({
  boundaries,
  endsAtBoundaries,
  entry: { answeredAt, askedAt, known, wallAskedAt },
  now,
  wallNow,
}: {
  boundaries: readonly string[]
  endsAtBoundaries: boolean
  entry: Entry<T>
  now: number
  wallNow: number
}): Known<T> | undefined => {
  const earliest = +known.at + (now - answeredAt)
  // The database's time was cut to the millisecond.
  const latest = +known.at + (now - askedAt) + 1
  const isUncertain = boundaries.some((boundary) => {
    const instant = +new Date(boundary)
    return instant > (endsAtBoundaries ? +known.at : Math.floor(earliest)) && instant <= latest
  })

  const wasSuspended = Math.abs(wallNow - wallAskedAt - (now - askedAt)) > suspendedAfter

  return now - askedAt > recheckAfter || isUncertain || wasSuspended
    ? undefined
    : {
        at: new Date(Math.floor(earliest)),
        latest: new Date(Math.ceil(latest)),
        record: known.record,
      }
}
