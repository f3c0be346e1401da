import type { VersionStatus } from '../domain/lifecycle.js'
import type { VersionState } from '../domain/timeline.js'
import type { VersionCourse } from '../domain/versionCourse.js'

/** The word for a step on the way to publication. */
export const stageWords = {
  approved: 'stageApproved',
  changes_requested: 'stageChangesRequested',
  draft: 'stageDraft',
  in_review: 'stageInReview',
} as const

/** The word for where a version stands. */
export const standingWord = ({ state, status }: Pick<VersionCourse, 'state' | 'status'>) =>
  state === null ? statusWords[status] : stateWords[state]

const stateWords = {
  in_force: 'stateInForce',
  superseded: 'stateSuperseded',
  upcoming: 'stateUpcoming',
  withdrawn: 'stateWithdrawn',
} as const satisfies Record<VersionState, string>

const statusWords = {
  ...stageWords,
  published: 'stateUpcoming',
  withdrawn: 'stateWithdrawn',
} as const satisfies Record<VersionStatus, string>
