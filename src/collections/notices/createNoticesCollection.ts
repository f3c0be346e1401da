import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../../options.js'

import { label } from '../../translations/label.js'
import { moment, readout } from '../readout.js'
import { writtenByPlugin } from '../writtenByPlugin.js'
import { publicEndpoints } from '../publicEndpoints.js'

/** The record that a change was announced: through which channel, in which words, from when to when. */
export const createNoticesCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.notices,
  ...writtenByPlugin({ context, slug: context.slugs.notices }),
  admin: {
    ...writtenByPlugin({ context, slug: context.slugs.notices }).admin,
    defaultColumns: ['version', 'channel', 'postedAt', 'visibleUntil'],
    useAsTitle: 'channel',
  },
  endpoints: publicEndpoints({ context, of: 'notices' }),
  fields: [
    {
      name: 'policy',
      type: 'relationship',
      index: true,
      label: label('policy'),
      relationTo: context.slugs.policies,
      required: true,
    },
    {
      name: 'version',
      type: 'relationship',
      index: true,
      label: label('version'),
      relationTo: context.slugs.versions,
      required: true,
    },
    { name: 'channel', type: 'text', label: label('channel'), required: true },
    moment({ name: 'postedAt', word: 'noticePosted' }),
    moment({ name: 'visibleUntil', word: 'dialogUntil' }),
    readout({ name: 'message', required: true, word: 'noticeMessage' }),
    { name: 'url', type: 'text', label: label('noticeUrl'), required: true },
    // Who vouched for a notice through a channel without a driver: by, at, givenOn, evidence.
    readout({ name: 'attestation', word: 'attestation' }),
  ],
  labels: { plural: label('notices'), singular: label('notice') },
})
