import type { Reading } from './answer.js'
import type { Moment } from './moment.js'

import { readCurrent } from './currentAnswer.js'

/**
 * The moment for which an archive's reader is answered who asks for a second: its last millisecond, as
 * what took effect within it has that second for its `Memento-Datetime`; now while it lasts.
 * @throws PolicyError `NOT_FOUND` without such a policy.
 */
export const mementoMoment = async ({
  second,
  ...reading
}: Pick<Reading, 'slug' | 'source'> & {
  /** Its first millisecond. */
  second: Date
}): Promise<Moment> => {
  const { at: now } = await readCurrent({ ...reading, moment: { kind: 'now' } })
  const instant = new Date(+second + 999)

  return second <= now && now <= instant ? { kind: 'now' } : { instant, kind: 'instant' }
}
