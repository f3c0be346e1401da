import type { PayloadRequest } from 'payload'

import type { Review } from '../domain/approval.js'
import type { RecordedRow } from '../domain/record/seal.js'
import type { PolicyContext } from '../options.js'

type Reviewed = { context: PolicyContext; req: PayloadRequest; version: number | string }

/**
 * The reviews since a version was last submitted. Those before it are void, even where an edit was
 * taken back since and the words are the same again.
 */
export const loadReviews = async ({ context, req, version }: Reviewed): Promise<Review[]> => {
  const submission = await lastSubmission({ context, req, version })
  const { docs } = await req.payload.db.find<Review>({
    collection: context.slugs.reviews,
    limit: 0,
    pagination: false,
    req,
    sort: 'id',
    where: { and: [{ version: { equals: version } }, { submission: { equals: submission } }] },
  })

  return docs
}

/** Writes a reviewer's decision, in the request's transaction, at the instant of the decision. */
export const recordReview = async ({
  comment,
  context,
  instant,
  req,
  review,
  version,
}: Reviewed & {
  comment: string | undefined
  instant: Date
  review: Review
}): Promise<RecordedRow> => {
  const at = instant.toISOString()
  const { id } = (await req.payload.db.create({
    collection: context.slugs.reviews,
    data: {
      ...review,
      comment: comment ?? null,
      createdAt: at,
      submission: await lastSubmission({ context, req, version }),
      updatedAt: at,
      version,
    },
    req,
  })) as { id: number | string }

  return { id, kind: 'review' }
}

/** The number in the policy's record of a version's last submission; 0 before the first. */
const lastSubmission = async ({ context, req, version }: Reviewed): Promise<number> => {
  const { docs } = await req.payload.db.find<{ id: number | string; sequence: number }>({
    collection: context.slugs.events,
    limit: 1,
    pagination: false,
    req,
    sort: '-sequence',
    where: { and: [{ version: { equals: version } }, { type: { equals: 'submitted' } }] },
  })

  return docs[0]?.sequence ?? 0
}
