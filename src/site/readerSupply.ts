import pg from 'pg'

import type { PublicTables } from '../database/statement.js'
import type { Delivery } from '../domain/delivery/delivery.js'
import type { PolicyReaderOptions } from './readerOptions.js'

import { listeningSupply } from '../database/listeningSupply.js'
import { preparedReads } from '../database/preparedReads.js'
import { databaseSource } from '../database/publicSource.js'
import { directorySource } from './directorySource.js'

type Supply = Pick<Delivery, 'bodies' | 'made' | 'source'> & { close: () => Promise<void> }

/**
 * What the reader answers from: a directory or a database, the latter with what is kept of it in memory.
 * @throws TypeError with neither of them, or with both.
 */
export const readerSupply = ({
  cache: { maxBytes = 64 * 1024 * 1024 } = {},
  connectionString,
  directory,
  maxConnections = 5,
  onError,
  tables,
}: Pick<PolicyReaderOptions, 'cache' | 'connectionString' | 'directory' | 'maxConnections'> & {
  onError: (error: unknown) => void
  tables: PublicTables
}): Supply => {
  if ((connectionString === undefined) === (directory === undefined)) {
    throw new TypeError(
      'createPolicyReader reads from one place: give it the `connectionString` of a database, or the `directory` of an export.',
    )
  }
  if (directory !== undefined) {
    return { close: () => Promise.resolve(), source: directorySource({ directory }) }
  }

  const connection = { connectionString, ...patience }
  const pool = new pg.Pool({ ...connection, max: maxConnections })
  // A connection that breaks while it is idle is replaced by the next request.
  pool.on('error', onError)
  const { stop, ...supply } = listeningSupply({
    connect: () => new pg.Client(connection),
    maxBytes,
    source: databaseSource({ readRow: preparedReads(pool), tables }),
  })

  return {
    ...supply,
    close: async () => {
      await stop()
      await pool.end()
    },
  }
}

/** Milliseconds after which a database that does not answer is given up; without them a request may hang for good. */
const patience = { connectionTimeoutMillis: 5_000, keepAlive: true, query_timeout: 5_000 }
