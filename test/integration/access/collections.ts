import type { AccessStage } from './accessStage.js'

import { textOf } from '../../helpers/cast.js'
import { tenDays } from '../../helpers/stage.js'

/** What the calls have to know of a collection. */
export type Facts = {
  /** A field that holds the secret in the document that the reads ask for. */
  field: string
  /** What somebody who creates a document sends. */
  newDocument: (stage: AccessStage) => Record<string, unknown>
  /** Names of the GraphQL types. */
  plural: string
  singular: string
  slug: string
}

/** @throws Error for a collection that is none of the plugin's. */
export const factsOf = (slug: string): Facts => {
  const facts = collections[slug]
  if (!facts) {
    throw new Error(`There is no collection ${slug}.`)
  }
  return { slug, ...facts }
}

let made = 0

const collections: Record<string, Omit<Facts, 'slug'> | undefined> = {
  policies: {
    field: 'title',
    newDocument: () => ({
      slug: `created-${++made}`,
      kind: 'terms',
      timeZone: 'UTC',
      title: 'Created',
    }),
    plural: 'Policies',
    singular: 'Policy',
  },
  'policy-versions': {
    field: 'title',
    newDocument: ({ unannounced }) => ({
      body: textOf('Created.'),
      noticeTerms: tenDays,
      policy: unannounced,
      // GraphQL asks for it, though there is nothing else that a new version can be.
      status: 'draft',
      title: 'Created',
    }),
    plural: 'PolicyVersions',
    singular: 'PolicyVersion',
  },
  'policy-reviews': {
    field: 'comment',
    newDocument: ({ known }) => ({
      comment: 'Forged',
      decision: 'approved',
      fingerprint: 'sha256:0',
      reviewer: { id: 1, name: 'Forged', collection: 'users' },
      scope: 'text',
      submission: 1,
      version: known['policy-versions'],
    }),
    plural: 'PolicyReviews',
    singular: 'PolicyReview',
  },
  'policy-notices': {
    field: 'attestation',
    newDocument: ({ inForce, known }) => ({
      channel: 'homepage',
      message: { en: { after: 'Forged', before: 'Forged' } },
      policy: known.policies,
      postedAt: '2020-01-01T00:00:00.000Z',
      url: 'https://example.com',
      version: inForce,
      visibleUntil: '2099-01-01T00:00:00.000Z',
    }),
    plural: 'PolicyNotices',
    singular: 'PolicyNotice',
  },
  'policy-events': {
    field: 'data',
    newDocument: ({ inForce, known }) => ({
      type: 'withdrawn',
      at: '2020-01-01T00:00:00.000Z',
      hash: 'sha256:0',
      policy: known.policies,
      sequence: 99,
      version: inForce,
    }),
    plural: 'PolicyEvents',
    singular: 'PolicyEvent',
  },
  'policy-calendars': {
    field: 'reason',
    newDocument: () => ({
      calendar: 'us-federal',
      holidays: [`2031-04-${String(++made % 28).padStart(2, '0')}`],
      reason: 'Proclaimed',
    }),
    plural: 'PolicyCalendars',
    singular: 'PolicyCalendar',
  },
  'policy-deliveries': {
    field: 'lastError',
    newDocument: ({ known }) => ({
      attempts: 0,
      channel: 'email',
      idempotencyKey: 'forged',
      notice: known['policy-notices'],
    }),
    plural: 'PolicyDeliveries',
    singular: 'PolicyDelivery',
  },
}
