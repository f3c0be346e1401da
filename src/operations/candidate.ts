import type { Attestation, Candidate } from '../domain/situation.js'
import type { StoredVersion } from './storedVersion.js'

import { openConflictsIn } from '../domain/rebase/conflicts.js'

/** A stored version as the rules of publication see it. */
export const candidateOf = ({
  attestations,
  version,
}: {
  attestations: readonly Attestation[]
  version: StoredVersion
}): Candidate => {
  const { exception, imported, replaces } = version

  return {
    attestations,
    effectiveOn: version.effectiveOn,
    exception: exception?.reason
      ? { explanation: exception.explanation ?? '', reason: exception.reason }
      : null,
    imported: imported?.source
      ? {
          effectiveOn: imported.effectiveOn ?? null,
          publishedOn: imported.publishedOn ?? null,
          sequence: Number(imported.sequence ?? 0),
          source: imported.source,
        }
      : null,
    label: version.label,
    materialChange: version.materialChange ?? false,
    noticeChannels: version.noticeChannels ?? [],
    noticeTerms: version.noticeTerms,
    openConflicts: openConflictsIn(version.body),
    replaces:
      replaces?.version === undefined || replaces.version === null
        ? null
        : {
            materialDifference: replaces.materialDifference ?? false,
            version: replaces.version,
          },
  }
}
