'use client'
import { useEffect, useState } from 'react'

import type { Review } from '../../domain/approval.js'

import { useWords } from '../useWords.js'

type KeptReview = Review & { comment: null | string; createdAt: string; id: number | string }

/** Who approved or sent back which text, and what they said. */
export const Comments = ({
  address,
  asOf,
  fingerprint,
  timeZone,
}: {
  /** Of this version's reviews. */
  address: string
  /** Where the version stands: with each step there may be another review. */
  asOf: string
  /** Of the text on the screen: a review of another one says so. */
  fingerprint: null | string
  timeZone: string
}) => {
  const { moment, word } = useWords()
  const [reviews, setReviews] = useState<KeptReview[]>()

  useEffect(() => {
    fetch(address, { cache: 'no-store', credentials: 'include' })
      .then(async (response) => {
        const { docs = [] } = (await response.json()) as { docs?: KeptReview[] }
        setReviews(docs)
      })
      .catch(() => setReviews([]))
  }, [address, asOf])

  return (
    <section aria-labelledby="policy-review-comments" className="policy-review__panel">
      <h2 id="policy-review-comments">{word('reviewComments')}</h2>
      {reviews?.length === 0 && <p>{word('reviewNoComments')}</p>}
      <ul>
        {reviews?.map(({ id, comment, createdAt, decision, fingerprint: of, reviewer, scope }) => (
          <li key={id}>
            <strong>{reviewer.name}</strong>{' '}
            {word(
              decision === 'changes_requested'
                ? 'reviewChangesRequested'
                : scope === 'exception'
                  ? 'reviewApprovedException'
                  : 'reviewApproved',
            )}
            , <time dateTime={createdAt}>{moment(createdAt, timeZone)}</time>
            {of !== fingerprint && <em> ({word('reviewOfEarlier')})</em>}
            {comment && <blockquote>{comment}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}
