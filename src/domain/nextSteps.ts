import type { Review } from './approval.js'
import type { Situation } from './situation.js'

import { approversOf } from './approval.js'
import {
  hasRole,
  isSamePerson,
  roleFor,
  type Transition,
  transitionNames,
  transitions,
} from './lifecycle.js'

/** The steps that the person who asks may take now, by role and status. */
export const nextSteps = ({
  isWithdrawable,
  situation,
}: {
  /** True of an announced version that no later one builds on. */
  isWithdrawable: boolean
  situation: Situation
}): Transition[] => {
  const { actor, version } = situation

  if (!actor) {
    return []
  }

  return transitionNames.filter(
    (name) =>
      transitions[name].from === version.status &&
      hasRole({
        actor,
        role: roleFor({ isImport: version.imported !== null, transition: name }),
      }) &&
      (name !== 'withdraw' || isWithdrawable) &&
      (name !== 'approve' || mayApprove({ scope: 'text', situation })) &&
      !(name === 'request-changes' && isAuthor(situation)),
  )
}

/** True where the person who asks is among the authors. */
export const isAuthor = ({ actor, version }: Pick<Situation, 'actor' | 'version'>): boolean =>
  actor !== null && version.authors.some((author) => isSamePerson(author, actor))

/** True where the person who asks may approve the text, or the exception, now. */
export const mayApprove = ({
  scope,
  situation: { actor, reviews, version },
}: {
  scope: Review['scope']
  situation: Pick<Situation, 'actor' | 'reviews' | 'version'>
}): boolean =>
  actor !== null &&
  version.status === transitions.approve.from &&
  hasRole({ actor, role: transitions.approve.role }) &&
  ![...version.authors, ...approversOf({ reviews, scope, version })].some((person) =>
    isSamePerson(person, actor),
  )
