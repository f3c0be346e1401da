import type { Answer } from './answer.js'
import type { Delivery } from './delivery.js'
import type { Made } from './representation.js'
import type { Known } from './source.js'

/** An answer about the present, with the records that it was made of. */
export type Remembered = Made & { of: readonly object[] }

/**
 * Makes an answer about the present anew only where what it is made of was read again, or where the
 * clock changes it. What remains at each request is how long it may be kept.
 */
export const remembering = async ({
  delivery: { made },
  key,
  known,
  make,
}: {
  delivery: Delivery
  key: string
  known: readonly Known<object>[]
  make: () => Promise<Made>
}): Promise<Made> => {
  const latest = latestOf(known)
  const kept = made?.get(key)
  const stands =
    kept &&
    known.every(({ record }, index) => record === kept.of[index]) &&
    (kept.answer.until === null || latest < kept.answer.until)

  if (stands) {
    const { changedAt, until } = kept.answer
    return { ...kept, answer: { changedAt, latest, now: earliestOf(known), until } }
  }
  const fresh = await make()
  made?.set(key, { ...fresh, of: known.map(({ record }) => record) })
  return fresh
}

/** An instant that is no later than the present by any of what is known. */
const earliestOf = (known: readonly Known<object>[]): Answer<unknown>['now'] =>
  known.map(({ at }) => at).reduce((one, other) => (other < one ? other : one))

/** The latest instant that the present can be by any of what is known. */
const latestOf = (known: readonly Known<object>[]): Answer<unknown>['latest'] =>
  known.map(({ latest }) => latest).reduce((one, other) => (other > one ? other : one))
