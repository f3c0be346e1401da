import type { PayloadRequest } from 'payload'

import type { PublishedVersion } from '../domain/situation.js'
import type { PolicyContext } from '../options.js'
import type { VersionReference } from './copyVersion.js'
import type { StoredVersion } from './storedVersion.js'

import {
  type Sentences,
  sentencesOf,
  type SharedChange,
  sharedChange,
} from '../domain/sharedChange.js'
import { predecessorOf } from '../domain/timeline.js'
import { loadStoredVersion } from './storedVersion.js'
import { textsOf } from './versionTexts.js'

type Compared = {
  /** The version that the draft would follow. */
  follows: null | VersionReference
  pending: PublishedVersion
}

/**
 * What a draft's change has in common with those of announced versions that take effect after it. Each
 * text is read once, however many pairs are asked about, and none where nothing is announced.
 */
export const sharedChangesOf = ({
  context,
  req,
  timeline,
  version,
}: {
  context: PolicyContext
  req: PayloadRequest
  /** The policy's published versions. */
  timeline: readonly PublishedVersion[]
  version: StoredVersion
}): ((compared: Compared) => Promise<SharedChange>) => {
  const read = new Map<string, Promise<Sentences>>()
  const sentences = (of: StoredVersion) => sentencesOf(textsOf({ context, req, version: of }))
  const stored = (id: number | string): Promise<Sentences> => {
    const known =
      read.get(String(id)) ??
      loadStoredVersion({ id, context, req }).then((found) => sentences(found!))

    read.set(String(id), known)
    return known
  }
  let draft: Sentences | undefined

  return async ({ follows, pending }) => {
    const followed = predecessorOf({ ...pending, versions: timeline })

    return sharedChange({
      before: follows && (await stored(follows.id)),
      draft: (draft ??= sentences(version)),
      pending: await stored(pending.id),
      pendingBefore: followed && (await stored(followed.id)),
    })
  }
}
