import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../../options.js'

import { label } from '../../translations/label.js'
import { moment, readout } from '../readout.js'
import { writtenByPlugin } from '../writtenByPlugin.js'

/** What happened, as a chain for each policy: every event holds the hash of the one before it. */
export const createEventsCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.events,
  ...writtenByPlugin({ context, slug: context.slugs.events }),
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
    { name: 'sequence', type: 'number', label: label('eventSequence'), required: true },
    { name: 'type', type: 'text', label: label('eventType'), required: true },
    readout({ name: 'actor', word: 'eventActor' }),
    moment({ name: 'at', word: 'eventAt' }),
    readout({ name: 'data', word: 'eventData' }),
    // Fingerprints of the rows that were written with it, for the verification of the record.
    { name: 'seals', type: 'json', admin: { hidden: true } },
    { name: 'previousHash', type: 'text', label: label('eventPreviousHash') },
    { name: 'hash', type: 'text', label: label('eventHash'), required: true },
  ],
  indexes: [{ fields: ['policy', 'sequence'], unique: true }],
  labels: { plural: label('events'), singular: label('event') },
})
