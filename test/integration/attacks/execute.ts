import type pg from 'pg'

import type { Statement } from './publications.js'

/** Runs a statement; one that copies is given its rows. */
export const execute = ({
  client,
  statement: { copied, text, values = [] },
}: {
  client: pg.Client
  statement: Statement
}): Promise<unknown> =>
  copied === undefined
    ? client.query(text, values)
    : new Promise((resolve, reject) => {
        client.query(copyIn({ copied, reject, resolve: () => resolve(undefined), text }))
      })

type Connection = {
  endCopyFrom: () => void
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
}

/** What `pg` runs in the place of a query: it knows of copying, but has no query that does it. */
const copyIn = ({
  copied,
  reject,
  resolve,
  text,
}: {
  copied: string
  reject: (error: Error) => void
  resolve: () => void
  text: string
}) => {
  let failure: Error | undefined

  return {
    handleCommandComplete: () => undefined,
    handleCopyInResponse: (connection: Connection) => {
      connection.sendCopyFromChunk(Buffer.from(copied))
      connection.endCopyFrom()
    },
    handleError: (error: Error) => {
      failure = error
      reject(error)
    },
    handleReadyForQuery: () => {
      if (!failure) {
        resolve()
      }
    },
    submit: (connection: unknown) => (connection as Connection).query(text),
  }
}
