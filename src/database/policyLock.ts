import type { Query } from './statement.js'

import { PolicyError } from '../domain/policyError.js'
import { lockPrefix } from './guards/helperFunctions.js'

const patience = '5s'

/**
 * Limits how long each lock is waited for until the transaction ends, so that nothing hangs, whatever
 * is locked: a row or a table by somebody with a console, too.
 */
export const limitWaiting = async ({ query }: { query: Query }): Promise<void> => {
  await query({ text: `set local lock_timeout = '${patience}'`, values: [] })
}

/**
 * Takes the lock of a policy until the transaction ends, so that everything which is decided about
 * the policy is decided one after the other. Taking it twice in one transaction is harmless.
 * @throws PolicyError `POLICY_BUSY` where it cannot be had in five seconds, `TRANSACTION_REQUIRED` under
 *   an isolation in which what others committed before the lock was had would stay invisible.
 */
export const lockPolicy = async ({
  policy,
  query,
}: {
  policy: number | string
  query: Query
}): Promise<void> => {
  await limitWaiting({ query })
  const { isolation } = await query<{ isolation: string }>({
    text: `select json_build_object('locked', pg_advisory_xact_lock(hashtextextended($1, 0))::text, 'isolation', current_setting('transaction_isolation')) as answer`,
    values: [`${lockPrefix}${policy}`],
  })

  if (isolation !== 'read committed') {
    throw new PolicyError({
      code: 'TRANSACTION_REQUIRED',
      message: `The transaction's isolation is "${isolation}"; policies need "read committed", so that decisions see what was committed before their lock. Set \`transactionOptions: { isolationLevel: 'read committed' }\` on the database adapter.`,
    })
  }
}
