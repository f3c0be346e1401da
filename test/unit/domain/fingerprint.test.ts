import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import { fingerprint } from '../../../src/domain/fingerprint.js'
import { contentOf } from '../../../src/domain/versionContent.js'

describe('a fingerprint', () => {
  it('is SHA-256 over the canonical JSON, so that anybody can make it again', () => {
    const canonical = '{"a":[1,"é"],"b":null}'
    const expected = createHash('sha256').update(canonical).digest('hex')
    expect(fingerprint({ b: null, a: [1, 'é'] })).toBe(`sha256:${expected}`)
  })

  it('does not depend on the order of keys, and on everything else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.string(), (value, key) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(fingerprint(reversed)).toBe(fingerprint(value))
        expect(fingerprint({ ...value, [key]: 'other' })).not.toBe(fingerprint(value))
      }),
    )
  })

  it.each([undefined, Number.NaN, { broken: '\ud800' }])('refuses %j with a reason', (value) => {
    expect(() => fingerprint(value)).toThrow(/fingerprinted/)
  })
})

describe('the content of a version', () => {
  it('is every field but those that the plugin sets, a host’s own fields included', () => {
    const stored = {
      id: 1,
      authors: [],
      fingerprint: 'x',
      ownField: { de: 'Ja', en: 'Yes' },
      status: 'draft',
      title: 'Terms',
      updatedAt: 'now',
    }
    expect(contentOf(stored)).toEqual({ ownField: { de: 'Ja', en: 'Yes' }, title: 'Terms' })
  })

  it('is the same for a field that was never filled and one that was emptied', () => {
    expect(contentOf({ effectiveOn: null, group: { inner: null }, title: 'Terms' })).toEqual(
      contentOf({ group: {}, title: 'Terms' }),
    )
  })
})
