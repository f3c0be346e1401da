import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import type { Review } from '../../../domain/approval.js'
import type { Transition, VersionStatus } from '../../../domain/lifecycle.js'
import type { PolicyContext } from '../../../options.js'

import { decide } from '../../../domain/decision.js'
import { isSealed, transitionNames, transitionTo } from '../../../domain/lifecycle.js'
import { PolicyError } from '../../../domain/policyError.js'
import { setByPlugin } from '../../../domain/versionContent.js'
import { isLabel } from '../../../domain/versionLabel.js'
import { loadActor } from '../../../operations/actor.js'
import { assertGuarded } from '../../../operations/guards.js'
import { keepDecision } from '../../../operations/pendingDecision.js'
import { recordingRefusal } from '../../../operations/refusals.js'
import { loadSituation } from '../../../operations/situation.js'
import { sealVersion } from '../../../operations/snapshot.js'
import { loadStoredVersion, type StoredVersion } from '../../../operations/storedVersion.js'
import { prepareTransition } from '../../../operations/transition.js'
import { relationId } from '../../relationId.js'
import { readAttestations } from '../attestations.js'

type Data = Record<string, unknown>

/** Turns a requested step into the fields that follow from it, or refuses it; lets edits of drafts through. */
export const applyChange =
  (context: PolicyContext): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    await assertLabelIsFree({ context, data, id: originalDoc?.id, req })
    await assertMayImport({ context, data, originalDoc, req })

    if (operation === 'create') {
      return startDraft(data)
    }

    const kept = { ...data, ...setByPluginOf(originalDoc) }
    const transition = requestedTransition({ data, originalDoc })

    if (!transition) {
      assertEditable({ data, originalDoc })
      return kept
    }

    const stored = await loadStoredVersion({ id: originalDoc.id, context, req })
    if (!stored) {
      return kept
    }

    const take = () => takeStep({ context, data, req, stored, transition })
    const fields =
      transition === 'publish'
        ? await recordingRefusal({ id: stored.id, context, req, work: take })
        : await take()

    return { ...kept, ...fields }
  }

/** Decides about a step, prepares it, and answers the fields that follow from it. */
const takeStep = async ({
  context,
  data,
  req,
  stored,
  transition,
}: {
  context: PolicyContext
  data: Data
  req: PayloadRequest
  stored: StoredVersion
  transition: Transition
}): Promise<Data> => {
  const attestations = readAttestations(data.attestations)
  const { policy, situation } = await loadSituation({
    approvalScope: scopeOf(data.scope),
    attestations,
    context,
    req,
    shownFingerprint: textOf({ name: 'fingerprint', value: data.fingerprint }),
    version: stored,
  })
  const decision = decide({ situation, transition })
  const { plan } = decision
  const step = {
    attestations,
    comment: textOf({ name: 'comment', value: data.comment }),
    decision,
    req,
  }

  if (plan) {
    await assertGuarded({ context, req })
  }
  const prepared = await prepareTransition({ ...step, context, stored })
  const snapshot = plan && sealVersion({ context, plan, policy, req, situation, stored })
  keepDecision({ ...step, id: stored.id, prepared, snapshot })

  return { ...decision.fields, ...(snapshot && { snapshot }) }
}

/** History from before the plugin is for an admin to tell, from the first draft on. */
const assertMayImport = async ({
  context,
  data,
  originalDoc,
  req,
}: {
  context: PolicyContext
  data: Data
  originalDoc: Data | undefined
  req: PayloadRequest
}): Promise<void> => {
  const { source } = (data.imported ?? {}) as { source?: unknown }
  const { source: before } = (originalDoc?.imported ?? {}) as { source?: unknown }
  const isStep =
    Boolean(data.transition) ||
    (originalDoc?.status !== undefined && data.status !== originalDoc.status)

  if ((!source && !before) || isStep || !req.user) {
    return
  }
  const actor = await loadActor({ context, req })
  if (!actor?.roles.includes('admin')) {
    throw new PolicyError({
      code: 'FORBIDDEN',
      details: { role: 'admin' },
      field: 'imported.source',
      message:
        'Only an admin may draft or edit an imported version. Ask one of them, or leave the import empty.',
    })
  }
}

