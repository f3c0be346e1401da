import type { PayloadRequest } from 'payload'

import { commitTransaction, initTransaction, killTransaction } from 'payload'

/** Does something in the request's transaction, or in one of its own where it has none: all of it or nothing. */
export const inTransaction = async <T>({
  req,
  work,
}: {
  req: PayloadRequest
  work: () => Promise<T>
}): Promise<T> => {
  const shouldCommit = await initTransaction(req)

  try {
    const done = await work()
    if (shouldCommit) {
      await commitTransaction(req)
    }
    return done
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
