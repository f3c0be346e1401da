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
    readout({ name: 'reviewer', required: true }),
    {
      name: 'decision',
      type: 'select',
      options: ['approved', 'changes_requested'],
      required: true,
    },
    { name: 'scope', type: 'select', options: ['text', 'exception'], required: true },
    { name: 'comment', type: 'textarea', label: label('comment') },
    { name: 'fingerprint', type: 'text', required: true },
    // Which submission it answers, by its number in the policy's record; an edit voids what came before.
    { name: 'submission', type: 'number', required: true },
    // Of the same content, computed by the database itself; publication computes it again.
    { name: 'digest', type: 'text' },
  ],
  labels: { plural: label('reviews'), singular: label('review') },
})
