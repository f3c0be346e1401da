import { describe, expect, it } from 'vitest'

import { anchorFinding, parseAnchor } from '../../../../src/domain/record/anchor.js'

const at = '2026-07-01T12:00:00.000Z'
const anchored = { id: 1, hash: 'sha256:ab', sequence: 4, slug: 'privacy' }

describe('an anchor', () => {
  it('is what was written, and nothing else', () => {
    const anchor = { at, format: 1, policies: [anchored] }
    expect(parseAnchor(anchor)).toEqual(anchor)
  })

  it.each([
    [null],
    ['x'],
    [{ at, policies: [] }],
    [{ at, format: 2, policies: [] }],
    [{ at: 'then', format: 1, policies: [] }],
    [{ at, format: 1 }],
    [{ at, format: 1, policies: [{ ...anchored, hash: undefined }] }],
    [{ at, format: 1, policies: [{ ...anchored, sequence: 0 }] }],
    [{ at, format: 1, policies: [{ ...anchored, id: null }] }],
  ])('is not %j, and says what is allowed', (value) => {
    expect(() => parseAnchor(value)).toThrow(/policies:anchor/)
  })

  it.each([
    ['holds where the record went on', { hash: 'sha256:ab', last: 9 }, undefined],
    ['tells of a record whose end was cut off', { hash: undefined, last: 3 }, 'ANCHOR_TRUNCATED'],
    ['tells of a record that was written anew', { hash: 'sha256:cd', last: 9 }, 'ANCHOR_MISMATCH'],
    ['tells of an event that is gone', { hash: undefined, last: 9 }, 'ANCHOR_MISMATCH'],
    ['tells of a policy that is gone', null, 'ANCHORED_POLICY_MISSING'],
  ])('%s', (_, found, code) => {
    expect(anchorFinding({ anchored, at, found })?.code).toBe(code)
  })
})
