import type { DatabaseAdapter, PayloadRequest, UpdateOne } from 'payload'

import type { PolicyContext } from '../options.js'

import { canonicalJson } from '../domain/fingerprint.js'
import { PolicyError } from '../domain/policyError.js'
import { contentOf } from '../domain/versionContent.js'
import { decisionToWrite, type PendingDecision } from './pendingDecision.js'
import { recordingRefusal } from './refusals.js'
import { loadStoredVersion } from './storedVersion.js'

type Data = Record<string, unknown>

/**
 * Lets a step of the workflow write the columns that follow from it and nothing else. Payload would
 * write the whole document, and delete and insert again what lives in tables of its own, which are
 * sealed by then.
 */
export const writeStepsAlone =
  (context: PolicyContext) =>
  (db: DatabaseAdapter): void => {
    const updateOne = db.updateOne as (args: Parameters<UpdateOne>[0]) => Promise<unknown>

    db.updateOne = (async (args) => {
      const { id, collection, data, req } = args
      const decided =
        collection === context.slugs.versions && req && id !== undefined
          ? decisionToWrite({ id, req: req as PayloadRequest })
          : undefined

      if (!decided) {
        return updateOne.call(db, args)
      }

      const step = { id: id!, context, req: req as PayloadRequest }
      const write = async () => {
        await assertContentKept({ ...step, data })
        return await updateOne.call(db, { ...args, data: columnsOf(decided) })
      }

      return decided.decision.plan ? recordingRefusal({ ...step, work: write }) : write()
    }) as UpdateOne
  }

/** What was decided, whatever a host's hooks have made of it since. */
const columnsOf = ({ decision: { fields, instant }, snapshot }: PendingDecision): Data => ({
  ...fields,
  ...(snapshot && { snapshot }),
  updatedAt: instant.toISOString(),
})

/** @throws PolicyError `APPROVAL_VOID` for a step that comes with other content than is stored. */
const assertContentKept = async ({
  id,
  context,
  data,
  req,
}: {
  context: PolicyContext
  data: Data
  id: number | string
  req: PayloadRequest
}): Promise<void> => {
  const stored = await loadStoredVersion({ id, context, req })
  const sent = contentOf(data)
  const kept = contentOf(stored ?? {})
  const { flattenedFields } = req.payload.collections[context.slugs.versions]!.config
  const changed = flattenedFields
    .filter((field) => !('virtual' in field && field.virtual))
    .map(({ name }) => name)
    .filter((name) => data[name] !== undefined)
    .filter((name) => canonicalJson([sent[name] ?? null]) !== canonicalJson([kept[name] ?? null]))

  if (changed.length > 0) {
    throw new PolicyError({
      code: 'APPROVAL_VOID',
      details: { changed },
      message: `A step of the workflow cannot change the content at the same time (${changed.join(', ')}): nobody has reviewed the changed text. Save the content first, then take the step.`,
    })
  }
}
