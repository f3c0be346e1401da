import type { PolicyRows, ReviewRow, VersionRow } from './readRecord.js'

import { isSamePerson } from '../../../src/domain/lifecycle.js'

/** Ids of the distinct people, none of the authors, who approved a version exactly as it stands since its last submission. */
export const approversOf = ({
  rows,
  scope,
  version: { id, authors, digest, fingerprint },
}: {
  rows: PolicyRows
  scope: ReviewRow['scope']
  version: VersionRow
}): string[] => {
  const submission = lastSubmission({ before: Infinity, rows, version: id })
  const approvals = reviewsOf({ rows, version: id }).filter(
    (review) =>
      review.decision === 'approved' &&
      review.scope === scope &&
      review.submission === submission &&
      review.fingerprint === fingerprint &&
      review.digest === digest &&
      !(authors ?? []).some((author) => isSamePerson(author, review.reviewer)),
  )

  return [...new Set(approvals.map(({ reviewer }) => `${reviewer.collection}/${reviewer.id}`))]
}

/** The reviews of a version, in the order in which they were written. */
export const reviewsOf = ({ rows, version }: { rows: PolicyRows; version: number }): ReviewRow[] =>
  rows.reviews.filter(({ version_id }) => version_id === version)

/** The number of a version's last submission before another event; 0 where there was none. */
export const lastSubmission = ({
  before,
  rows,
  version,
}: {
  before: number
  rows: PolicyRows
  version: number
}): number =>
  rows.events.findLast(
    ({ sequence, type, version_id }) =>
      version_id === version && type === 'submitted' && sequence < before,
  )?.sequence ?? 0
