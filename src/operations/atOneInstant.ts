import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

/** Runs reads in a transaction that sees the database as it was when it began, and can write nothing. */
export const atOneInstant = async <T>({
  payload,
  read,
}: {
  payload: Payload
  read: (req: PayloadRequest) => Promise<T>
}): Promise<T> => {
  const transactionID = await payload.db.beginTransaction({
    accessMode: 'read only',
    isolationLevel: 'repeatable read',
  })
  const req = await createLocalReq(
    { req: transactionID === null ? {} : { transactionID } },
    payload,
  )

  try {
    return await read(req)
  } finally {
    if (transactionID !== null) {
      await payload.db.rollbackTransaction(transactionID)
    }
  }
}
