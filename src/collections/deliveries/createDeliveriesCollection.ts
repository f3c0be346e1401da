import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../../options.js'

import { label } from '../../translations/label.js'
import { writtenByPlugin } from '../writtenByPlugin.js'

/** Notices on their way through drivers: written with the publication, sent after it is committed. */
export const createDeliveriesCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.deliveries,
  ...writtenByPlugin({ context, slug: context.slugs.deliveries }),
  fields: [
    {
      name: 'notice',
      type: 'relationship',
      index: true,
      label: label('notice'),
      relationTo: context.slugs.notices,
      required: true,
    },
    { name: 'channel', type: 'text', label: label('channel'), required: true },
    {
      name: 'idempotencyKey',
      type: 'text',
      label: label('deliveryKey'),
      required: true,
      unique: true,
    },
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: label('deliveryAttempts'),
      required: true,
    },
    { name: 'deliveredAt', type: 'date', index: true, label: label('deliveryDelivered') },
    { name: 'lastError', type: 'textarea', label: label('deliveryError') },
  ],
  labels: { plural: label('deliveries'), singular: label('delivery') },
})
