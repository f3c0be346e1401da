import type { Finding } from './finding.js'

import { fingerprint } from '../fingerprint.js'

/** What an event's hash is taken of. */
export type EventLink = {
  /** `{ collection, id, name }` of the person who acted, or null where nobody was logged in. */
  actor: unknown
  /** ISO 8601 UTC in ms. */
  at: string
  data: unknown
  id: number | string
  policy: number | string
  /** Null for the first event of a policy. */
  previousHash: null | string
  /** The rows that were written with it, as they then stood. */
  seals: unknown
  /** 1 for the first event of a policy. */
  sequence: number
  type: string
  version: number | string
}

/** An event as it stands in the database. */
export type RecordedEvent = EventLink & {
  /** Equal to `at`, since nothing else covers it; likewise `updatedAt`. */
  createdAt: string
  /** Names of further columns or child rows that hold something: the plugin writes none. */
  extras: string[]
  hash: string
  updatedAt: string
}

/** Which event comes before another, as far as the chain needs it. */
export type Head = Pick<RecordedEvent, 'at' | 'hash' | 'sequence'>

/**
 * The hash of an event: SHA-256 over the canonical JSON (RFC 8785) of what it says, with the hash of
 * the event before it. Whoever changes an event has to write anew every one after it.
 */
export const hashOf = ({
  id,
  actor,
  at,
  data,
  policy,
  previousHash,
  seals,
  sequence,
  type,
  version,
}: EventLink): string =>
  fingerprint({ id, actor, at, data, policy, previousHash, seals, sequence, type, version })

/** Every broken link in a stretch of a policy's chain, given the event right before it; whatever stands in them. */
export const chainFindings = ({
  events,
  policy,
  previous,
}: {
  /** In the order of their numbers. */
  events: readonly RecordedEvent[]
  policy: null | string
  previous: Head | null
}): Finding[] =>
  events.map(comparable).flatMap((event, index, all) =>
    eventFindings({ event, previous: all[index - 1] ?? previous }).map((finding) => ({
      ...finding,
      event: event.sequence,
      policy,
      row: { id: event.id, kind: 'event' as const },
      version: event.version,
    })),
  )

/** What is compared and named in words, as text where it is neither text nor a number: JSON can hold what neither goes with. */
const comparable = (event: RecordedEvent): RecordedEvent => {
  const named = ['at', 'createdAt', 'sequence', 'type', 'updatedAt'] as const
  const unreadable = named.filter((name) => typeof event[name] === 'object')

  return unreadable.length === 0
    ? event
    : {
        ...event,
        ...Object.fromEntries(unreadable.map((name) => [name, JSON.stringify(event[name])])),
      }
}

type Broken = Pick<Finding, 'code' | 'field' | 'message'>

const eventFindings = ({
  event,
  previous,
}: {
  event: RecordedEvent
  previous: Head | null
}): Broken[] => {
  const findings: (Broken | false)[] = [
    sequenceFinding({ event, previous }),
    event.previousHash !== (previous?.hash ?? null) && {
      code: 'LINK_BROKEN',
      field: 'previous_hash',
      message: previous
        ? `Event ${event.sequence} does not continue event ${previous.sequence}, whose hash it must name: an event was changed, deleted or put in here.`
        : `Event ${event.sequence} names the hash of an event before it, and there is none: the beginning of the record was deleted.`,
    },
    event.hash !== hashOf(event) && {
      code: 'HASH_WRONG',
      message: `Event ${event.sequence} (${event.type}) does not match its hash: it was changed after it was recorded, or its hash was.`,
    },
    previous !== null &&
      // Both are ISO 8601 in UTC, so they compare as text.
      event.at < previous.at && {
        code: 'TIME_REVERSED',
        field: 'at',
        message: `Event ${event.sequence} is dated ${event.at}, before event ${previous.sequence} of ${previous.at}: one of the two dates was changed.`,
      },
    ...(['createdAt', 'updatedAt'] as const).map(
      (name): Broken | false =>
        event[name] !== event.at && {
          code: 'EVENT_ALTERED',
          field: name === 'createdAt' ? 'created_at' : 'updated_at',
          message: `Event ${event.sequence} has ${event[name]} as its ${name}, which must be its instant, ${event.at}: the row was changed after it was recorded.`,
        },
    ),
    ...event.extras.map((field): Broken => ({
      code: 'EVENT_ALTERED',
      field,
      message: `Event ${event.sequence} holds something in ${field}, where the plugin never writes: the row was changed after it was recorded.`,
    })),
  ]

  return findings.filter((finding) => finding !== false)
}

const sequenceFinding = ({
  event: { sequence },
  previous,
}: {
  event: RecordedEvent
  previous: Head | null
}): Broken | false => {
  const expected = (previous?.sequence ?? 0) + 1

  return (
    sequence !== expected && {
      code: 'SEQUENCE_BROKEN',
      field: 'sequence',
      message:
        sequence === previous?.sequence
          ? `Two events have the number ${sequence}: one of them was put in.`
          : `Event ${expected} is missing; the next one is ${sequence}: events were deleted or numbered anew.`,
    }
  )
}
