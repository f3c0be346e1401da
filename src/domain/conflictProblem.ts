import type { Candidate } from './situation.js'

import { PolicyError } from './policyError.js'

/** What stands against a text in which a rebase left conflicts: readers would see two texts at once. */
export const conflictProblem = ({
  openConflicts = 0,
}: Pick<Candidate, 'openConflicts'>): PolicyError | undefined =>
  openConflicts > 0
    ? new PolicyError({
        code: 'CONFLICT_OPEN',
        details: { conflicts: openConflicts },
        field: 'body',
        message: `${
          openConflicts === 1 ? 'A conflict is' : `${openConflicts} conflicts are`
        } marked in the text, as “[Conflict: version … says]”: two versions changed the same words. Keep one of the two texts, take out the marker, and save.`,
      })
    : undefined
