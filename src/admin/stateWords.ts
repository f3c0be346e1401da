import type { VersionStatus } from '../domain/lifecycle.js'
import type { VersionState } from '../domain/timeline.js'

/** The word for where a published version stands. */
export const stateWords = {
  in_force: 'stateInForce',
  superseded: 'stateSuperseded',
  upcoming: 'stateUpcoming',
  withdrawn: 'stateWithdrawn',
} as const satisfies Record<VersionState, string>

/** The word for a step on the way to publication. */
export const stageWords = {
  approved: 'stageApproved',
  changes_requested: 'stageChangesRequested',
  draft: 'stageDraft',
  in_review: 'stageInReview',
} as const satisfies Record<Exclude<VersionStatus, 'published' | 'withdrawn'>, string>
