'use client'
import { useWords } from '../useWords.js'
import { type Reviews, useReviews } from './useReviews.js'

type Shown = {
  /** Of the text on the screen: a review of another one says so. */
  fingerprint: null | string
  timeZone: string
}

/** Who approved or sent back which text, and what they said. */
export const Comments = ({
  address,
  asOf,
  ...shown
}: Shown & {
  /** Of this version's reviews. */
  address: string
  /** Where the version stands: with each step there may be another review. */
  asOf: string
}) => <CommentList reviews={useReviews({ address, asOf })} {...shown} />

/** The same, once it is known or could not be found out. */
export const CommentList = ({ fingerprint, reviews, timeZone }: Shown & { reviews: Reviews }) => {
  const { moment, word } = useWords()

  return (
    <section aria-labelledby="policy-review-comments" className="policy-review__panel">
      <h2 id="policy-review-comments">{word('reviewComments')}</h2>
      {reviews === 'failed' ? (
        <p role="alert">{word('reviewCommentsFailed')}</p>
      ) : (
        <>
          {reviews?.length === 0 && <p>{word('reviewNoComments')}</p>}
          <ul>
            {reviews?.map(
              ({ id, comment, createdAt, decision, fingerprint: of, reviewer, scope }) => (
                <li key={id}>
                  <strong>
                    <bdi>{reviewer.name}</bdi>
                  </strong>{' '}
                  {word(
                    decision === 'changes_requested'
                      ? 'reviewChangesRequested'
                      : scope === 'exception'
                        ? 'reviewApprovedException'
                        : 'reviewApproved',
                  )}
                  , <time dateTime={createdAt}>{moment(createdAt, timeZone)}</time>
                  {of !== fingerprint && <em> ({word('reviewOfEarlier')})</em>}
                  {comment && <blockquote dir="auto">{comment}</blockquote>}
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </section>
  )
}
