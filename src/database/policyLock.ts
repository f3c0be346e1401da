import type { Query } from './statement.js'

import { PolicyError } from '../domain/policyError.js'
import { postgresCode } from './connection.js'

const patience = '5s'

/**
 * Takes the lock of a policy until the transaction ends, so that everything which is decided about
 * the policy is decided one after the other. Taking it twice in one transaction is harmless.
 * @throws PolicyError `POLICY_BUSY` where it cannot be had in five seconds.
 */
export const lockPolicy = async ({
  policy,
  query,
}: {
  policy: number | string
  query: Query
}): Promise<void> => {
  try {
    await query({ text: `set local lock_timeout = '${patience}'`, values: [] })
    await query({
      text: `select json_build_object('locked', pg_advisory_xact_lock(hashtextextended($1, 0))::text) as answer`,
      values: [`payload-plugin-policy-versioning:${policy}`],
    })
    await query({ text: 'set local lock_timeout = default', values: [] })
  } catch (error) {
    // 55P03 lock_not_available, 40P01 deadlock_detected
    if (['40P01', '55P03'].includes(postgresCode(error) ?? '')) {
      throw new PolicyError({
        code: 'POLICY_BUSY',
        message:
          'Somebody else is changing this policy right now, and it took longer than five seconds. Nothing was changed; try again.',
      })
    }
    throw error
  }
}
