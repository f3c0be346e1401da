import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../../options.js'

import { label } from '../../translations/label.js'
import { readout } from '../readout.js'
import { writtenByPlugin } from '../writtenByPlugin.js'

/** What reviewers decided, each about exactly one text, named by its fingerprint. */
export const createReviewsCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.reviews,
  ...writtenByPlugin({ context, slug: context.slugs.reviews }),
  fields: [
    {
      name: 'version',
      type: 'relationship',
      index: true,
      label: label('version'),
      relationTo: context.slugs.versions,
      required: true,
    },
    readout({ name: 'reviewer', required: true, word: 'reviewReviewer' }),
    {
      name: 'decision',
      type: 'select',
      label: label('reviewDecision'),
      options: [
        { label: label('stageApproved'), value: 'approved' },
        { label: label('stageChangesRequested'), value: 'changes_requested' },
      ],
      required: true,
    },
    {
      name: 'scope',
      type: 'select',
      label: label('reviewScope'),
      options: [
        { label: label('reviewScopeText'), value: 'text' },
        { label: label('reviewScopeException'), value: 'exception' },
      ],
      required: true,
    },
    { name: 'comment', type: 'textarea', label: label('comment') },
    { name: 'fingerprint', type: 'text', label: label('reviewFingerprint'), required: true },
    // Which submission it answers, by its number in the policy's record; an edit voids what came before.
    { name: 'submission', type: 'number', label: label('reviewSubmission'), required: true },
    // Of the same content, computed by the database itself; publication computes it again.
    { name: 'digest', type: 'text', label: label('reviewDigest') },
  ],
  labels: { plural: label('reviews'), singular: label('review') },
})
