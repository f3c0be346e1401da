import type { PayloadRequest } from 'payload'

import type { Actor } from '../domain/lifecycle.js'
import type { PendingPlan } from '../domain/pendingPlan.js'
import type { PolicyContext } from '../options.js'
import type { StoredVersion } from './storedVersion.js'

import { iso } from '../domain/publicVersion.js'
import { type WaitingStep, waitingStep } from '../domain/waitingStep.js'
import { candidateOf } from './candidate.js'
import { type NamedPolicies, type NamedVersion, namedVersion } from './namedVersions.js'
import { loadPendingVersions, plansOf } from './pendingPlans.js'
import { loadReviews } from './reviews.js'
import { loadPublishedVersions } from './situation.js'

/** A version that waits for somebody. Instants are ISO 8601 UTC. */
export type WaitingTask = NamedVersion & {
  /** Of what is approved: publish before it for the day that was chosen. */
  deadline: null | string
  /** Of what is approved and was meant for a day that is not lawful: the first lawful instant. */
  earliestEffectiveAt: null | string
  /** False of what is approved where, as things stand, it would be refused for the day that it is meant for. */
  isDateLawful: boolean
  /** True where that is because the day comes too early by now. */
  isTooEarly: boolean
  step: WaitingStep
}

type Args = { at: Date; context: PolicyContext; req: PayloadRequest }

/** What waits for a person, what is most urgent first. */
export const loadWaitingTasks = async ({
  actor,
  named,
  ...args
}: Args & { actor: Actor; named: NamedPolicies }): Promise<WaitingTask[]> => {
  const tasks: WaitingTask[] = []

  // One after the other: a dashboard is no reason to take all connections of the pool.
  for (const version of await loadPendingVersions(args)) {
    const step = await stepOf({ ...args, actor, version })
    const subject = namedVersion({ named, version })

    if (step && subject) {
      const plan = step === 'publish' ? await planOf({ ...args, subject, version }) : undefined
      tasks.push({
        ...subject,
        deadline: plan?.deadline ? iso(plan.deadline) : null,
        earliestEffectiveAt:
          plan?.isDateLawful === false && plan.earliestEffectiveAt
            ? iso(plan.earliestEffectiveAt)
            : null,
        isDateLawful: plan?.isDateLawful ?? true,
        isTooEarly: plan?.isTooEarly ?? false,
        step,
      })
    }
  }

  return tasks.sort((one, other) => urgency(one) - urgency(other))
}

const stepOf = async ({
  actor,
  context,
  req,
  version,
}: Args & { actor: Actor; version: StoredVersion }): Promise<null | WaitingStep> =>
  waitingStep({
    actor,
    requiredApprovals: context.requiredApprovals,
    reviews:
      version.status === 'in_review'
        ? await loadReviews({ context, req, version: version.id })
        : [],
    version: {
      ...candidateOf({ attestations: [], version }),
      authors: version.authors ?? [],
      fingerprint: version.fingerprint ?? '',
      id: version.id,
      status: version.status,
    },
  })

const planOf = async ({
  at,
  context,
  req,
  subject: {
    policy: { id, timeZone },
  },
  version,
}: Args & { subject: NamedVersion; version: StoredVersion }): Promise<PendingPlan | undefined> => {
  const plans = await plansOf({
    context,
    instant: at,
    req,
    timeline: await loadPublishedVersions({ context, policy: id, req }),
    timeZone,
    versions: [version],
  })

  return plans.get(String(version.id))
}

/** Deadlines first, then what others wait for, one's own drafts last. */
const urgency = ({ deadline, step }: WaitingTask): number =>
  deadline === null
    ? Number.MAX_SAFE_INTEGER -
      ['submit', 'edit', 'approve', 'approve-exception', 'approve-both', 'publish'].indexOf(step)
    : +new Date(deadline)
