import { describe, expect, it } from 'vitest'

import { datetimeIn, instantIn, momentOf } from '../../../../src/domain/delivery/moment.js'

describe('a moment', () => {
  it('is now, a day or an instant', () => {
    expect(momentOf(null)).toEqual({ kind: 'now' })
    expect(momentOf('2026-12-17')).toEqual({ date: '2026-12-17', kind: 'day' })
    expect(momentOf('2026-12-17T05:00:00Z')).toEqual({
      instant: new Date('2026-12-17T05:00:00Z'),
      kind: 'instant',
    })
  })

  it('has its zone, also where the plus sign was not escaped', () => {
    expect(instantIn({ name: 'at', value: '2026-12-17T05:00:00 02:00' })).toEqual(
      new Date('2026-12-17T03:00:00Z'),
    )
    expect(instantIn({ name: 'at', value: '2026-12-17T05:00-05:00' })).toEqual(
      new Date('2026-12-17T10:00:00Z'),
    )
  })

  it.each([
    '',
    'now',
    '2026-02-30',
    '2026-12-17T05:00:00',
    '0999-12-31',
    '9001-01-01',
    '1e9',
    'null',
  ])('%j is refused, with what is allowed', (asked) => {
    expect(() => momentOf(asked)).toThrow(/at is .*; allowed is .*2026-12-17/)
  })
})

describe('Accept-Datetime', () => {
  it('is an instant to the second', () => {
    expect(datetimeIn('Thu, 17 Dec 2026 05:00:00 GMT')).toEqual(new Date('2026-12-17T05:00:00Z'))
  })

  it.each([
    '2026-12-17T05:00:00Z',
    'Fri, 17 Dec 2026 05:00:00 GMT',
    'Thu, 31 Feb 2026 05:00:00 GMT',
    'Thu, 17 Dec 2026 05:00:00 CET',
    '',
  ])('%j is refused', (header) => {
    expect(() => datetimeIn(header)).toThrow(/Accept-Datetime is .*; allowed is a date such as/)
  })
})
