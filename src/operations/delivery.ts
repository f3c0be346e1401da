import type { Payload, PayloadRequest } from 'payload'

import type { Delivery } from '../domain/delivery/delivery.js'
import type { PolicyContext } from '../options.js'

import { replicaReadsOf, tablesOf } from '../database/connection.js'
import { listeningSupply } from '../database/listeningSupply.js'
import { databaseSource } from '../database/publicSource.js'
import { pageWordsOf } from '../translations/index.js'
import { languagesOf } from './languages.js'

/** The most that is kept of public answers in a process. */
const maxBytes = 64 * 1024 * 1024

/** What answers are made from, and what is kept of them. */
type Supply = Pick<Delivery, 'bodies' | 'made' | 'source'>

/** By database adapter: a hot reload makes a new one. */
const supplies = new WeakMap<Payload['db'], Supply>()

/** What the public routes of a Payload answer with. */
export const deliveryOf = ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Delivery => {
  const { apiRoute, policyUrl, serverUrl, slugs } = context

  return {
    addresses: {
      api: ({ path, slug }) => `${serverUrl}${apiRoute}/${slugs.policies}/${slug}/${path}`,
      site: ({ label, locale, slug }) =>
        policyUrl({ locale, policy: { slug }, version: { label } }),
    },
    languages: languagesOf({ config: req.payload.config, context }),
    maxAge: context.cache.maxAge,
    pageWords: pageWordsOf,
    ...supplyOf({ context, req }),
  }
}

type Origin = Pick<Parameters<typeof databaseSource>[0], 'readRow' | 'tables'>

/** By database adapter, as supplies are. */
const origins = new WeakMap<Payload['db'], Origin>()

/** Where answers are read. Found once: statements are known by the tables that they were written for. */
const originOf = ({ context, req }: { context: PolicyContext; req: PayloadRequest }): Origin => {
  const { payload } = req
  const origin = origins.get(payload.db) ?? {
    readRow: replicaReadsOf(req),
    tables: tablesOf({ payload, slugs: context.slugs }),
  }

  origins.set(payload.db, origin)
  return origin
}

/** A simulated clock may be set back at any time, so nothing is kept of what it told. */
const supplyOf = ({ context, req }: { context: PolicyContext; req: PayloadRequest }): Supply => {
  const { clock } = context
  const { db } = req.payload
  const known = supplies.get(db)
  if (known) {
    return known
  }

  const origin = originOf({ context, req })
  if (clock) {
    return { source: databaseSource({ ...origin, simulatedNow: async () => await clock({ req }) }) }
  }
  const source = databaseSource(origin)

  const { stop, ...supply } = listeningSupply({
    // A client of its own: a connection of the pool would be taken from the requests.
    connect: () => new db.pg!.Client(db.poolOptions),
    maxBytes,
    source,
  })
  const { destroy } = db
  db.destroy = async () => {
    supplies.delete(db)
    await stop()
    await destroy?.call(db)
  }
  supplies.set(db, supply)
  return supply
}
