import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  Plugin,
} from 'payload'

import type { Decision } from '../../../src/domain/decision.js'
import type { Situation } from '../../../src/domain/situation.js'
import type { Mischief } from './tricks.js'

import { transactionOf } from '../../../src/database/connection.js'
import { fingerprint } from '../../../src/domain/fingerprint.js'
import {
  type Person,
  type Transition,
  transitions,
  transitionTo,
} from '../../../src/domain/lifecycle.js'
import { planPublication } from '../../../src/domain/publication.js'
import { contentOf } from '../../../src/domain/versionContent.js'
import { recordEdit } from '../../../src/operations/edit.js'
import { keepDecision, takeDecision } from '../../../src/operations/pendingDecision.js'
import { loadSituation } from '../../../src/operations/situation.js'
import { sealVersion } from '../../../src/operations/snapshot.js'
import { loadStoredVersion } from '../../../src/operations/storedVersion.js'
import { prepareTransition, recordTransition } from '../../../src/operations/transition.js'
import { type PolicyContext, policyContextKey } from '../../../src/options.js'

type Naive = { context: PolicyContext; mischief: Mischief }

/**
 * A plugin to be put after that of the product: it has every hook write what was asked for and check
 * nothing, and now and then write what nobody asked for. The lock is taken as ever, and what is
 * written comes from the product's own code, so that only the checks are gone.
 */
export const withoutChecks =
  (mischief: Mischief): Plugin =>
  (config) => {
    const context = config.custom?.[policyContextKey] as PolicyContext
    const naive = { context, mischief }
    const changed: Record<string, (collection: CollectionConfig) => CollectionConfig> = {
      [context.slugs.policies]: (collection) => ({
        ...collection,
        access: everybody,
        hooks: { ...collection.hooks, beforeChange: [], beforeDelete: [] },
      }),
      [context.slugs.versions]: (collection) => ({
        ...collection,
        access: everybody,
        hooks: {
          ...collection.hooks,
          afterChange: [recordAnything(naive)],
          beforeChange: [applyAnything(naive)],
          beforeDelete: [],
        },
      }),
    }

    return {
      ...config,
      collections: config.collections?.map(
        (collection) => changed[collection.slug]?.(collection) ?? collection,
      ),
    }
  }

const everybody = { create: () => true, delete: () => true, read: () => true, update: () => true }

/** Does what a change of status asks for. */
const applyAnything =
  ({ context, mischief }: Naive): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const transition =
      operation === 'update' && data.status !== originalDoc.status
        ? transitionTo(data.status)
        : undefined
    const stored = transition && (await loadStoredVersion({ id: originalDoc.id, context, req }))

    if (!transition || !stored) {
      return operation === 'create' ? { ...data, authors: [], status: 'draft' } : data
    }

    const { policy, situation } = await loadSituation({
      approvalScope: data.scope ?? 'text',
      context,
      req,
      version: stored,
    })
    const decision = decideAnything({ situation, transition })
    const { plan } = decision
    const snapshot = plan && sealVersion({ context, plan, policy, req, situation, stored })
    const honest = { decision, snapshot }
    const written = mischief.trick(transition)?.(honest, stored) ?? honest
    const step = { attestations: [], comment: undefined, decision: written.decision, req }

    const prepared = await prepareTransition({ ...step, context, stored })
    keepDecision({ ...step, id: stored.id, prepared, snapshot: written.snapshot })

    return { ...data, ...written.decision.fields, snapshot: written.snapshot }
  }

/** What a step would lead to, were there no rule. */
const decideAnything = ({
  situation: { actor, approvalScope, context, version },
  transition,
}: {
  situation: Situation
  transition: Transition
}): Decision => {
  const by: Person = actor ?? { id: 0, name: 'Nobody', collection: 'users' }
  const person = { id: by.id, name: by.name, collection: by.collection }
  const decided = { actor: person, instant: context.instant, transition }
  const fields = { status: transitions[transition].to }
  const review = { fingerprint: version.fingerprint, reviewer: person, scope: approvalScope }

  switch (transition) {
    case 'approve':
      return { ...decided, fields, review: { ...review, decision: 'approved' } }
    case 'publish': {
      const plan = planPublication({ candidate: version, context })
      const { effectiveAt } = plan
      return {
        ...decided,
        fields: { ...fields, effectiveAt, publishedAt: context.instant, publishedBy: person },
        plan,
      }
    }
    case 'request-changes':
      return { ...decided, fields, review: { ...review, decision: 'changes_requested' } }
    case 'submit':
      return { ...decided, fields }
    case 'withdraw':
      return { ...decided, fields: { ...fields, withdrawnAt: context.instant } }
  }
}

/** Records what was written, or now and then does not, or something else. */
const recordAnything =
  ({ context, mischief }: Naive): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const stored = (await loadStoredVersion({ id: doc.id, context, req }))!
    const pending = takeDecision({ id: doc.id, req })
    const edit = { context, fingerprint: fingerprint(contentOf(stored)), req, stored }
    const isForgotten = stored.fingerprint !== null && mischief.forgetsEdit()

    if (pending) {
      await recordTransition({ context, req, stored, ...pending })
    }
    const edited =
      edit.fingerprint === stored.fingerprint || isForgotten ? {} : await recordEdit(edit)
    const statement = mischief.statement()
    if (statement !== undefined) {
      const query = await transactionOf({ req })
      await query({ text: statement, values: [stored.id] })
    }

    return { ...doc, ...edited }
  }
