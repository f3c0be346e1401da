import type { Situation } from './situation.js'

import {
  assertApproved,
  assertMayApprove,
  assertShown,
  isApproved,
  type Review,
} from './approval.js'
import { civilDateOf } from './civilDate.js'
import {
  type Actor,
  assertMayTake,
  assertTransition,
  isSamePerson,
  type Person,
  type Transition,
  transitions,
  type VersionStatus,
} from './lifecycle.js'
import { planPublication, type PublicationPlan } from './publication.js'
import { PolicyError } from './policyError.js'
import { upcomingAt } from './timeline.js'

/** What follows from a transition that is allowed. Instants in UTC. */
export type Decision = {
  actor: Person
  /** The columns of the version that change. */
  fields: {
    effectiveAt?: Date
    publishedAt?: Date
    publishedBy?: Person
    status: VersionStatus
    withdrawnAt?: Date
  }
  instant: Date
  /** Of a publication. */
  plan?: PublicationPlan
  /** Of an approval or a request for changes. */
  review?: Review
  transition: Transition
}

/**
 * Decides about a step of a version's life. The answer depends on the situation alone.
 * @throws PolicyError for the first rule that stands against it: actor and role, transition, approval,
 *   date past, terms, materiality, period, channels, pending versions, date taken.
 */
export const decide = ({
  situation,
  transition,
}: {
  situation: Situation
  transition: Transition
}): Decision => {
  const isImport = situation.version.imported !== null
  const actor = assertMayTake({ actor: situation.actor, isImport, transition })
  assertTransition({ status: situation.version.status, transition })

  return {
    actor: { id: actor.id, name: actor.name, collection: actor.collection },
    instant: situation.context.instant,
    transition,
    ...outcomes[transition]({ actor, situation }),
  }
}

type Step = (args: {
  actor: Actor
  situation: Situation
}) => Pick<Decision, 'fields' | 'plan' | 'review'>

const submit: Step = ({ situation }) => {
  assertShown(situation)

  return { fields: { status: transitions.submit.to } }
}

const approve: Step = ({ actor, situation }) => {
  const { requiredApprovals, reviews, version } = situation
  assertMayApprove({ ...situation, actor })

  const review = reviewOf({
    actor,
    decision: 'approved',
    scope: situation.approvalScope,
    situation,
  })

  return {
    fields: {
      status: isApproved({ requiredApprovals, reviews: [...reviews, review], version })
        ? transitions.approve.to
        : version.status,
    },
    review,
  }
}

const requestChanges: Step = ({ actor, situation }) => {
  assertShown(situation)

  if (situation.version.authors.some((author) => isSamePerson(author, actor))) {
    throw new PolicyError({
      code: 'SELF_APPROVAL',
      message: `${actor.name} is among the authors of this version, and nobody reviews their own work. Edit the version instead.`,
    })
  }

  return {
    fields: { status: transitions['request-changes'].to },
    review: reviewOf({ actor, decision: 'changes_requested', scope: 'text', situation }),
  }
}

const publish: Step = ({ actor, situation }) => {
  const { context, version } = situation
  assertShown(situation)
  assertApproved(situation)

  const plan = planPublication({ candidate: version, context })
  const [problem] = plan.problems
  if (problem) {
    throw problem
  }

  return {
    fields: {
      effectiveAt: plan.effectiveAt,
      publishedAt: context.instant,
      publishedBy: { id: actor.id, name: actor.name, collection: actor.collection },
      status: transitions.publish.to,
    },
    plan,
  }
}

const withdraw: Step = ({ situation: { context, version } }) => {
  const { instant, timeline, timeZone } = context
  const upcoming = upcomingAt({ at: instant, versions: timeline })
  const last = upcoming.at(-1)

  if (!upcoming.some(({ id }) => id === version.id)) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message:
        'The version has taken effect, and what was in force cannot be withdrawn. Publish a new version instead.',
    })
  }
  if (last && last.id !== version.id) {
    throw new PolicyError({
      code: 'LATER_VERSION_PENDING',
      details: { pending: { id: last.id, label: last.label } },
      message: `Version ${last.label} takes effect later, on ${civilDateOf({
        instant: last.effectiveAt,
        timeZone,
      })}, and builds on this one. Withdraw it first.`,
    })
  }

  return { fields: { status: transitions.withdraw.to, withdrawnAt: instant } }
}

const outcomes: Record<Transition, Step> = {
  approve,
  publish,
  'request-changes': requestChanges,
  submit,
  withdraw,
}

const reviewOf = ({
  actor,
  decision,
  scope,
  situation,
}: {
  actor: Actor
  decision: Review['decision']
  scope: Review['scope']
  situation: Situation
}): Review => ({
  decision,
  fingerprint: situation.version.fingerprint,
  reviewer: { id: actor.id, name: actor.name, collection: actor.collection },
  scope,
})
