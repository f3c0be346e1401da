import type { Invariant } from './invariant.js'
import type { EventRow } from './readRecord.js'

import { lastSubmission, reviewsOf } from './approvals.js'
import { ms } from './invariant.js'

/** Nothing happens without its event, and no event tells of what did not happen. */
export const eventInvariants = {
  'every publication and every withdrawal has its one event': (rows) =>
    rows.versions.flatMap(({ id, label, published_at, withdrawn_at }) => [
      ...(isToldOnce({ at: published_at, events: rows.events, id, type: 'published' })
        ? []
        : [`publication of version ${label}`]),
      ...(isToldOnce({ at: withdrawn_at, events: rows.events, id, type: 'withdrawn' })
        ? []
        : [`withdrawal of version ${label}`]),
    ]),
  'every review has its one event': (rows) =>
    rows.versions.flatMap(({ id, label }) => {
      const told = rows.events
        .filter(({ type, version_id }) => version_id === id && type in reviewing)
        .map(({ actor, data, sequence, type }) => [
          type,
          data.fingerprint,
          actor?.id,
          data.scope ?? 'text',
          lastSubmission({ before: sequence, rows, version: id }),
        ])
      const written = reviewsOf({ rows, version: id }).map(
        ({ decision, fingerprint, reviewer, scope, submission }) => [
          decision,
          fingerprint,
          reviewer.id,
          scope,
          submission,
        ],
      )
      return JSON.stringify(told) === JSON.stringify(written) ? [] : `version ${label}`
    }),
  'publications come in the order of their events': ({ events }) => {
    const instants = events.filter(({ type }) => type === 'published').map(({ at }) => ms(at))

    return instants.flatMap((at, index) =>
      index === 0 || at > instants[index - 1]! ? [] : new Date(at).toISOString(),
    )
  },
  'the events lead to the status that a version has': (rows) =>
    rows.versions.flatMap(({ id, label, status }) => {
      const last = rows.events.findLast(
        ({ type, version_id }) => version_id === id && type !== 'publication_refused',
      )
      const told = last?.type === 'returned_to_draft' ? 'draft' : (last?.data.status ?? 'draft')

      return told === status ? [] : `version ${label} is ${status}, and its events say ${told}`
    }),
} satisfies Record<string, Invariant>

const reviewing = { approved: true, changes_requested: true }

const isToldOnce = ({
  at,
  events,
  id,
  type,
}: {
  at: null | string
  events: EventRow[]
  id: number
  type: string
}): boolean => {
  const told = events.filter((event) => event.version_id === id && event.type === type)

  return at === null ? told.length === 0 : told.length === 1 && ms(told[0]!.at) === ms(at)
}
