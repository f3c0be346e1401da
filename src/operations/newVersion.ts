import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { transactionOf } from '../database/connection.js'
import { lockPolicy } from '../database/policyLock.js'
import { PolicyError } from '../domain/policyError.js'
import { policyAt, upcomingAt } from '../domain/timeline.js'
import { copyVersion, sharedFields, type VersionReference } from './copyVersion.js'
import { inTransaction } from './inTransaction.js'
import { linkBase } from './linkBase.js'
import { loadPublicationContext } from './situation.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'

/** What speaks of one change rather than of the text: the next change has its own. */
export const ofOneChange = [
  'acknowledgements',
  'changeSummary',
  'effectiveOn',
  'exception',
  'materialChange',
  'materialityReason',
  'noticeChannels',
] as const

/**
 * Starts a draft with the text in force, in every language, and what it promises; where none is in
 * force, with the latest one that is announced. The draft knows what it was started from.
 *
 * @throws PolicyError `ILLEGAL_TRANSITION` where nothing was published yet; whatever the creation of a
 *   version is refused with.
 */
export const startNewVersion = ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<VersionReference> =>
  inTransaction({
    req,
    work: async () => {
      // What is in force now still is when the draft says so.
      await lockPolicy({ policy, query: await transactionOf({ req }) })
      const version = await loadTextInForce({ context, policy, req })
      const draft = await copyVersion({
        context,
        fields: sharedFields({ context, leftOut: ofOneChange, req }),
        overrides: {},
        req,
        version,
      })
      await linkBase({ base: version, context, draft: draft.id, req })

      return draft
    },
  })

const loadTextInForce = async ({
  context,
  policy,
  req,
}: {
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<StoredVersion> => {
  const {
    publication: { instant, timeline },
  } = await loadPublicationContext({ context, policy, req })
  const published =
    policyAt({ at: instant, versions: timeline }) ??
    upcomingAt({ at: instant, versions: timeline }).at(-1)
  const version = published && (await loadStoredVersion({ id: published.id, context, req }))

  if (!version) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message:
        'No version of this policy is published, so there is no text to start from. Write its first version in the form of a new version.',
    })
  }
  return version
}
