import type { PayloadRequest } from 'payload'

import type { PublicationPlan } from '../domain/publication.js'
import type { PublishedVersion } from '../domain/situation.js'
import type { Warning } from '../domain/warning.js'
import type { PolicyContext } from '../options.js'

import { rulesFor } from '../domain/materiality/materialityRules.js'
import {
  type MaterialityClaim,
  materialityWarnings,
  unreadWarning,
} from '../domain/materiality/materialityWarnings.js'
import { judgedRedline } from './judgedRedline.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'
import { textsOf } from './versionTexts.js'

type Guarded = {
  context: PolicyContext
  plan: PublicationPlan
  req: PayloadRequest
  version: StoredVersion
}

/**
 * What stands against the word that a draft's change is not material, in every language: against the
 * version that it will follow, and against the one that it replaces where it says that it differs from
 * that one not materially. Of an import nothing, as nobody is given notice of it.
 */
export const materialityGuard = async ({
  plan: { predecessor, replaced },
  version,
  ...guarded
}: Guarded): Promise<Warning[]> => {
  const { imported, materialChange, replaces } = version

  return imported?.source
    ? []
    : [
        ...(await against({
          ...guarded,
          claim: 'materialChange',
          other: materialChange ? null : predecessor,
          version,
        })),
        ...(await against({
          ...guarded,
          claim: 'replaces.materialDifference',
          other: replaces?.materialDifference ? null : replaced,
          version,
        })),
      ]
}

const against = async ({
  claim,
  context,
  other,
  req,
  version,
}: Omit<Guarded, 'plan'> & {
  claim: MaterialityClaim
  other: null | PublishedVersion
}): Promise<Warning[]> => {
  const followed = other && (await loadStoredVersion({ id: other.id, context, req }))
  if (!followed) {
    return []
  }

  const { rules } = context.materiality
  const before = textsOf({ context, req, version: followed })
  const after = textsOf({ context, req, version })
  const reason = version.materialityReason?.trim() || undefined

  return Object.keys(after).flatMap((language) => {
    const { redline, signs } = judgedRedline({
      context,
      from: before[language],
      language,
      to: after[language],
    })
    const claimed = { against: { id: followed.id, label: followed.label }, claim, language, reason }
    const isUnread =
      before[language] !== undefined &&
      redline.counts.substantial > 0 &&
      rulesFor({ language, rules }) === undefined

    return [
      ...materialityWarnings({ ...claimed, signs }),
      ...(isUnread ? [unreadWarning(claimed)] : []),
    ]
  })
}
