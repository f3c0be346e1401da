import type { ReadPool } from './preparedReads.js'
import type { ReadRow, Statement } from './statement.js'

import { preparedReads } from './preparedReads.js'

/** Milliseconds within which a replica has to answer: one that hangs would hold up whoever reads a policy. */
const patience = 3_000

/** Milliseconds for which a replica that failed is not asked. */
const rest = 60_000

/**
 * Reads on replicas, each in its turn, or on the primary where there are none: for reads that may be as
 * late as a replica is. What one lacks the primary is asked for, as another replica may have told of it,
 * and what one fails at, too: it may be down or hang, or cancel a read that its replication is in the
 * way of. One that failed rests before it is asked again.
 */
export const replicaReads = ({
  elapsed = () => performance.now(),
  failed,
  pools,
}: {
  /** Milliseconds since some moment, never going back. */
  elapsed?: () => number
  /** Told once for each time that a replica is put to rest. */
  failed: (error: unknown) => void
  /** Asked for at each read, since an adapter may get others. */
  pools: () => { primary: ReadPool; replicas: readonly ReadPool[] }
}): ReadRow => {
  const restsUntil = new WeakMap<ReadPool, number>()
  const isAwake = (pool: ReadPool) => (restsUntil.get(pool) ?? 0) <= elapsed()
  let turn = 0

  return async <Row>(statement: Statement) => {
    const { primary, replicas } = pools()
    const awake = replicas.filter(isAwake)
    const replica = awake[turn++ % awake.length]
    const found =
      replica &&
      (await inTime(preparedReads(replica)<Row>(statement)).catch((error: unknown) => {
        // Of several that wait for it, the first to give up says so.
        if (isAwake(replica)) {
          restsUntil.set(replica, elapsed() + rest)
          failed(error)
        }
        return undefined
      }))

    return found ?? preparedReads(primary)<Row>(statement)
  }
}

const inTime = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It did not answer within ${patience / 1_000} seconds.`)),
      patience,
    )
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