/** A new version starts as a draft, whatever a client says about what the plugin sets. */
const startDraft = (data: Data): Data => {
  if (data.status !== undefined && data.status !== 'draft') {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      field: 'status',
      message: `A new version starts as a draft, not as ${JSON.stringify(data.status)}. Create it, then submit it for review.`,
    })
  }

  return { ...data, ...setByPluginOf({}), authors: [], status: 'draft' }
}

/** The step that is asked for: by name, or by a new status; an unchanged status counts as not sent. */
const requestedTransition = ({
  data,
  originalDoc,
}: {
  data: Data
  originalDoc: Data
}): Transition | undefined => {
  if (data.transition) {
    const named = transitionNames.find((name) => name === data.transition)
    if (!named) {
      throw new PolicyError({
        code: 'INVALID_PARAMETER',
        message: `The transition is ${JSON.stringify(data.transition)}; allowed are ${transitionNames.join(', ')}.`,
      })
    }
    return named
  }
  if (data.status === originalDoc.status) {
    return undefined
  }

  const transition = transitionTo(data.status)
  if (!transition) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      details: { status: originalDoc.status },
      message: `Nothing takes a version from "${String(originalDoc.status)}" to "${String(data.status)}". An edit of its content makes a version a draft again.`,
    })
  }
  return transition
}

const assertEditable = ({ data, originalDoc }: { data: Data; originalDoc: Data }): void => {
  if (isSealed(originalDoc.status as VersionStatus)) {
    throw new PolicyError({
      code: 'SEALED',
      message: `Version ${String(originalDoc.label)} was published and is sealed: what was announced is never edited. Start a new version instead.`,
    })
  }
  if (String(relationId(data.policy)) !== String(relationId(originalDoc.policy))) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      field: 'policy',
      message: 'A version belongs to its policy for good. Start a new version of the other policy.',
    })
  }
}

/** Checked under the policy's lock; the unique index stands behind it. */
const assertLabelIsFree = async ({
  id,
  context,
  data,
  req,
}: {
  context: PolicyContext
  data: Data
  id: unknown
  req: PayloadRequest
}): Promise<void> => {
  const policy = relationId(data.policy)

  // What is missing or malformed is for the fields' own checks to refuse, which come later.
  if (policy === undefined || !isLabel(data.label)) {
    return
  }

  const taken = await req.payload.db.findOne({
    collection: context.slugs.versions,
    req,
    select: { label: true },
    where: {
      and: [
        { policy: { equals: policy } },
        { label: { equals: data.label } },
        ...(id === undefined ? [] : [{ id: { not_equals: id } }]),
      ],
    },
  })

  if (taken) {
    throw new PolicyError({
      code: 'LABEL_TAKEN',
      field: 'label',
      message: `Another version of this policy is labelled ${data.label}. Choose another label, or leave it empty to get the next number.`,
    })
  }
}

const setByPluginOf = (document: Data): Data =>
  Object.fromEntries(
    setByPlugin
      .filter((name) => !['createdAt', 'id', 'updatedAt'].includes(name))
      .map((name) => [name, document[name] ?? null]),
  )

/** What an approval is about. @throws PolicyError `INVALID_PARAMETER` for anything else. */
const scopeOf = (value: unknown): Review['scope'] => {
  const scope = value ?? 'text'

  if (scope !== 'exception' && scope !== 'text') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The scope is ${JSON.stringify(value)}; allowed are "text" and "exception".`,
    })
  }
  return scope
}

/** @throws PolicyError `INVALID_PARAMETER` for a value that is sent and no text: it may have meant something. */
const textOf = ({ name, value }: { name: string; value: unknown }): string | undefined => {
  if (value === undefined || value === null) {
    return undefined
  }
  if (typeof value !== 'string') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      field: name,
      message: `The ${name} is ${JSON.stringify(value)}; allowed is a text.`,
    })
  }
  return value
}
