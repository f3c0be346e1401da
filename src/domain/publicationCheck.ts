import type { CivilDate } from './civilDate.js'
import type { PublicationPlan } from './publication.js'
import type { Candidate, PublicationTrial } from './situation.js'

/** What one check of a publication looks at: the version, the plan of its change, which always has a day, and what was published before. */
export type PublicationCheck = {
  candidate: Candidate
  plan: Omit<PublicationPlan, 'effectiveOn' | 'problems'> & { effectiveOn: CivilDate }
  trial: PublicationTrial
}
