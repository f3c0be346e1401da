import type { PayloadRequest } from 'payload'

import type { Finding } from '../../domain/record/finding.js'
import type { PolicyContext } from '../../options.js'
import type { RecordChain } from './chain.js'

import { readRecordedPolicies } from '../../database/recordReads.js'
import { PolicyError } from '../../domain/policyError.js'
import { type Anchor, type AnchoredPolicy, anchorFinding } from '../../domain/record/anchor.js'
import { policyFindings } from './policyFindings.js'
import { queryFor } from '../present.js'
import { recordTablesOf } from './tables.js'

/** What a check of the record came to. */
export type CheckedRecord = { events: number; findings: Finding[]; policies: number }

/**
 * Checks the record of every policy, or of one, in the request's transaction. Policy by policy, so that
 * memory does not grow with the record.
 * @throws PolicyError `NOT_FOUND` for a policy that neither the database nor the anchor knows.
 */
export const checkRecord = async ({
  anchor,
  context,
  policy: slug,
  req,
}: {
  anchor?: Anchor | undefined
  context: PolicyContext
  policy?: string | undefined
  req: PayloadRequest
}): Promise<CheckedRecord> => {
  const query = await queryFor(req)
  const where = recordTablesOf({ context, payload: req.payload })
  const recorded = await readRecordedPolicies({ query, tables: where.tables })
  const anchored = (anchor?.policies ?? []).filter(
    (entry) =>
      slug === undefined ||
      entry.slug === slug ||
      recorded.some((policy) => policy.slug === slug && isSameId(policy, entry)),
  )
  const policies = recorded.filter(
    (policy) =>
      slug === undefined ||
      policy.slug === slug ||
      anchored.some((entry) => isSameId(policy, entry)),
  )

  if (slug !== undefined && policies.length + anchored.length === 0) {
    throw new PolicyError({
      code: 'NOT_FOUND',
      message: `There is no policy with the slug ${JSON.stringify(slug)}.`,
    })
  }

  const findings: Finding[] = []
  let events = 0

  for (const policy of policies) {
    const own = anchored.filter((entry) => isSameId(policy, entry))
    const { chain, findings: found } = await policyFindings({
      ...where,
      context,
      numbers: own.map(({ sequence }) => sequence),
      policy,
      query,
      req,
    })
    events += chain.length
    findings.push(...found, ...own.flatMap((entry) => againstAnchor({ anchor, chain, entry })))
  }

  const gone = anchored.filter((entry) => !policies.some((policy) => isSameId(policy, entry)))
  findings.push(...gone.flatMap((entry) => againstAnchor({ anchor, entry })))

  return { events, findings, policies: policies.length }
}

const againstAnchor = ({
  anchor,
  chain,
  entry,
}: {
  anchor: Anchor | undefined
  chain?: RecordChain
  entry: AnchoredPolicy
}): Finding[] => {
  const finding = anchorFinding({
    anchored: entry,
    at: anchor?.at ?? '',
    found: chain?.last
      ? { hash: chain.hashes.get(entry.sequence), last: chain.last.sequence }
      : null,
  })
  return finding ? [finding] : []
}

const isSameId = (
  one: { id: null | number | string },
  other: { id: null | number | string },
): boolean => String(one.id) === String(other.id)
