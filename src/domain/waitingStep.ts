import type { Situation } from './situation.js'

import { approversOf } from './approval.js'
import { hasRole, isSamePerson, roleFor } from './lifecycle.js'
import { mayApprove } from './nextSteps.js'

/** What a version waits for: a review, the review of its exception or both, an edit, its submission, its publication. */
export type WaitingStep =
  'approve' | 'approve-both' | 'approve-exception' | 'edit' | 'publish' | 'submit'

/**
 * What a version waits for this person to do, or null: reviews that only they or others may still give,
 * drafts that they are an author of, what is approved where they may publish.
 */
export const waitingStep = (
  situation: Pick<Situation, 'actor' | 'requiredApprovals' | 'reviews' | 'version'>,
): null | WaitingStep => {
  const { actor, requiredApprovals, reviews, version } = situation

  if (!actor) {
    return null
  }

  const isAuthor = version.authors.some((author) => isSamePerson(author, actor))
  switch (version.status) {
    case 'approved':
      return hasRole({
        actor,
        role: roleFor({ isImport: version.imported !== null, transition: 'publish' }),
      })
        ? 'publish'
        : null
    case 'changes_requested':
      return isAuthor && hasRole({ actor, role: 'editor' }) ? 'edit' : null
    case 'draft':
      return isAuthor && hasRole({ actor, role: 'editor' }) ? 'submit' : null
    case 'in_review': {
      const isApproved = approversOf({ reviews, version }).length >= requiredApprovals
      const isExceptionOpen =
        version.exception !== null &&
        approversOf({ reviews, scope: 'exception', version }).length === 0
      const ofText = !isApproved && mayApprove({ scope: 'text', situation })
      const ofException = isExceptionOpen && mayApprove({ scope: 'exception', situation })

      if (ofText) {
        return ofException ? 'approve-both' : 'approve'
      }
      return ofException ? 'approve-exception' : null
    }
    default:
      return null
  }
}
