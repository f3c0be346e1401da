import { describe, expect, it } from 'vitest'

import { cacheControl, entityTag, isHeld } from '../../../../src/domain/delivery/conditions.js'

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
