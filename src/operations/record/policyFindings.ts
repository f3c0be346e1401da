import type { RecordedPolicy, RecordOutline } from '../../database/recordReads.js'
import type { Finding } from '../../domain/record/finding.js'
import type { Checking } from './checking.js'

import { readOutline } from '../../database/recordReads.js'
import { isAmong, readStoredRows } from '../../database/rowReads.js'
import { type RecordedKind, sealFindings } from '../../domain/record/seal.js'
import { keyOf, readChain, type RecordChain } from './chain.js'
import { inBatches, nameOf } from './checking.js'
import { isUsableId } from '../storedVersion.js'
import { versionFindings } from './versionFindings.js'

/** Every broken link in the record of one policy. */
export const policyFindings = async ({
  numbers,
  ...checking
}: Checking & {
  /** Numbers of events whose hashes are wanted. */
  numbers: readonly number[]
}): Promise<{ chain: RecordChain; findings: Finding[] }> => {
  const { policy, query, tables, trees } = checking
  const chain = await readChain({ numbers, policy, query, tree: trees.event })
  const outline = await readOutline({ policy: policy.id, query, tables })

  return {
    chain,
    findings: [
      ...missingPolicy(policy),
      ...chain.findings,
      ...(await rowFindings({
        ...checking,
        chain,
        kind: 'version',
        present: publishedIn(outline),
      })),
      ...(await rowFindings({ ...checking, chain, kind: 'review', present: outline.reviews })),
      ...(await rowFindings({ ...checking, chain, kind: 'notice', present: outline.notices })),
      ...(await versionFindings({ ...checking, chain, outline })),
    ],
  }
}

const missingPolicy = (policy: RecordedPolicy): Finding[] =>
  policy.id === null || policy.slug !== null
    ? []
    : [
        {
          code: 'POLICY_ALTERED',
          message: `The policy with the id ${policy.id} is gone, and something was recorded about it: it was deleted past the plugin.`,
          policy: nameOf(policy),
        },
      ]

/** The versions that somebody published, in this policy. */
const publishedIn = ({ versions }: RecordOutline): (number | string)[] =>
  versions.filter(({ isPublished }) => isPublished).map(({ id }) => id)

/** Compares the rows of a kind with their seals, both ways. */
const rowFindings = async ({
  chain,
  kind,
  policy,
  present,
  query,
  req,
  trees,
}: Checking & {
  chain: RecordChain
  kind: RecordedKind
  /** The rows that belong to the policy. */
  present: readonly (number | string)[]
}): Promise<Finding[]> => {
  const named = [...chain.seals.values()].filter(({ seal }) => seal.kind === kind)
  const findings = present
    .filter((id) => !chain.seals.has(keyOf({ id, kind })))
    .map((id): Finding => ({
      code: 'ROW_FORGED',
      message: `The ${kind} ${id} is named by no event of this policy: it was put in past the plugin, or moved here, or its event was deleted.`,
      policy: nameOf(policy),
      row: { id, kind },
    }))

  for (const batch of inBatches(named)) {
    const ids = batch.map(({ seal }) => seal.id).filter((id) => isUsableId({ id, req }))
    const rows = await readStoredRows({
      ...isAmong({ ids, tree: trees[kind] }),
      query,
      tree: trees[kind],
    })
    const byId = new Map(rows.map((row) => [String(row.id), row]))

    findings.push(
      ...batch.flatMap((sealed) =>
        sealFindings({ ...sealed, policy: nameOf(policy), row: byId.get(String(sealed.seal.id)) }),
      ),
    )
  }

  return findings
}
