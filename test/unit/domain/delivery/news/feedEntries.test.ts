import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  type EntryVersion,
  feedEntries,
} from '../../../../../src/domain/delivery/news/feedEntries.js'

const start = Date.UTC(2026, 0, 1)
const iso = (ms: number) => new Date(start + ms).toISOString()

const versionOf = (fields: Partial<EntryVersion> = {}): EntryVersion => ({
  effectiveAt: iso(5_000),
  fingerprint: 'sha256:1',
  label: '1',
  policy: { kind: 'privacy', slug: 'privacy', timeZone: 'Etc/UTC', title: 'Privacy' },
  publishedAt: iso(1_000),
  recordedAt: fields.publishedAt ?? iso(1_000),
  withdrawnAt: null,
  ...fields,
})

const told = (at: number, fields?: Partial<EntryVersion>) =>
  feedEntries({ at: new Date(start + at), versions: [versionOf(fields)] }).map((entry) => [
    entry.kind,
    entry.at,
  ])

it('tells of an announcement, and of the effect once that has come', () => {
  expect(told(999)).toEqual([])
  expect(told(4_999)).toEqual([['announced', iso(1_000)]])
  expect(told(5_000)).toEqual([
    ['effective', iso(5_000)],
    ['announced', iso(1_000)],
  ])
})

it('tells once of a version that is in force at once', () => {
  expect(told(9_000, { effectiveAt: iso(1_000) })).toEqual([['published', iso(1_000)]])
})

it('tells of a withdrawal instead of an effect', () => {
  expect(told(9_000, { withdrawnAt: iso(3_000) })).toEqual([
    ['withdrawn', iso(3_000)],
    ['announced', iso(1_000)],
  ])
})

it('tells of an import what is known of it', () => {
  const recordedAt = iso(8_000)
  expect(told(9_000, { publishedAt: null, recordedAt })).toEqual([['effective', iso(5_000)]])
  expect(told(9_000, { effectiveAt: null, recordedAt })).toEqual([['published', iso(1_000)]])
  expect(told(9_000, { effectiveAt: null, publishedAt: null, recordedAt })).toEqual([])
})

const history = fc.array(
  fc.record({
    ahead: fc.oneof(fc.constant(0), fc.integer({ max: 50, min: 0 })),
    after: fc.integer({ max: 20, min: 1 }),
    withdrawnAfter: fc.option(fc.integer({ max: 49, min: 1 }), { nil: null }),
  }),
  { maxLength: 8 },
)

const versionsOf = (drawn: { after: number; ahead: number; withdrawnAfter: null | number }[]) => {
  let publishedAt = 0

  return drawn.map(({ after, ahead, withdrawnAfter }, index) => {
    publishedAt += after
    return versionOf({
      effectiveAt: iso(publishedAt + ahead),
      label: `${index}`,
      publishedAt: iso(publishedAt),
      withdrawnAt:
        withdrawnAfter !== null && withdrawnAfter < ahead
          ? iso(publishedAt + withdrawnAfter)
          : null,
    })
  })
}

/** What was known of versions at an instant. */
const knownAt = ({ at, versions }: { at: number; versions: readonly EntryVersion[] }) =>
  feedEntries({
    at: new Date(start + at),
    versions: versions
      .filter(({ publishedAt }) => publishedAt !== null && publishedAt <= iso(at))
      .map((version) => ({
        ...version,
        withdrawnAt:
          version.withdrawnAt !== null && version.withdrawnAt <= iso(at)
            ? version.withdrawnAt
            : null,
      })),
  }).map(({ at: happenedAt, id, kind, version }) => ({
    happenedAt,
    id,
    kind,
    label: version.label,
  }))

it('keeps every entry as it is, whatever comes later, and puts what comes later before it', () => {
  fc.assert(
    fc.property(history, fc.nat(200), fc.nat(200), (drawn, one, other) => {
      const versions = versionsOf(drawn)
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)]
      const before = knownAt({ at: earlier, versions })
      const after = knownAt({ at: later, versions })

      expect(after.filter(({ happenedAt }) => happenedAt <= iso(earlier))).toEqual(before)
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
      expect(
        after.every(({ id }) =>
          /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id),
        ),
      ).toBe(true)
      expect(after.map(({ happenedAt }) => happenedAt)).toEqual(
        after
          .map(({ happenedAt }) => happenedAt)
          .sort()
          .reverse(),
      )
    }),
  )
})

it('gives each version, each event and each policy identifiers of their own', () => {
  const idOf = (fields: Partial<EntryVersion>) =>
    feedEntries({ at: new Date(start + 2_000), versions: [versionOf(fields)] })[0]!.id
  const ids = [
    idOf({}),
    idOf({ label: '2' }),
    idOf({ effectiveAt: iso(1_000) }),
    idOf({ policy: { ...versionOf().policy, slug: 'terms' } }),
    idOf({ recordedAt: iso(1_001) }),
  ]

  expect(new Set(ids).size).toBe(ids.length)
  // What an editor renames afterwards changes nothing.
  expect(idOf({ policy: { ...versionOf().policy, title: 'Other' } })).toBe(ids[0])
})
