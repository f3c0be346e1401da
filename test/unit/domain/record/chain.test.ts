import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson } from '../../../../src/domain/fingerprint.js'
import { chainFindings, hashOf, type RecordedEvent } from '../../../../src/domain/record/chain.js'

type Told = { data: unknown; minutes: number; type: string }

/** A chain as the plugin records it. */
const chainOf = (told: readonly Told[]): RecordedEvent[] => {
  let at = +new Date('2026-06-01T12:00:00Z')

  return told.reduce<RecordedEvent[]>((events, { data, minutes, type }, index) => {
    at += minutes * 60_000
    const instant = new Date(at).toISOString()
    const link = {
      id: index + 100,
      actor: { collection: 'users', id: 1, name: 'Ada' },
      at: instant,
      data,
      policy: 1,
      previousHash: events.at(-1)?.hash ?? null,
      seals: [],
      sequence: index + 1,
      type,
      version: 7,
    }
    return [
      ...events,
      { ...link, createdAt: instant, extras: [], hash: hashOf(link), updatedAt: instant },
    ]
  }, [])
}

const findingsIn = (events: readonly RecordedEvent[]) =>
  chainFindings({ events, policy: 'privacy', previous: null })

const chains = fc
  .array(
    fc.record({
      data: fc.dictionary(fc.string(), fc.jsonValue()),
      minutes: fc.integer({ min: 0, max: 10_000 }),
      type: fc.constantFrom('submitted', 'approved', 'published'),
    }),
    { maxLength: 8, minLength: 1 },
  )
  .map(chainOf)

const example = chainOf(
  ['submitted', 'approved', 'published'].map((type) => ({ data: {}, minutes: 1, type })),
)

describe('a chain of events', () => {
  it('is whole as it was recorded', () => {
    fc.assert(
      fc.property(chains, (events) => {
        expect(findingsIn(events)).toEqual([])
      }),
    )
  })

  it('tells of any change of any field of any event', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), fc.jsonValue(), (events, event, field, value) => {
        const index = event % events.length
        const names = Object.keys(events[index]!).filter((name) => name !== 'extras')
        const name = names[field % names.length]! as keyof RecordedEvent
        fc.pre(canonicalJson(value) !== canonicalJson(events[index]![name]))
        const changed = events.map((it, at) => (at === index ? { ...it, [name]: value } : it))

        expect(findingsIn(changed)).not.toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['at', 'HASH_WRONG'],
    ['createdAt', 'EVENT_ALTERED'],
    ['sequence', 'HASH_WRONG'],
    ['type', 'HASH_WRONG'],
    ['updatedAt', 'EVENT_ALTERED'],
  ])('tells of %s that is nothing to be written as text, wherever it stands', (name, code) => {
    for (const index of example.keys()) {
      const changed = example.map((event, at) =>
        at === index ? { ...event, [name]: { toString: {} } } : event,
      )

      expect(findingsIn(changed)).toContainEqual(expect.objectContaining({ code }))
    }
  })

  it('tells of an event that was taken out, but not at its end', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (events, event) => {
        const index = event % events.length
        const findings = findingsIn(events.filter((_, at) => at !== index))

        expect(findings.length > 0).toBe(index < events.length - 1)
      }),
    )
  })

  it('tells of two events that changed places', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (events, event) => {
        fc.pre(events.length > 1)
        const index = event % (events.length - 1)
        const swapped = [...events]
        swapped.splice(index, 2, events[index + 1]!, events[index]!)

        expect(findingsIn(swapped)).not.toEqual([])
      }),
    )
  })

  it('is checked in stretches as it is in one', () => {
    const forged = example.map((event, index) => (index === 1 ? { ...event, type: 'x' } : event))
    const [first, ...rest] = forged

    expect([
      ...findingsIn([first!]),
      ...chainFindings({ events: rest, policy: 'privacy', previous: first! }),
    ]).toEqual(findingsIn(forged))
  })

  it('names what is broken, and where', () => {
    const [first, second, third] = example as [RecordedEvent, RecordedEvent, RecordedEvent]
    const about = { event: 3, policy: 'privacy', row: { id: 102, kind: 'event' }, version: 7 }

    expect(findingsIn([first, third])).toEqual([
      {
        ...about,
        code: 'SEQUENCE_BROKEN',
        field: 'sequence',
        message: 'Event 2 is missing; the next one is 3: events were deleted or numbered anew.',
      },
      {
        ...about,
        code: 'LINK_BROKEN',
        field: 'previous_hash',
        message:
          'Event 3 does not continue event 1, whose hash it must name: an event was changed, deleted or put in here.',
      },
    ])
    expect(findingsIn([second, third]).map(({ code }) => code)).toEqual([
      'SEQUENCE_BROKEN',
      'LINK_BROKEN',
    ])
    expect(findingsIn([first, second, second]).map(({ message }) => message)).toContain(
      'Two events have the number 2: one of them was put in.',
    )
  })

  it('does not go back in time, even where its hashes were made anew', () => {
    const early = { ...example[1]!, at: '2026-01-01T00:00:00.000Z' }
    const rewritten = {
      ...early,
      createdAt: early.at,
      hash: hashOf(early),
      updatedAt: early.at,
    }

    expect(findingsIn([example[0]!, rewritten])).toMatchObject([
      { code: 'TIME_REVERSED', event: 2 },
    ])
  })

  it('has nothing in columns that the plugin does not know', () => {
    expect(findingsIn([{ ...example[0]!, extras: ['note'] }])).toMatchObject([
      { code: 'EVENT_ALTERED', field: 'note' },
    ])
  })
})
