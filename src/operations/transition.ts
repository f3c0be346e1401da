import type { PayloadRequest } from 'payload'

import type { Decision } from '../domain/decision.js'
import type { PublicationPlan } from '../domain/publication.js'
import type { RecordedRow } from '../domain/record/seal.js'
import type { PolicyContext } from '../options.js'
import type { PendingDecision } from './pendingDecision.js'

import { tablesOf, transactionOf } from '../database/connection.js'
import { clauseName } from '../domain/governingTerms.js'
import { isSealed } from '../domain/lifecycle.js'
import { appendEvent } from './events.js'
import { postNotices, postWithdrawalNotices } from './notices.js'
import { recordReview } from './reviews.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'

const eventTypes = {
  approve: 'approved',
  publish: 'published',
  'request-changes': 'changes_requested',
  submit: 'submitted',
  withdraw: 'withdrawn',
} as const

/**
 * Writes what a step needs to stand before the version's own row: the review that it follows from, and
 * the withdrawal of the version whose place it takes. Answers what of the record it wrote.
 */
export const prepareTransition = async ({
  comment,
  context,
  decision: { instant, plan, review },
  req,
  stored,
}: Omit<PendingDecision, 'prepared'> & {
  context: PolicyContext
  req: PayloadRequest
  stored: StoredVersion
}): Promise<RecordedRow[]> => {
  if (plan?.replaced) {
    const query = await transactionOf({ req })
    await query({
      text: `
        update ${tablesOf({ payload: req.payload, slugs: context.slugs }).versions}
        set status = 'withdrawn', withdrawn_at = $1::timestamptz, updated_at = $1::timestamptz
        where id = $2`,
      values: [instant.toISOString(), plan.replaced.id],
    })
  }
  return review
    ? [await recordReview({ comment, context, instant, req, review, version: stored.id })]
    : []
}

/** Writes what follows from a step beside the version itself: the notices and the events. */
export const recordTransition = async ({
  attestations,
  comment,
  context,
  decision,
  prepared,
  req,
  stored,
}: PendingDecision & {
  context: PolicyContext
  req: PayloadRequest
  stored: StoredVersion
}): Promise<void> => {
  const { actor, fields, instant, plan, review, transition } = decision
  const posting = { context, postedAt: instant, req, stored }

  if (plan) {
    await recordReplacement({ context, decision, plan, req, stored })
  }
  const announced = plan ? await postNotices({ ...posting, actor, attestations, plan }) : []
  const { informed, notices: withdrawn } =
    transition === 'withdraw'
      ? await postWithdrawalNotices({ ...posting, actor, attestations })
      : { informed: undefined, notices: [] }

  await appendEvent({
    actor,
    at: instant,
    context,
    data: {
      ...(comment && { comment }),
      fingerprint: stored.fingerprint,
      ...(review?.scope === 'exception' && { scope: review.scope }),
      ...informed,
      ...(plan && {
        attestations: attestations.filter(({ channel }) => plan.channels.includes(channel)),
        channels: plan.channels,
        conflicts: plan.conflicts,
        effectiveAt: plan.effectiveOn && plan.effectiveAt.toISOString(),
        exception: plan.exception,
        governedBy: plan.clauses.map(clauseName),
        isClockSimulated: Boolean(context.clock),
        label: stored.label,
        replaces: plan.replaced?.label ?? null,
      }),
      status: fields.status,
    },
    policy: stored.policy,
    req,
    rows: [
      ...(isSealed(fields.status) ? [{ id: stored.id, kind: 'version' as const }] : []),
      ...prepared,
      ...announced,
      ...withdrawn,
    ],
    type: stored.imported?.source && plan ? 'imported' : eventTypes[transition],
    version: stored.id,
  })
}

/** Records that an upcoming version was withdrawn for the one that takes its place. */
const recordReplacement = async ({
  context,
  decision: { actor, instant },
  plan: { channels, replaced },
  req,
  stored,
}: {
  context: PolicyContext
  decision: Decision
  plan: PublicationPlan
  req: PayloadRequest
  stored: StoredVersion
}): Promise<void> => {
  const withdrawn = replaced && (await loadStoredVersion({ id: replaced.id, context, req }))
  if (!withdrawn) {
    return
  }

  const { informed, notices } = await postWithdrawalNotices({
    actor,
    context,
    except: channels,
    postedAt: instant,
    req,
    stored: withdrawn,
  })
  await appendEvent({
    actor,
    at: instant,
    context,
    data: {
      ...informed,
      fingerprint: withdrawn.fingerprint,
      replacedBy: stored.label,
      status: 'withdrawn',
    },
    policy: withdrawn.policy,
    req,
    rows: [{ id: withdrawn.id, kind: 'version' }, ...notices],
    type: eventTypes.withdraw,
    version: withdrawn.id,
  })
}
