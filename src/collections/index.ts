import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../options.js'

import { createCalendarsCollection } from './calendars/createCalendarsCollection.js'
import { createDeliveriesCollection } from './deliveries/createDeliveriesCollection.js'
import { createEventsCollection } from './events/createEventsCollection.js'
import { createNoticesCollection } from './notices/createNoticesCollection.js'
import { applyOverride } from './override.js'
import { createPoliciesCollection } from './policies/createPoliciesCollection.js'
import { readOnly } from './readOnly.js'
import { createReviewsCollection } from './reviews/createReviewsCollection.js'
import { createVersionsCollection } from './versions/createVersionsCollection.js'

/** The plugin's collections, with what the host changed about them. */
export const policyCollections = (context: PolicyContext): CollectionConfig[] => {
  const defaults = {
    policies: createPoliciesCollection(context),
    versions: createVersionsCollection(context),
    reviews: createReviewsCollection(context),
    notices: createNoticesCollection(context),
    events: createEventsCollection(context),
    calendars: createCalendarsCollection(context),
    deliveries: createDeliveriesCollection(context),
  }

  return (Object.keys(defaults) as (keyof typeof defaults)[]).map((name) =>
    applyOverride({
      defaultCollection: context.disabled ? readOnly(defaults[name]) : defaults[name],
      override: context.collections[name],
    }),
  )
}
