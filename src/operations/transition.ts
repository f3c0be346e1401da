import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'
import type { PendingDecision } from './pendingDecision.js'
import type { StoredVersion } from './storedVersion.js'

import { appendEvent } from './events.js'
import { postNotices, postWithdrawalNotices } from './notices.js'
import { recordReview } from './reviews.js'

const eventTypes = {
  approve: 'approved',
  publish: 'published',
  'request-changes': 'changes_requested',
  submit: 'submitted',
  withdraw: 'withdrawn',
} as const

/** Writes what belongs to a step beside the version itself: the review, the notices and the event. */
export const recordTransition = async ({
  comment,
  context,
  decision,
  req,
  stored,
}: PendingDecision & {
  context: PolicyContext
  req: PayloadRequest
  stored: StoredVersion
}): Promise<void> => {
  const { actor, fields, instant, plan, review, transition } = decision

  if (review) {
    await recordReview({ comment, context, req, review, version: stored.id })
  }

  if (plan) {
    await postNotices({ context, plan, postedAt: instant, req, stored })
  } else if (transition === 'withdraw') {
    await postWithdrawalNotices({ context, postedAt: instant, req, stored })
  }

  await appendEvent({
    actor,
    at: instant,
    context,
    data: {
      ...(comment && { comment }),
      fingerprint: stored.fingerprint,
      ...(plan && {
        channels: plan.channels,
        effectiveAt: plan.effectiveAt.toISOString(),
        governedBy: plan.clauses.map(({ version }) => version.label),
        isClockSimulated: Boolean(context.clock),
        label: stored.label,
      }),
      status: fields.status,
    },
    policy: stored.policy,
    req,
    type: eventTypes[transition],
    version: stored.id,
  })
}
