import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ReadPool } from './preparedReads.js'
import type { Query, ReadRow, Statement, Tables } from './statement.js'

import { PolicyError } from '../domain/policyError.js'
import { asPolicyError } from './refusals.js'
import { replicaReads } from './replicaReads.js'

/** What of the Postgres adapter is used. */
type Adapter = {
  /** Where the adapter was given replicas, drizzle lists them. */
  drizzle: Executor & Pooled & { $replicas?: readonly Pooled[] }
  schemaName?: string
  sessions: Record<string, undefined | { db: Executor }>
  tableNameMap: Map<string, string>
}

/** A database of drizzle's, with the pool that it was given. */
type Pooled = { $client: ReadPool }

type Slugs = Record<keyof Tables, string>
/** What of drizzle's databases and transactions is used; their own types differ between copies of drizzle. */
export type Executor = {
  execute: (query: ReturnType<typeof sql>) => PromiseLike<{ rows: unknown[] }>
}

/** Runs a statement on any connection of the pool, outside of transactions: for reads. */
export const queryOf = ({ payload }: { payload: Payload }): Query =>
  queryWith(adapterOf(payload).drizzle)

/** Reads on the replicas that the adapter was given, or on the primary. */
export const replicaReadsOf = ({ payload }: { payload: Payload }): ReadRow =>
  replicaReads({
    failed: (err) => {
      payload.logger.error({
        err,
        msg: 'A read replica failed; the primary answers instead, and the replica is asked again in a minute.',
      })
    },
    pools: () => {
      const { drizzle } = adapterOf(payload)

      return {
        primary: drizzle.$client,
        replicas: (drizzle.$replicas ?? []).map(({ $client }) => $client),
      }
    },
  })

/**
 * Runs a statement in the request's own transaction.
 * @throws PolicyError `TRANSACTION_REQUIRED` where there is none: without it nothing could be locked,
 *   and a refusal could leave half of a publication behind.
 */
export const transactionOf = async ({ req }: { req: PayloadRequest }): Promise<Query> =>
  queryWith(await sessionOf({ req }))

const sessionOf = async ({ req }: { req: PayloadRequest }): Promise<Executor> => {
  const id = await req.transactionID
  const session = id === undefined ? undefined : adapterOf(req.payload).sessions[String(id)]

  if (!session) {
    throw new PolicyError({
      code: 'TRANSACTION_REQUIRED',
      message:
        'Policies are written inside a database transaction only, and this request has none. Remove `disableTransaction`, and `transactionOptions: false` from the database adapter.',
    })
  }

  return session.db
}

/** Reads on the connection of the request's own transaction, which prepares nothing. @throws PolicyError as `transactionOf`. */
export const transactionReadsOf = async ({ req }: { req: PayloadRequest }): Promise<ReadRow> =>
  rowsWith(await sessionOf({ req }))

/** The quoted names of the plugin's tables, as the host's slugs and schema make them. */
export const tablesOf = ({ payload, slugs }: { payload: Payload; slugs: Slugs }): Tables => {
  const quoted = (slug: string) => quotedTable({ name: tableNameOf({ payload, slug }), payload })

  return {
    calendars: quoted(slugs.calendars),
    events: quoted(slugs.events),
    notices: quoted(slugs.notices),
    policies: quoted(slugs.policies),
    reviews: quoted(slugs.reviews),
    versions: quoted(slugs.versions),
  }
}

/** The name of a collection's table. */
export const tableNameOf = ({ payload, slug }: { payload: Payload; slug: string }): string =>
  adapterOf(payload).tableNameMap.get(slug.replace(/-/g, '_')) ?? slug.replace(/-/g, '_')

/** A table's name as statements write it, with the schema of the host. */
export const quotedTable = ({ name, payload }: { name: string; payload: Payload }): string => {
  const { schemaName } = adapterOf(payload)

  return [...(schemaName ? [schemaName] : []), name].map((part) => `"${part}"`).join('.')
}

// Payload types its adapter without its kind; the plugin's entry refuses any but Postgres.
const adapterOf = (payload: Payload): Adapter => payload.db as unknown as Adapter

/** Runs statements with one of drizzle's databases or transactions. */
export const queryWith = (executor: Executor): Query => {
  const readRow = rowsWith(executor)

  return async <T>(statement: Statement) => (await readRow<{ answer: T }>(statement))?.answer as T
}

const rowsWith =
  (executor: Executor): ReadRow =>
  async <Row>(statement: Statement) => {
    try {
      const { rows } = await executor.execute(withParameters(statement))
      return rows[0] as Row | undefined
    } catch (error) {
      throw asPolicyError(error)
    }
  }

/** Turns `$1` into drizzle's parameters, so that the statements themselves need no drizzle. */
const withParameters = ({ text, values }: Statement) =>
  sql.join(
    text
      .split(/\$(\d+)/)
      .map((part, index) => (index % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part))),
  )
