import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  cacheControl,
  entityTag,
  isHeld,
  isUnchanged,
  lastModified,
} from '../../../../src/domain/delivery/conditions.js'

const held = (etag: string, header?: string) =>
  isHeld({ etag, headers: new Headers(header === undefined ? {} : { 'if-none-match': header }) })

describe('what a client has already', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['', false],
    [undefined, false],
  ])('with If-None-Match: %s is %s', (header, expected) => {
    expect(held('"a"', header)).toBe(expected)
  })

  it('is told by a tag of the same form for the same, and another for anything else', () => {
    expect(entityTag('html', { a: 1 })).toBe(entityTag('html', { a: 1 }))
    expect(entityTag('html', { a: 1 })).toMatch(/^"[\w-]{27}"$/)
    expect(entityTag('html', { a: 1 })).not.toBe(entityTag('json', { a: 1 }))
  })
})

describe('what has not changed since a date', () => {
  const changedAt = new Date('2026-06-01T12:00:00.345Z')
  const isOld = (since: string, now: string, headers: Record<string, string> = {}) =>
    isUnchanged({
      changedAt,
      headers: new Headers({ 'If-Modified-Since': since, ...headers }),
      now: new Date(now),
    })

  it('is told in whole seconds, from one on that is over', () => {
    const told = (at: string, now: string) =>
      lastModified({ changedAt: new Date(at), now: new Date(now) }).toISOString()

    expect(told('2026-06-01T12:00:00.345Z', '2026-06-01T12:00:00.345Z')).toBe(
      '2026-06-01T12:00:00.000Z',
    )
    expect(told('2026-06-01T12:00:00.345Z', '2026-06-01T12:00:01.000Z')).toBe(
      '2026-06-01T12:00:01.000Z',
    )
    expect(told('2026-06-01T12:00:00.000Z', '2026-06-01T12:00:00.000Z')).toBe(
      '2026-06-01T12:00:00.000Z',
    )
  })

  it.each([
    ['Mon, 01 Jun 2026 12:00:01 GMT', '2026-06-01T12:00:01.000Z', true],
    ['Mon, 01 Jun 2026 12:00:09 GMT', '2026-06-01T12:00:10.000Z', true],
    // An answer of that second can be older than the change.
    ['Mon, 01 Jun 2026 12:00:00 GMT', '2026-06-01T12:00:10.000Z', false],
    ['Mon, 01 Jun 2026 11:59:59 GMT', '2026-06-01T12:00:10.000Z', false],
    // Nobody has what is still to come.
    ['Mon, 01 Jun 2026 12:00:10 GMT', '2026-06-01T12:00:09.999Z', false],
    ['2026-06-01T12:00:05Z', '2026-06-01T12:00:10.000Z', false],
    ['', '2026-06-01T12:00:10.000Z', false],
  ])('%s, asked at %s: %s', (since, now, expected) => {
    expect(isOld(since, now)).toBe(expected)
  })

  it('is not looked at beside a tag', () => {
    expect(
      isOld('Mon, 01 Jun 2026 12:00:01 GMT', '2026-06-01T12:00:02.000Z', {
        'If-None-Match': '"x"',
      }),
    ).toBe(false)
  })

  it('leaves no change out, whenever it was asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ max: 4_000, min: 0 }), { minLength: 1 }),
        fc.integer({ max: 5_000, min: 0 }),
        fc.integer({ max: 5_000, min: 0 }),
        (changes, asked, later) => {
          const start = Date.UTC(2026, 5, 1)
          const lastBy = (ms: number) =>
            new Date(start + Math.max(-1, ...changes.filter((change) => change <= ms)))
          const [first, second] = [asked, asked + later]
          const since = lastModified({ changedAt: lastBy(first), now: new Date(start + first) })
          const isKnown = isUnchanged({
            changedAt: lastBy(second),
            headers: new Headers({ 'If-Modified-Since': since.toUTCString() }),
            now: new Date(start + second),
          })

          expect(isKnown && +lastBy(first) !== +lastBy(second)).toBe(false)
        },
      ),
    )
  })
})

describe('how long an answer may be kept', () => {
  const now = new Date('2026-06-01T00:00:00.500Z')
  const kept = (maxAge: number, until: null | string) =>
    cacheControl({ maxAge, now, until: until === null ? null : new Date(until) })

  it('is the longest that is allowed, half of it while the cache asks again', () => {
    expect(kept(60, null)).toBe('public, max-age=30, s-maxage=30, stale-while-revalidate=30')
    expect(kept(5, null)).toBe('public, max-age=3, s-maxage=3, stale-while-revalidate=2')
    expect(kept(1, null)).toBe('public, max-age=1, s-maxage=1')
  })

  it('ends before the next change', () => {
    expect(kept(60, '2026-06-01T00:00:12.000Z')).toBe(
      'public, max-age=5, s-maxage=5, stale-while-revalidate=5',
    )
    expect(kept(60, '2026-06-01T00:00:02.499Z')).toBe('no-cache')
  })

  it('is not at all where nothing is allowed, or the change is here', () => {
    expect(kept(0, null)).toBe('no-cache')
    expect(kept(60, '2026-06-01T00:00:00.500Z')).toBe('no-cache')
    expect(kept(60, '2026-05-31T00:00:00.000Z')).toBe('no-cache')
  })
})
