import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { tablesOf, transactionOf } from '../database/connection.js'
import {
  isSamePerson,
  type Person,
  statusAfterEdit,
  type VersionStatus,
} from '../domain/lifecycle.js'
import { loadActor, personOnly } from './actor.js'
import { appendEvent } from './events.js'
import { nextInstant } from './situation.js'

/** What of a version follows from an edit of its content. */
export type EditedFields = { authors: Person[]; fingerprint: string; status: VersionStatus }

/**
 * Records an edit of a version's content: its author, its new fingerprint and, where it was under
 * review or approved, its return to draft, which voids the approvals and says so in the record.
 */
export const recordEdit = async ({
  context,
  fingerprint,
  req,
  stored,
}: {
  context: PolicyContext
  fingerprint: string
  req: PayloadRequest
  stored: StoredVersion
}): Promise<EditedFields> => {
  const actor = await loadActor({ context, req })
  const authors = withAuthor({ author: actor, authors: stored.authors ?? [] })
  const status = statusAfterEdit(stored.status)
  const query = await transactionOf({ req })

  await query({
    text: `
      update ${tablesOf({ payload: req.payload, slugs: context.slugs }).versions}
      set authors = $1::jsonb, fingerprint = $2, status = $3
      where id = $4`,
    values: [JSON.stringify(authors), fingerprint, status, stored.id],
  })

  if (status !== stored.status) {
    await appendEvent({
      actor: actor && personOnly(actor),
      at: await nextInstant({ context, req, timeline: [] }),
      context,
      data: { fingerprint, from: stored.status, previousFingerprint: stored.fingerprint },
      policy: stored.policy,
      req,
      type: 'returned_to_draft',
      version: stored.id,
    })
  }

  return { authors, fingerprint, status }
}

const withAuthor = ({ author, authors }: { author: null | Person; authors: Person[] }): Person[] =>
  !author || authors.some((known) => isSamePerson(known, author))
    ? authors
    : [...authors, personOnly(author)]
