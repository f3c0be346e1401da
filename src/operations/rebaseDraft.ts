import type { FlattenedField, PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { transactionOf } from '../database/connection.js'
import { lockPolicy } from '../database/policyLock.js'
import { assertShown } from '../domain/approval.js'
import { isSealed } from '../domain/lifecycle.js'
import { PolicyError } from '../domain/policyError.js'
import { planPublication } from '../domain/publication.js'
import { type Base, newBaseOf } from '../domain/rebase/newBase.js'
import {
  type ContentByLanguage,
  type Place,
  rebaseContent,
} from '../domain/rebase/rebaseContent.js'
import { readContents, sharedFields, type VersionReference, writeContents } from './copyVersion.js'
import { inTransaction } from './inTransaction.js'
import { linkBase } from './linkBase.js'
import { ofOneChange } from './newVersion.js'
import { loadSituation } from './situation.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'

/** What came of a rebase. */
export type RebasedDraft = {
  /** The version that the draft stands on now. */
  basedOn: Base
  /** Blocks that both changed, each marked in the text for the author to settle. */
  conflicts: number
  doc: VersionReference
  /** Fields that both changed, and that the draft has kept. */
  kept: Place[]
  /** Fields that came from the new text, in whole or in part. */
  taken: Place[]
}

/**
 * Brings the changes of a draft onto the text that it will change, where that is no longer the one it
 * was started from. An edit like any other: whoever asks becomes an author, approvals are void.
 *
 * @throws PolicyError `APPROVAL_VOID` where the draft was edited after it was shown, `SEALED` and
 *   `ILLEGAL_TRANSITION` where it is no draft or there is nothing to rebase onto; whatever an edit is
 *   refused with.
 */
export const rebaseDraft = ({
  context,
  req,
  shownFingerprint,
  version: { id, policy },
}: {
  context: PolicyContext
  req: PayloadRequest
  /** The fingerprint of what was on the screen; without it nobody's edit is guarded. */
  shownFingerprint: string | undefined
  version: StoredVersion
}): Promise<RebasedDraft> =>
  inTransaction({
    req,
    work: async () => {
      await lockPolicy({ policy, query: await transactionOf({ req }) })
      const draft = (await loadStoredVersion({ id, context, req }))!
      assertDraft(draft)
      assertShown({ shownFingerprint, version: { fingerprint: draft.fingerprint ?? '' } })

      const { base, onto } = await loadTexts({ context, draft, req })
      const fields = sharedFields({ context, leftOut: ofOneChange, req })
      const contentOf = (version: StoredVersion): Promise<ContentByLanguage> =>
        readContents({ context, fields, req, version })
      const { changes, conflicts, kept, taken } = rebaseContent({
        base: await contentOf(base),
        draft: await contentOf(draft),
        fields: fields.map(asRebased),
        label: onto.label,
        onto: await contentOf(onto),
      })

      await writeContents({ id, contents: changes, context, fields, req, rows: {} })
      await linkBase({ base: onto, context, draft: id, req })

      return {
        basedOn: { id: onto.id, fingerprint: onto.fingerprint ?? '', label: onto.label },
        conflicts,
        doc: { id, label: draft.label },
        kept,
        taken,
      }
    },
  })

const assertDraft = ({ label, status }: StoredVersion): void => {
  if (isSealed(status)) {
    throw new PolicyError({
      code: 'SEALED',
      message: `Version ${label} was published and is sealed: what was announced is never edited. Start a new version instead.`,
    })
  }
  if (status !== 'draft' && status !== 'changes_requested') {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      details: { status },
      message: `The version is ${status.replace('_', ' ')}, and people rely on its text as it is. Have changes requested or edit it, which makes it a draft again; then rebase it.`,
    })
  }
}

/** The text that a draft was started from, and the one that it should stand on. */
const loadTexts = async ({
  context,
  draft,
  req,
}: {
  context: PolicyContext
  draft: StoredVersion
  req: PayloadRequest
}): Promise<{ base: StoredVersion; onto: StoredVersion }> => {
  const basedOn = draft.basedOn ?? null
  const { situation } = await loadSituation({ context, req, version: draft })
  const { context: publication, version: candidate } = situation
  const { predecessor } = planPublication({ candidate, context: publication })
  const newBase = newBaseOf({ ...publication, base: basedOn, predecessor })
  const base = basedOn && (await loadStoredVersion({ id: basedOn.id, context, req }))
  const onto = newBase && (await loadStoredVersion({ id: newBase.id, context, req }))

  if (!base || !onto) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message: base
        ? `Version ${draft.label} stands on version ${base.label}, which is still the text that it will change. There is nothing to rebase.`
        : `Version ${draft.label} was not started from a published version, so nobody can tell what of it is a change. Compare the texts, and edit it by hand.`,
    })
  }
  return { base, onto }
}

const asRebased = (field: FlattenedField) => ({
  isLocalized: Boolean('localized' in field && field.localized),
  isText: field.name === 'body',
  name: field.name,
})
