import type { PayloadRequest } from 'payload'

import { PolicyError } from '../domain/policyError.js'
import { isUsableId } from '../operations/storedVersion.js'

/**
 * Parameters that act without drafts too: the first keeps a single language of the text and drops the
 * others, the second writes over the last entry of the editing history.
 */
const ofDrafts = ['publishSpecificLocale', 'unpublishAllLocales'] as const

type OperationArgs = { [name: string]: unknown; id?: number | string; where?: unknown }

/**
 * Refuses the operations that would go round the rules: bulk writes, whose refusals Payload collects
 * while the rest commits, restoring an old state over a reviewed or published one, and what Payload
 * does with drafts, of which there are none here.
 * @throws PolicyError `BULK_NOT_ALLOWED`, `ILLEGAL_TRANSITION`, `INVALID_PARAMETER`.
 */
export const refuseUnsafeRoads = ({
  args,
  collection,
  operation,
}: {
  args: OperationArgs
  collection: string
  operation: string
}): void => {
  if ((operation === 'update' || operation === 'delete') && args.id === undefined) {
    throw new PolicyError({
      code: 'BULK_NOT_ALLOWED',
      message: `Documents of "${collection}" are changed and deleted one at a time, by id: each has its own rules and its own place in the record.`,
    })
  }
  const forDrafts = ofDrafts.find((name) => Boolean(args[name]))
  if (forDrafts !== undefined) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter ${forDrafts} is for collections with drafts, and "${collection}" has none. Leave it out; to save one language, name it by \`locale\`.`,
    })
  }
  if (operation === 'restoreVersion') {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message: `Earlier states of "${collection}" cannot be restored over the present one. Copy what you need into a draft instead.`,
    })
  }
}

/** True for an update or a deletion by id. */
export const writesOneDocument = (called: {
  args: OperationArgs
  operation: string
}): called is { args: OperationArgs & { id: number | string }; operation: string } =>
  (called.operation === 'update' || called.operation === 'delete') && called.args.id !== undefined

/** @throws PolicyError `NOT_FOUND` for what cannot be an id, which the database would answer with an error. */
export const assertUsableId = ({ id, req }: { id: number | string; req: PayloadRequest }): void => {
  if (!isUsableId({ id, req })) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no document with the id ${JSON.stringify(id)}.`,
    })
  }
}
