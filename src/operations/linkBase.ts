import type { PayloadRequest } from 'payload'

import type { Base } from '../domain/rebase/newBase.js'
import type { PolicyContext } from '../options.js'

import { tablesOf, transactionOf } from '../database/connection.js'

/**
 * Writes down which published version a draft stands on, in the request's transaction. Past Payload,
 * whose writes keep what the plugin sets: nobody else can say what a draft was started from.
 */
export const linkBase = async ({
  base: { id, fingerprint, label },
  context,
  draft,
  req,
}: {
  base: { fingerprint: null | string; id: number | string; label: string }
  context: PolicyContext
  draft: number | string
  req: PayloadRequest
}): Promise<void> => {
  const query = await transactionOf({ req })

  await query({
    text: `update ${tablesOf({ payload: req.payload, slugs: context.slugs }).versions} set based_on = $1::jsonb where id = $2`,
    values: [JSON.stringify({ id, fingerprint: fingerprint ?? '', label } satisfies Base), draft],
  })
}
