import { type Actor, isSamePerson, type Person } from './lifecycle.js'
import type { ExceptionClaim } from './noticeException.js'

import { PolicyError } from './policyError.js'

/** A reviewer's decision about exactly one text, named by its fingerprint. */
export type Review = {
  comment?: null | string
  decision: 'approved' | 'changes_requested'
  fingerprint: string
  reviewer: Person
  scope: 'exception' | 'text'
}

type Reviewed = { authors: Person[]; exception: ExceptionClaim | null; fingerprint: string }

/** The people whose approval of the text (or the exception) as it stands counts: distinct, and none of its authors. */
export const approversOf = ({
  reviews,
  scope = 'text',
  version,
}: {
  reviews: readonly Review[]
  scope?: Review['scope']
  version: Reviewed
}): Person[] =>
  reviews
    .filter(
      ({ decision, fingerprint, reviewer, scope: about }) =>
        decision === 'approved' &&
        about === scope &&
        fingerprint === version.fingerprint &&
        !version.authors.some((author) => isSamePerson(author, reviewer)),
    )
    .map(({ reviewer }) => reviewer)
    .filter(
      (reviewer, index, reviewers) =>
        reviewers.findIndex((other) => isSamePerson(other, reviewer)) === index,
    )

/** True where a version has the approvals of its text, and of its exception if it claims one. */
export const isApproved = ({
  requiredApprovals,
  reviews,
  version,
}: {
  requiredApprovals: number
  reviews: readonly Review[]
  version: Reviewed
}): boolean =>
  approversOf({ reviews, version }).length >= requiredApprovals &&
  (version.exception === null || approversOf({ reviews, scope: 'exception', version }).length > 0)

/**
 * @throws PolicyError `APPROVAL_VOID` where the fingerprint that the reviewer was shown is no longer
 *   the version's, `SELF_APPROVAL` where the reviewer is among its authors, `EXCEPTION_NOT_ALLOWED`
 *   where there is no exception to approve, `ILLEGAL_TRANSITION` where the reviewer has approved it before.
 */
export const assertMayApprove = ({
  actor,
  approvalScope,
  reviews,
  shownFingerprint,
  version,
}: {
  actor: Actor
  approvalScope: Review['scope']
  reviews: readonly Review[]
  shownFingerprint: string | undefined
  version: Reviewed
}): void => {
  assertShown({ shownFingerprint, version })

  if (version.authors.some((author) => isSamePerson(author, actor))) {
    throw new PolicyError({
      code: 'SELF_APPROVAL',
      message: `${actor.name} is among the authors of this version, and nobody approves their own work. Ask another reviewer.`,
    })
  }
  if (approvalScope === 'exception' && version.exception === null) {
    throw new PolicyError({
      code: 'EXCEPTION_NOT_ALLOWED',
      message:
        'The version claims no exception to the notice period, so there is none to approve. Approve its text.',
    })
  }
  if (
    approversOf({ reviews, scope: approvalScope, version }).some((approver) =>
      isSamePerson(approver, actor),
    )
  ) {
    throw new PolicyError({
      code: 'ILLEGAL_TRANSITION',
      message: `${actor.name} has approved this ${approvalScope} already; another approval is awaited.`,
    })
  }
}

/** @throws PolicyError `APPROVAL_VOID` where what somebody was shown is no longer what stands there. */
export const assertShown = ({
  shownFingerprint,
  version,
}: {
  shownFingerprint: string | undefined
  version: Pick<Reviewed, 'fingerprint'>
}): void => {
  if (shownFingerprint !== undefined && shownFingerprint !== version.fingerprint) {
    throw new PolicyError({
      code: 'APPROVAL_VOID',
      details: { fingerprint: version.fingerprint },
      message:
        'The version was changed after it was shown to you, so your decision would be about another text. Load it again and review what stands there now.',
    })
  }
}

/** @throws PolicyError `NOT_APPROVED` or `APPROVAL_VOID` where a version lacks approvals of its text as it stands. */
export const assertApproved = ({
  requiredApprovals,
  reviews,
  version,
}: {
  requiredApprovals: number
  reviews: readonly Review[]
  version: Reviewed
}): void => {
  if (isApproved({ requiredApprovals, reviews, version })) {
    return
  }

  const approvals = approversOf({ reviews, version }).length
  if (approvals >= requiredApprovals) {
    throw new PolicyError({
      code: 'NOT_APPROVED',
      details: { approvals, requiredApprovals, scope: 'exception' },
      message:
        'The text is approved; the exception to the notice period needs an approval of its own, by somebody who is not among the authors.',
    })
  }

  const isOfAnotherText = reviews.some(
    ({ decision, fingerprint }) => decision === 'approved' && fingerprint !== version.fingerprint,
  )
  throw new PolicyError({
    code: isOfAnotherText ? 'APPROVAL_VOID' : 'NOT_APPROVED',
    details: { approvals, requiredApprovals },
    message: `The text as it stands has ${approvals} of ${requiredApprovals} approvals by people who are not among its authors.${
      isOfAnotherText ? ' Earlier approvals were of another text.' : ''
    } Have it reviewed and approved.`,
  })
}
