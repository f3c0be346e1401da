import type { DatabaseAdapter, Payload, PayloadRequest } from 'payload'

type Work = () => Promise<void>

/** What is to be done once a transaction is committed, by the transaction's id. */
const waiting = new Map<string, Work[]>()

/** Does something once the request's transaction is committed, and never where it is rolled back. */
export const afterCommit = async ({
  req,
  work,
}: {
  req: PayloadRequest
  work: Work
}): Promise<void> => {
  const id = String(await req.transactionID)
  waiting.set(id, [...(waiting.get(id) ?? []), work])
}

/**
 * Lets the database adapter tell when a transaction is committed: Payload has no hook for it, and
 * whoever began the transaction, a host too, ends it through the adapter.
 */
export const tellCommits = ({ db, payload }: { db: DatabaseAdapter; payload: Payload }): void => {
  const { commitTransaction, rollbackTransaction } = db

  db.commitTransaction = async (id) => {
    await commitTransaction.call(db, id)
    for (const work of taken(await id)) {
      // Nobody waits for it: what was committed stands, however long a mail server takes.
      work().catch((error: unknown) => {
        payload.logger.error({ err: error, msg: 'Work after a publication failed' })
      })
    }
  }
  db.rollbackTransaction = async (id) => {
    taken(await id)
    await rollbackTransaction.call(db, id)
  }
}

const taken = (id: number | string): Work[] => {
  const work = waiting.get(String(id)) ?? []
  waiting.delete(String(id))
  return work
}
