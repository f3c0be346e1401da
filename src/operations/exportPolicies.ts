import { createLocalReq, type Payload } from 'payload'

import type { PolicyContext } from '../options.js'

import { queryOf, tablesOf } from '../database/connection.js'
import { readPublishedPolicies } from '../database/publishedPolicies.js'
import { type StaticFile, staticFiles } from '../domain/staticCopy/staticFiles.js'
import { deliveryOf } from './delivery.js'

/** Everything that is public, as the files of a static copy. See `staticFiles`. */
export const exportPolicies = async function* ({
  context,
  payload,
}: {
  context: PolicyContext
  payload: Payload
}): AsyncGenerator<StaticFile> {
  const tables = tablesOf({ payload, slugs: context.slugs })

  yield* staticFiles({
    delivery: deliveryOf({ context, req: await createLocalReq({}, payload) }),
    policies: await readPublishedPolicies({ query: queryOf({ payload }), tables }),
  })
}
