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
 * Starts a draft with the text in force, in every language, and what it promises; with that of an
 * announced version where the caller names one, and with the latest announced one where none is in
 * force. The draft knows what it was started from.
 *
 * @throws PolicyError `ILLEGAL_TRANSITION` where nothing was published yet; `INVALID_PARAMETER` for a
 *   version that is neither in force nor announced; whatever the creation of a version is refused with.
 */
export const startNewVersion = ({
  basedOn,
  context,
  policy,
  req,
}: {
  /** Id of the version in force or of an announced one; the one in force where it is left out. */
  basedOn?: number | string | undefined
  context: PolicyContext
  policy: number | string
  req: PayloadRequest
}): Promise<VersionReference> =>
  inTransaction({
    req,
    work: async () => {
      // What is in force now still is when the draft says so.
      await lockPolicy({ policy, query: await transactionOf({ req }) })
      const version = await loadStandingText({ basedOn, context, policy, req })
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

const loadStandingText = async ({
  basedOn,
  context,
  policy,
  req,
}: Parameters<typeof startNewVersion>[0]): Promise<StoredVersion> => {
  const {
    publication: { instant, timeline },
  } = await loadPublicationContext({ context, policy, req })
  const inForce = policyAt({ at: instant, versions: timeline })
  const announced = upcomingAt({ at: instant, versions: timeline })
  const standing = [...(inForce ? [inForce] : []), ...announced]
  const published =
    basedOn === undefined
      ? (inForce ?? announced.at(-1))
      : standing.find(({ id }) => String(id) === String(basedOn))
  const version = published && (await loadStoredVersion({ id: published.id, context, req }))

  if (standing.length === 0) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message:
        'No version of this policy is published, so there is no text to start from. Write its first version in the form of a new version.',
    })
  }
  if (!version) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter basedOn is ${JSON.stringify(basedOn)}; allowed are the ids of the version in force and of the announced ones: ${standing.map(({ id, label }) => `${id} (version ${label})`).join(', ')}.`,
    })
  }
  return version
}
