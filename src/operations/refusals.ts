import type { PayloadRequest } from 'payload'

import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

import type { PolicyContext } from '../options.js'

import { transactionOf } from '../database/connection.js'
import { lockPolicy } from '../database/policyLock.js'
import { isPolicyError, type PolicyError, type PolicyErrorCode } from '../domain/policyError.js'
import { loadActor, personOnly } from './actor.js'
import { appendEvent } from './events.js'
import { nextInstant } from './situation.js'
import { loadStoredVersion } from './storedVersion.js'

type Attempt = { context: PolicyContext; id: number | string; req: PayloadRequest }

/**
 * Does what publishes a version, and records a refusal by a rule. In a transaction of its own: that
 * of the attempt is rolled back first, as Payload would do when the error reaches it.
 */
export const recordingRefusal = async <T>({
  work,
  ...attempt
}: Attempt & { work: () => Promise<T> }): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (isPolicyError(error) && !unjudged.includes(error.code)) {
      await recordRefusal({ ...attempt, refusal: error })
    }
    throw error
  }
}

/**
 * Where somebody may not publish at all, or somebody else holds a lock, nothing was judged; and what a
 * stranger tries fills no record.
 */
const unjudged: PolicyErrorCode[] = ['ACTOR_REQUIRED', 'FORBIDDEN', 'POLICY_BUSY']

const recordRefusal = async ({
  id,
  context,
  refusal,
  req: { payload, user },
  req: failed,
}: Attempt & { refusal: PolicyError }): Promise<void> => {
  await killTransaction(failed)
  const req = await createLocalReq({ user: user ?? undefined }, payload)

  try {
    await initTransaction(req)
    const stored = await loadStoredVersion({ id, context, req })

    // Where it was created in the same transaction, there is nothing left to tell of.
    if (stored) {
      await lockPolicy({ policy: stored.policy, query: await transactionOf({ req }) })
      const actor = await loadActor({ context, req })

      await appendEvent({
        actor: actor && personOnly(actor),
        at: await nextInstant({ context, req, timeline: [] }),
        context,
        data: { ...refusal.data, fingerprint: stored.fingerprint, message: refusal.message },
        policy: stored.policy,
        req,
        type: 'publication_refused',
        version: stored.id,
      })
    }
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    // The refusal itself matters more to whoever tried than that it was written down.
    payload.logger.error({ err: error, msg: 'A refused publication could not be recorded' })
  }
}
