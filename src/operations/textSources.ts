import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { attributedSource } from '../domain/textImport/attributedSource.js'
import { readTextSource, type TextSource } from '../domain/textImport/textSource.js'
import { loadActor, personOnly } from './actor.js'
import { byLanguage } from './languages.js'
import { present } from './present.js'

/**
 * The source of a text as it is stored: what is new was saved by whoever saves it, now.
 * @throws PolicyError `INVALID_PARAMETER` for anything but an answer of the import, or nothing.
 */
export const textSourceOf = async ({
  context,
  policy,
  req,
  value,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
  value: unknown
}): Promise<null | TextSource> => {
  const source = readTextSource(value)
  if (source === null) {
    return null
  }

  const actor = await loadActor({ context, req })

  return attributedSource({
    actor: actor && personOnly(actor),
    at: await present({ context, req }),
    known: await knownSources({ context, policy, req }),
    source,
  })
}

const knownSources = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<TextSource[]> => {
  const { config, db } = req.payload
  const { docs } = await db.find<{ id: number | string; textSource?: unknown }>({
    collection: context.slugs.versions,
    limit: 0,
    pagination: false,
    req,
    select: { textSource: true },
    where: { policy: { equals: policy } },
  })

  return docs.flatMap(({ textSource }) =>
    Object.values(byLanguage<null | TextSource>({ config, context, value: textSource })).filter(
      (source) => source !== null,
    ),
  )
}
