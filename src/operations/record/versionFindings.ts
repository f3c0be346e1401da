import type { PayloadRequest } from 'payload'

import type { OutlinedVersion, RecordOutline } from '../../database/recordReads.js'
import type { Finding } from '../../domain/record/finding.js'
import type { PolicyContext } from '../../options.js'
import type { RecordChain } from './chain.js'

import { type SealedDocument, snapshotFindings } from '../../domain/record/snapshotFindings.js'
import {
  isUnderReview,
  reviewedTextFinding,
  statusFinding,
} from '../../domain/record/versionState.js'
import { keyOf } from './chain.js'
import { type Checking, inBatches, nameOf } from './checking.js'

type Document = SealedDocument & { status: string }

/** Every version of a policy that is not what the record says, or contradicts itself. */
export const versionFindings = async ({
  chain,
  context,
  outline,
  policy,
  req,
}: Checking & { chain: RecordChain; outline: RecordOutline }): Promise<Finding[]> => {
  const name = nameOf(policy)
  const own = outline.versions.filter((version) => version.policy === policy.id)
  const unsealed = outline.versions.filter(
    ({ id, isPublished }) => !isPublished && !chain.seals.has(keyOf({ id, kind: 'version' })),
  )
  const findings = [
    ...strayFindings({ chain, outline, policy: name, policyId: policy.id }),
    ...own.flatMap((version) =>
      version.misderived.map((field) => derivedFinding({ field, policy: name, version })),
    ),
    ...unsealed.map((version) =>
      statusFinding({ policy: name, state: chain.states.get(String(version.id)), version }),
    ),
  ]

  for (const batch of inBatches(own.filter(isChecked))) {
    const { documents, unreadable } = await readDocuments({ context, req, versions: batch })

    findings.push(
      ...unreadable.map((version) => unreadableFinding({ policy: name, version })),
      ...documents.flatMap((version) => {
        const state = chain.states.get(String(version.id))
        const { slug, timeZone } = policy

        if (isUnderReview(version)) {
          return state ? [reviewedTextFinding({ policy: name, state, version })] : []
        }
        return slug === null || timeZone === null
          ? []
          : snapshotFindings({ policy: { slug, timeZone }, version })
      }),
    )
  }

  return findings.filter((finding) => finding !== undefined)
}

const isChecked = (version: OutlinedVersion): boolean =>
  version.isPublished || isUnderReview(version)

/** Versions that events name and that are gone, or in another policy; of sealed ones the seals tell. */
const strayFindings = ({
  chain,
  outline,
  policy,
  policyId,
}: {
  chain: RecordChain
  outline: RecordOutline
  policy: null | string
  policyId: null | number | string
}): Finding[] =>
  [...chain.states].flatMap(([id, { event }]): Finding[] => {
    const version = outline.versions.find((other) => String(other.id) === id)
    const about = { event, policy, row: { id, kind: 'version' as const }, version: id }

    if (chain.seals.has(keyOf({ id, kind: 'version' })) || version?.policy === policyId) {
      return []
    }
    return version
      ? [
          {
            ...about,
            code: 'ROW_ALTERED',
            field: 'policy_id',
            message: `Version ${version.label} is of another policy than the one whose event ${event} is about it: it was moved past the plugin.`,
          },
        ]
      : [
          {
            ...about,
            code: 'ROW_MISSING',
            message: `The version ${id}, which event ${event} is about, is gone: it was deleted past the plugin.`,
          },
        ]
  })

/** Reads versions as Payload reads them; one that was made unreadable does not hide the others. */
const readDocuments = async ({
  context,
  req,
  versions,
}: {
  context: PolicyContext
  req: PayloadRequest
  versions: OutlinedVersion[]
}): Promise<{ documents: Document[]; unreadable: OutlinedVersion[] }> => {
  try {
    const { docs } = await req.payload.db.find<Document>({
      collection: context.slugs.versions,
      joins: false,
      limit: 0,
      pagination: false,
      req,
      where: { id: { in: versions.map(({ id }) => id) } },
    })
    return { documents: docs, unreadable: [] }
  } catch (error) {
    // Such as a date that is none. An error of the database's own ends the transaction, and all with it.
    if (!(error instanceof RangeError || error instanceof TypeError)) {
      throw error
    }
    if (versions.length === 1) {
      return { documents: [], unreadable: versions }
    }
    const each: Awaited<ReturnType<typeof readDocuments>>[] = []
    for (const version of versions) {
      each.push(await readDocuments({ context, req, versions: [version] }))
    }
    return {
      documents: each.flatMap(({ documents }) => documents),
      unreadable: each.flatMap(({ unreadable }) => unreadable),
    }
  }
}

const derivedFinding = ({
  field,
  policy,
  version: { id, label },
}: {
  field: string
  policy: null | string
  version: OutlinedVersion
}): Finding => ({
  code: 'SNAPSHOT_INCONSISTENT',
  field,
  message: `"${field}" of version ${label} is not what the database derives from its snapshot: it says something else than was published.`,
  policy,
  row: { id, kind: 'version' },
  version: id,
})

const unreadableFinding = ({
  policy,
  version: { id, label },
}: {
  policy: null | string
  version: OutlinedVersion
}): Finding => ({
  code: 'VERSION_UNREADABLE',
  message: `Version ${label} cannot be read any more: something in its row is no value that the plugin writes.`,
  policy,
  row: { id, kind: 'version' },
  version: id,
})
