import type { Facts } from '../collections.js'
import type { Operation, Operations } from './operation.js'

import { deletion } from './writes.js'

/** What policies have beside the operations of every collection. */
export const ofPolicies = (facts: Facts): Operations => ({
  current: get(() => '/policies/privacy/current'),
  delete: deletion({ facts, subject: ({ newPolicy }) => newPolicy() }),
  deleteWithVersions: deletion({ facts }),
  draftText: get(({ fingerprints }) => `/policies/privacy/texts/${fingerprints.draft}`),
  draftVersion: get(() => '/policies/privacy/versions/3'),
  overview: get(() => '/policies/privacy/overview'),
  newVersion: {
    call: ({ id }) => ({
      rest: { body: {}, method: 'POST', path: `/${facts.slug}/${id}/new-version` },
    }),
    effect: 'write',
    subject: async ({ approved, newPolicy, publish }) => {
      const policy = await newPolicy()
      await publish(await approved({ policy }))
      return policy
    },
  },
  publishedText: get(({ fingerprints }) => `/policies/privacy/texts/${fingerprints.published}`),
  publishedVersion: get(() => '/policies/privacy/versions/1'),
  report: get(() => '/policies/privacy/report'),
  timeline: get(() => '/policies/privacy/versions'),
})

/** A route that is there over HTTP alone, and that never tells of drafts. */
export const get = (
  path: (stage: Parameters<Operation['call']>[0]['stage']) => string,
): Operation => ({
  call: ({ stage }) => ({ rest: { method: 'GET', path: path(stage) } }),
  effect: 'open',
})
