import type { Payload, PayloadRequest } from 'payload'

import type { Delivery } from '../domain/delivery/delivery.js'
import type { PublicSource } from '../domain/delivery/source.js'
import type { PolicyContext } from '../options.js'

import { cachedSource } from '../database/cachedSource.js'
import { listenForChanges } from '../database/changes.js'
import { queryOf, tablesOf } from '../database/connection.js'
import { databaseSource } from '../database/publicSource.js'
import { languagesOf } from './languages.js'

/** The most that is kept of public answers in a process. */
const maxBytes = 64 * 1024 * 1024

/** By database adapter: a hot reload makes a new one. */
const sources = new WeakMap<Payload['db'], PublicSource>()

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
      api: ({ path, slug }) =>
        `${serverUrl}${apiRoute}/${slugs.policies}/${slug === null ? '' : `${slug}/`}${path}`,
      site: ({ label, locale, slug }) =>
        policyUrl({ locale, policy: { slug }, version: { label } }),
    },
    languages: languagesOf({ config: req.payload.config, context }),
    maxAge: context.cache.maxAge,
    source: sourceOf({ context, req }),
  }
}

/** A simulated clock may be set back at any time, so nothing is kept of what it told. */
const sourceOf = ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): PublicSource => {
  const { clock } = context
  const direct = () =>
    databaseSource({
      query: queryOf(req),
      ...(clock && { simulatedNow: async () => await clock({ req }) }),
      tables: tablesOf({ payload: req.payload, slugs: context.slugs }),
    })

  if (clock) {
    return direct()
  }

  const { db } = req.payload
  const known = sources.get(db)
  if (known) {
    return known
  }

  const source = cachedSource({ maxBytes, source: direct() })
  const { stop } = listenForChanges({
    changed: source.forget,
    connect: () => new db.pg!.Client(db.poolOptions),
  })
  const { destroy } = db
  db.destroy = async () => {
    await stop()
    await destroy?.call(db)
  }
  sources.set(db, source)
  return source
}
