import type { Reading } from './answer.js'
import type { Moment } from './moment.js'

import { knownAt, timelineAt } from '../publicVersion.js'
import { readPolicy } from './answer.js'
import { firstVersion } from './firstVersion.js'

/**
 * The moment for which an archive's reader is answered who asks for a second: its last millisecond, as
 * what took effect within it has that second for its `Memento-Datetime`. Before the first state of the
 * policy it is that of the first, and from the present on it is now (RFC 7089 section 4.5.3).
 * @throws PolicyError `NOT_FOUND` without such a policy.
 */
export const mementoMoment = async ({
  second,
  ...reading
}: Pick<Reading, 'slug' | 'source'> & {
  /** Its first millisecond. */
  second: Date
}): Promise<Moment> => {
  const { at: now, first } = await firstVersion(reading)
  const instant = new Date(+second + 999)

  if (instant >= now) {
    return { kind: 'now' }
  }
  const earliest =
    first && !first.isUndated ? first.effectiveAt : await firstDated({ ...reading, instant })
  const isBefore = earliest !== null && instant < new Date(earliest) && new Date(earliest) <= now

  return { instant: isBefore ? new Date(earliest) : instant, kind: 'instant' }
}

/** Where imports without a date come first: when the first with one took effect, unless one of those was known of. */
const firstDated = async ({
  instant,
  ...reading
}: Pick<Reading, 'slug' | 'source'> & { instant: Date }): Promise<null | string> => {
  const { at, record } = await readPolicy({ ...reading, wanted: { kind: 'timeline' } })
  const { inForce } = timelineAt({ at: instant, rows: record.versions })
  const first = knownAt({ at, rows: record.versions }).find(
    ({ isUndated, withdrawnAt }) => !isUndated && withdrawnAt === null,
  )

  return inForce ? null : (first?.effectiveAt ?? null)
}
